#include "base/message.h"

#include <algorithm>

#include "base/display_width.h"
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

constexpr std::string_view mark = "\xEF\xBF\xBD";

// Bytes of the character at the front of a valid text that a terminal acts on and does not show: controls of ASCII and
// Latin-1, the ends of lines and paragraphs, and what turns the direction of writing round. 0 for any other.
std::size_t acting_character(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  if (byte(0) < 0x20 || byte(0) == 0x7F) return 1;
  if (byte(0) == 0xC2 && byte(1) < 0xA0) return 2;
  if (byte(0) != 0xE2) return 0;
  const bool turns = (byte(1) == 0x80 && byte(2) >= 0xA8 && byte(2) <= 0xAE) ||
                     (byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9);
  return turns ? 3 : 0;
}

// Characters that a terminal acts on would move its cursor or hide what follows them, and bytes that are not UTF-8
// would garble it, so they are shown as a mark.
std::string visible(std::string_view text) {
  std::string shown;
  while (const auto bad = first_invalid_utf8(text)) {
    shown += visible(text.substr(0, *bad));
    shown += mark;
    text.remove_prefix(*bad + 1);
  }
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t acting = acting_character(text.substr(at));
    if (text[at] == '\t')
      shown += ' ';
    else if (acting > 0)
      shown += mark;
    else
      shown += text[at];
    at += std::max<std::size_t>(1, acting);
  }
  return shown;
}

struct Excerpt {
  std::string text;        // a line, or the part of a long one round the place
  std::size_t before = 0;  // columns before the caret
  std::size_t width = 1;   // columns of the place, as far as it is shown
};

// `from` and `to` are bytes of the line.
Excerpt excerpt(std::string_view line, std::size_t from, std::size_t to) {
  const std::size_t all = count_code_points(line);
  std::size_t first = 0, last = line.size();
  if (all > widest_line) {
    const std::size_t caret = count_code_points(line.substr(0, from));
    const std::size_t begin = caret > widest_line / 2 ? caret - widest_line / 2 : 0;
    first = byte_of_code_point(line, begin);
    last = first + byte_of_code_point(line.substr(first), widest_line);
  }
  const std::string head = first > 0 ? "…" : "", tail = last < line.size() ? "…" : "";
  const std::string before = head + visible(line.substr(first, from - first));
  const std::string place = visible(line.substr(from, std::min(to, last) - from)) + (to > last ? tail : "");
  return {head + visible(line.substr(first, last - first)) + tail, display_width(before),
          std::max<std::size_t>(1, display_width(place))};
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
  out += visible(files_[where.file].path) + ":" + std::to_string(at.line) + ":" + std::to_string(at.column) + ": ";
  out.append(what).append("\n");
  const std::string_view line = index.line(at.line);
  if (trim(line).empty() && label.empty()) return;
  const std::uint32_t begin = index.offset(at.line, 1);
  const std::size_t from = std::min<std::size_t>(where.begin - begin, line.size());
  const std::size_t to = std::clamp<std::size_t>(where.end < begin ? 0 : where.end - begin, from, line.size());
  const Excerpt shown = excerpt(line, from, to);
  const std::string number = std::to_string(at.line);
  const std::size_t margin = std::max<std::size_t>(4, number.size());
  out += std::string(margin - number.size(), ' ') + number + " | " + shown.text + "\n";
  out += std::string(margin, ' ') + " | " + std::string(shown.before, ' ');
  out.append(colour).append(std::string(shown.width, '^')).append(reset);
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
      place(out, note.where, visible(note.message), "", "");
    else
      out += visible(note.message) + "\n";
  }
  if (!d.help.empty()) out += "  help: " + visible(d.help) + "\n";
  return out;
}

}  // namespace framewright
