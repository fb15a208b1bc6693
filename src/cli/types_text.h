#pragma once

#include <string>

#include "model/schema.h"
#include "template/filter.h"

namespace framewright {

// The declared model as text; in each list, a line begins with the name that it is about.

// One line a type: its name, where its items are written, the form of their ids.
std::string types_list(const Schema& schema);

// All that is declared of one type: its folder and ids, fields, links both ways, coverage.
std::string type_text(const Schema& schema, TypeId type);

// One line for each name of a field, link or nested list, with the types that have it.
std::string fields_list(const Schema& schema);

// The built-in directives, each with its options below it; and the filters of templates.
std::string directives_list();
std::string filters_list(const Filters& filters);

}  // namespace framewright
