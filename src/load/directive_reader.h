#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "load/directive_fields.h"
#include "load/name_index.h"
#include "load/text_resolver.h"
#include "model/directive_catalogue.h"
#include "model/model.h"
#include "model/selection.h"

namespace framewright {

// Reads the directives of texts: their options, the items they select, the pages they include.
class DirectiveReader {
public:
  // `own` names the directives that the site adds by templates.
  DirectiveReader(const ModelValues& values, const NameIndex& names, const TextResolver& paths,
                  const std::vector<std::string>& own, const Filters& filters);

  // Fills `text.directives`.
  void read(Text& text, Diagnostics& diagnostics) const;

private:
  const DirectiveEntry* known(const Text& text, std::size_t node, Diagnostics& diagnostics) const;
  void read_option(const Text& text, Directive& directive, const DirectiveEntry& entry, const TomlEntry& given,
                   SelectedTypes& types, Diagnostics& diagnostics) const;
  void read_selection(Directive& directive, const TomlEntry& given, SelectedTypes& types,
                      Diagnostics& diagnostics) const;
  void supply_option(Directive& directive, const DirectiveOption& option, SelectedTypes& types,
                     Diagnostics& diagnostics) const;
  void read_item(Directive& directive, const TomlEntry& given, Diagnostics& diagnostics) const;
  void read_page(const Text& text, Directive& directive, const TomlEntry& given, Diagnostics& diagnostics) const;
  void sort_and_limit(Directive& directive) const;
  std::optional<TomlValue> read_options(const Text& text, std::size_t node, Diagnostics& diagnostics) const;
  Span first_line(const Text& text, std::size_t node) const;

  const ModelValues& values_;
  const Model& model_;
  const NameIndex& names_;
  const TextResolver& paths_;
  const std::vector<std::string>& own_;
  const Filters& filters_;
};

}  // namespace framewright
