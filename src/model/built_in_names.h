#pragma once

#include <map>
#include <string>
#include <string_view>

namespace framewright {

// What the codes of a published list are called, from a TOML file that is compiled into the program.
class BuiltInNames {
public:
  explicit BuiltInNames(std::string_view toml);
  // Empty when the list has no such code.
  std::string_view find(std::string_view code) const;

private:
  std::map<std::string, std::string, std::less<>> names_;
};

}  // namespace framewright
