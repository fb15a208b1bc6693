#include "base/message.h"

#include <algorithm>

#include "base/text.h"

namespace framewright {

namespace {

constexpr std::size_t widest_line = 160;

std::string_view severity_colour(Severity severity) {
  switch (severity) {
    case Severity::info: return "\x1b[1;36m";
    case Severity::warning: return "\x1b[1;33m";
    case Severity::error: break;
  }
  return "\x1b[1;31m";
}

std::size_t byte_of_code_point(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  while (at < text.size() && count > 0) {
    ++at;
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
    --count;
  }
  return at;
}

struct Excerpt {
  std::string text;        // a line, or the part of a long one round the place
  std::size_t before = 0;  // code points before the caret
};

// Control characters would move the cursor of a terminal or hide what follows them, and bytes that are not UTF-8 would
// garble it, so they are shown as a mark.
std::string visible(std::string_view text) {
  constexpr std::string_view mark = "\xEF\xBF\xBD";
  std::string shown;
  while (const auto bad = first_invalid_utf8(text)) {
    shown += visible(text.substr(0, *bad));
    shown += mark;
    text.remove_prefix(*bad + 1);
  }
  for (const char c : text) {
    if (c == '\t')
      shown += ' ';
    else if (static_cast<unsigned char>(c) < 0x20 || c == '\x7f')
      shown += mark;
    else
      shown += c;
  }
  return shown;
}

Excerpt excerpt(std::string_view line, std::uint32_t column) {
  const std::size_t width = count_code_points(line);
  const std::size_t caret = column - 1;
  if (width <= widest_line) return {visible(line), caret};
  const std::size_t from = caret > widest_line / 2 ? caret - widest_line / 2 : 0;
  const std::size_t to = std::min(width, from + widest_line);
  const std::size_t begin = byte_of_code_point(line, from), end = byte_of_code_point(line, to);
  const std::string head = from > 0 ? "…" : "";
  return {head + visible(line.substr(begin, end - begin)) + (to < width ? "…" : ""), caret - from + (from > 0 ? 1 : 0)};
}

}  // namespace

const LineIndex& MessageWriter::lines(FileId file) {
  const auto found = lines_.find(file);
  if (found != lines_.end()) return found->second;
  return lines_.emplace(file, LineIndex(files_[file].text)).first->second;
}

Position MessageWriter::position(Span where) { return lines(where.file).position(where.begin); }

void MessageWriter::place(std::string& out, Span where, std::string_view what, std::string_view colour,
                          std::string_view label) {
  const std::string_view reset = style_.colour ? "\x1b[0m" : "";
  const LineIndex& index = lines(where.file);
  const Position at = index.position(where.begin);
  out += files_[where.file].path + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ": ";
  out.append(what).append("\n");
  const std::string_view line = index.line(at.line);
  if (trim(line).empty() && label.empty()) return;
  const Excerpt shown = excerpt(line, at.column);
  const std::string number = std::to_string(at.line);
  const std::size_t margin = std::max<std::size_t>(4, number.size());
  out += std::string(margin - number.size(), ' ') + number + " | " + shown.text + "\n";
  const std::uint32_t line_end = index.offset(at.line, static_cast<std::uint32_t>(line.size()) + 1);
  const std::uint32_t end = std::min(std::max(where.end, where.begin), line_end);
  std::size_t width =
      end > where.begin
          ? count_code_points(std::string_view(files_[where.file].text).substr(where.begin, end - where.begin))
          : 1;
  const std::size_t room =
      count_code_points(shown.text) > shown.before ? count_code_points(shown.text) - shown.before : 1;
  width = std::clamp<std::size_t>(width, 1, std::max<std::size_t>(1, room));
  out += std::string(margin, ' ') + " | " + std::string(shown.before, ' ');
  out.append(colour).append(std::string(width, '^')).append(reset);
  if (!label.empty()) out.append(" ").append(label);
  out += "\n";
}

std::string MessageWriter::write(const Diagnostic& d) {
  const std::string_view colour = style_.colour ? severity_colour(d.severity) : "";
  const std::string_view bold = style_.colour ? "\x1b[1m" : "";
  const std::string_view reset = style_.colour ? "\x1b[0m" : "";
  std::string head;
  head.append(colour).append(severity_name(d.severity)).append("[").append(d.rule).append("]").append(reset);
  head.append(": ").append(bold).append(visible(d.message)).append(reset);
  std::string out;
  if (d.where.known())
    place(out, d.where, head, colour, visible(d.label));
  else
    out += head + "\n";
  for (const Note& note : d.notes) {
    out += "  also: ";
    if (note.where.known())
      place(out, note.where, note.message, "", "");
    else
      out += note.message + "\n";
  }
  if (!d.help.empty()) out += "  help: " + d.help + "\n";
  return out;
}

}  // namespace framewright
