#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "template/evaluation.h"
#include "template/filter.h"
#include "template/value.h"

namespace framewright {

// A template and its name. Names may hold anything: a site's "page.html" extends "builtin:page.html" when the caller
// gives the built-in under that name too.
struct TemplateSource {
  std::string name;
  std::string text;
  FileId file = no_file;  // where the text stands, from its first byte
  bool alone = true;      // else others extend, include or import it, and it is not rendered by its own name
};

// Templates that were read, checked and flattened once; immutable, shared by threads.
class TemplateSet {
public:
  // Nothing when there was an error; errors are of rule `bad-template`. Of two sources of one name, the second is an
  // error. The filters outlive the set.
  static std::optional<TemplateSet> compile(std::vector<TemplateSource> sources, const Filters& filters,
                                            Diagnostics& diagnostics, Formats formats = {});
  TemplateSet(TemplateSet&&) noexcept;
  TemplateSet& operator=(TemplateSet&&) noexcept;
  ~TemplateSet();

  // Appends the template with the members of `context` as names. False, one error and nothing appended when something
  // is undefined, cannot be printed or is unsafe. Values that the context makes on the way may be kept in the arena.
  bool render(std::string_view name, const Object& context, Arena& arena, std::string& out,
              Diagnostics& diagnostics) const;

  bool has(std::string_view name) const;
  std::vector<std::string_view> names() const;
  // The blocks that a template that extends this one may fill, in the order of their places.
  std::vector<std::string_view> blocks(std::string_view name) const;

private:
  struct Data;
  explicit TemplateSet(std::unique_ptr<const Data> data);
  std::unique_ptr<const Data> data_;
};

// How deep macros may call one another while rendering.
inline constexpr int deepest_macro = 50;

}  // namespace framewright
