#pragma once

#include <string>
#include <string_view>

#include "model/schema.h"

namespace framewright {

// The type that a word on the command line names: by its name or either label, "standard", "standards", "glossary
// term". Throws UsageError with the nearest one.
TypeId type_called(const Schema& schema, std::string_view word);

// "date", "list of text", "choice".
std::string kind_words(const FieldDef& field);

// What a field means and all that its value must be: "The last day; not before start".
std::string field_says(const FieldDef& field);

// "principle", "any item", "board or role".
std::string target_words(const Schema& schema, const LinkDef& link);

// How many items a link takes: "any number", "at most 1", "exactly 1", "1 or more".
std::string count_words(const LinkDef& link);

// Whether an item that leaves the link out has an error.
bool is_required(const LinkDef& link);
// The same of whatever status it is.
bool is_always_required(const LinkDef& link);

// Where its items are written: "content/standards/", "[[criteria]] of a standard".
std::string place_words(const Schema& schema, TypeId type);

}  // namespace framewright
