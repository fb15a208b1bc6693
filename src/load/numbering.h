#pragma once

#include <string>

#include "base/diagnostic.h"
#include "model/model.h"

namespace framewright {

// Gives headings their anchors, and numbers headings and paragraphs where a page, or the framework that it is in, asks
// for it. Chapters are numbered 1, 2, … in reading order and their headings 1.1, 1.2, …; paragraphs from 1 through the
// page, or through all of a framework.
void number_texts(Model& model, Diagnostics& diagnostics);

// Numbers the headings of one text whose page asks for it: 1, 1.1, …, below the number of its chapter if it has one.
void number_headings(Text& text, const std::string& chapter, Diagnostics& diagnostics);

}  // namespace framewright
