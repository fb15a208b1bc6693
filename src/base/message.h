#pragma once

#include <map>
#include <string>

#include "base/diagnostic.h"
#include "base/source.h"

namespace framewright {

struct MessageStyle {
  bool colour = false;
};

// Writes findings for people: file:line:column, severity and rule, what is wrong, the line with a caret under the
// place, the other places, and how to mend it. Keeps the line index of each file it meets.
class MessageWriter {
public:
  MessageWriter(const SourceFiles& files, MessageStyle style) : files_(files), style_(style) {}
  std::string write(const Diagnostic& diagnostic);
  Position position(Span where);

private:
  const LineIndex& lines(FileId file);
  void place(std::string& out, Span where, std::string_view what, std::string_view colour, std::string_view label);

  const SourceFiles& files_;
  MessageStyle style_;
  std::map<FileId, LineIndex> lines_;
};

}  // namespace framewright
