#pragma once

#include <string>

#include "model/model.h"
#include "render/page.h"

namespace framewright {

// Appends what a directive of a text shows on a page: its template, directives/NAME.html, with what the options chose.
void write_directive(const Page& page, const Text& text, const Directive& directive, std::string& out);

}  // namespace framewright
