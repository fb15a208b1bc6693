#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace re2 {
class RE2;
}

namespace framewright {

// A regular expression in the syntax of RE2, compiled once; copies share what was compiled, and any thread may match.
// Matching takes time linear in the text, whatever the expression, and memory within a bound.
class RegularExpression {
public:
  // Nothing when `written` is no such expression, or one that compiles to more than the bound.
  static std::optional<RegularExpression> compile(std::string_view written);

  const std::string& written() const;
  bool matches_whole(std::string_view text) const;

private:
  explicit RegularExpression(std::shared_ptr<const re2::RE2> compiled) : compiled_(std::move(compiled)) {}

  std::shared_ptr<const re2::RE2> compiled_;
};

}  // namespace framewright
