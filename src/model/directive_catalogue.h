#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/schema.h"

namespace framewright {

enum class OptionKind { selection, field, fields, relation, item, page, text, integer, choice, boolean, any };

struct DirectiveOption {
  std::string name;
  OptionKind kind = OptionKind::text;
  bool required = false;
  std::vector<std::string> choices;
  std::string says;
  std::string fallback;  // of a selection that is not given; empty for none
  // Of a selection: the fields and links that its items must have.
  std::vector<std::string> has;
  // Of a field: the kinds that serve, any without them.
  std::vector<FieldKind> holds;
  // Of a relation: the selection whose items must have it.
  std::string of;
};

// A directive as directives.toml declares it.
struct DirectiveEntry {
  std::string name;
  std::string says;
  std::vector<DirectiveOption> options;
  const DirectiveOption* option(std::string_view wanted) const;
};

// The built-in directives, read once.
std::span<const DirectiveEntry> directive_catalogue();
const DirectiveEntry* find_directive(std::string_view name);

// The options of a site's own directive that mean what they mean in the built-in ones.
const DirectiveEntry& own_directive();

}  // namespace framewright
