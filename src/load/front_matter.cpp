#include "load/front_matter.h"

#include <string>

namespace framewright {

namespace {

constexpr std::string_view fence = "+++";

// The end of the line that begins at `at`, with its line end.
std::size_t next_line(std::string_view text, std::size_t at) {
  const std::size_t end = text.find('\n', at);
  return end == std::string_view::npos ? text.size() : end + 1;
}

bool is_fence(std::string_view line) {
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r' || line.back() == ' ' || line.back() == '\t'))
    line.remove_suffix(1);
  return line == fence;
}

// Front matter below empty lines would be taken for text.
void report_late_fence(std::string_view text, FileId file, FrontMatter& parts, Diagnostics& diagnostics) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || text.substr(0, first).find('\n') == std::string_view::npos ||
      !is_fence(text.substr(first, next_line(text, first) - first)))
    return;
  const auto begin = static_cast<std::uint32_t>(first);
  diagnostics.error("unreadable-file", {file, begin, begin + 3}, "front matter must begin on the first line").help =
      "take out the empty lines above it";
  parts.closed = false;
}

}  // namespace

FrontMatter split_front_matter(std::string_view text, FileId file, Diagnostics& diagnostics) {
  FrontMatter parts;
  std::size_t at = next_line(text, 0);
  if (!is_fence(text.substr(0, at))) {
    if (text.starts_with("---") && is_fence("+++" + std::string(text.substr(3, at - 3)))) {
      diagnostics.error("unreadable-file", {file, 0, 3}, "the front matter stands between lines of ---, which is YAML")
          .help = "put it between lines of +++ and write it as TOML: title = \"A title\"";
      parts.closed = false;
    }
    report_late_fence(text, file, parts, diagnostics);
    return parts;
  }
  parts.present = true;
  parts.toml_begin = static_cast<std::uint32_t>(at);
  while (at < text.size()) {
    const std::size_t next = next_line(text, at);
    if (is_fence(text.substr(at, next - at))) {
      parts.toml_end = static_cast<std::uint32_t>(at);
      parts.body_begin = static_cast<std::uint32_t>(next);
      return parts;
    }
    at = next;
  }
  parts.closed = false;
  parts.toml_end = parts.body_begin = static_cast<std::uint32_t>(text.size());
  diagnostics.error("unreadable-file", {file, 0, 3}, "this front matter is never closed").help =
      "end it with a line of +++ before the text";
  return parts;
}

}  // namespace framewright
