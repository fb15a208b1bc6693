#pragma once

#include <map>
#include <span>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "template/template_syntax.h"

namespace framewright {

// A macro and the template that it stands in.
struct MacroPlace {
  const TemplateSyntax* owner = nullptr;
  const MacroSyntax* macro = nullptr;
};

// Templates by name, and what they say of one another. Borrows the templates, which do not move.
class TemplateLibrary {
public:
  explicit TemplateLibrary(std::span<const TemplateSyntax> templates);

  const TemplateSyntax* find(std::string_view name) const;
  // The template, its parent, and so on to the base. REQUIRES: check() found nothing wrong with it.
  std::vector<const TemplateSyntax*> chain(const TemplateSyntax& of) const;
  // A block of one template by its name, or null.
  const Statement* block(const TemplateSyntax& of, std::string_view name) const;
  // `name` or `import.name`, as the template `from` sees it.
  MacroPlace macro(const TemplateSyntax& from, std::string_view name) const;
  std::vector<std::string_view> macro_names(const TemplateSyntax& from) const;
  // Templates that have a macro of that name, to suggest an import.
  std::string_view template_with_macro(std::string_view name) const;
  // Whether it, and all that it extends, includes and imports, can be compiled.
  bool sound(const TemplateSyntax& of) const { return unsound_.count(&of) == 0; }

  // Reports names of templates that do not exist, circles, blocks that are repeated or that no ancestor has, and what
  // stands outside the blocks of a template that extends another.
  void check(Diagnostics& diagnostics);

private:
  struct Link {
    const TemplateSyntax* to;
    Span where;
    std::string_view verb;
  };
  enum class Mark : std::uint8_t { fresh, open, done };

  void collect(const TemplateSyntax& owner, const std::vector<Statement>& body, Diagnostics& diagnostics);
  void link(const TemplateSyntax& from, std::string_view name, Span where, std::string_view verb,
            Diagnostics& diagnostics);
  void check_circles(Diagnostics& diagnostics);
  void report_circle(const std::vector<std::pair<const TemplateSyntax*, std::size_t>>& path, const Link& last,
                     Diagnostics& diagnostics);
  void check_blocks(const TemplateSyntax& of, Diagnostics& diagnostics);
  void check_child(const TemplateSyntax& of, Diagnostics& diagnostics);
  void spread();

  std::span<const TemplateSyntax> templates_;
  std::map<std::string_view, const TemplateSyntax*> by_name_;
  std::map<const TemplateSyntax*, std::map<std::string_view, const Statement*>> blocks_;
  std::map<const TemplateSyntax*, std::vector<Link>> links_;
  std::map<const TemplateSyntax*, bool> unsound_;
};

}  // namespace framewright
