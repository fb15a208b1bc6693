#include "support/difference.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace framewright {

namespace {

constexpr std::size_t context = 2;
constexpr std::size_t most_lines = 100;
constexpr std::size_t most_cells = 4'000'000;  // of the table of common lines: beyond, the middle is one change
constexpr std::size_t most_files = 10;

using Lines = std::vector<std::string_view>;

struct Edit {
  char kind;  // ' ', '-' or '+'
  std::string_view line;
};

Lines split(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
  return lines;
}

// Of two lists without a common first or last line: by the longest common subsequence.
void edit_middle(const Lines& a, const Lines& b, std::vector<Edit>& edits) {
  const std::size_t width = b.size() + 1;
  const bool small = (a.size() + 1) * width <= most_cells;
  std::vector<std::uint32_t> common(small ? (a.size() + 1) * width : 0);
  if (small)
    for (std::size_t i = a.size(); i-- > 0;)
      for (std::size_t j = b.size(); j-- > 0;)
        common[i * width + j] = a[i] == b[j] ? common[(i + 1) * width + j + 1] + 1
                                             : std::max(common[(i + 1) * width + j], common[i * width + j + 1]);
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() || j < b.size()) {
    if (small && i < a.size() && j < b.size() && a[i] == b[j]) {
      edits.push_back({' ', a[i++]});
      ++j;
    } else if (j == b.size() ||
               (i < a.size() && (!small || common[(i + 1) * width + j] >= common[i * width + j + 1]))) {
      edits.push_back({'-', a[i++]});
    } else {
      edits.push_back({'+', b[j++]});
    }
  }
}

std::vector<Edit> edit(const Lines& a, const Lines& b) {
  std::size_t first = 0;
  while (first < a.size() && first < b.size() && a[first] == b[first]) ++first;
  std::size_t last = 0;
  while (last < a.size() - first && last < b.size() - first && a[a.size() - 1 - last] == b[b.size() - 1 - last]) ++last;
  const auto middle = [&](const Lines& lines) {
    return Lines(lines.begin() + static_cast<std::ptrdiff_t>(first), lines.end() - static_cast<std::ptrdiff_t>(last));
  };
  std::vector<Edit> edits;
  for (std::size_t i = 0; i < first; ++i) edits.push_back({' ', a[i]});
  edit_middle(middle(a), middle(b), edits);
  for (std::size_t i = a.size() - last; i < a.size(); ++i) edits.push_back({' ', a[i]});
  return edits;
}

bool near_change(const std::vector<Edit>& edits, std::size_t index) {
  const std::size_t from = index < context ? 0 : index - context;
  const std::size_t to = std::min(edits.size(), index + context + 1);
  for (std::size_t i = from; i < to; ++i)
    if (edits[i].kind != ' ') return true;
  return false;
}

bool is_text(std::string_view bytes) { return bytes.find('\0') == std::string_view::npos; }

}  // namespace

std::string difference(std::string_view expected, std::string_view actual) {
  if (expected == actual) return {};
  const std::vector<Edit> edits = edit(split(expected), split(actual));
  std::string text;
  std::size_t written = 0;
  std::size_t line = 0;
  bool skipped = true;
  for (std::size_t i = 0; i < edits.size(); ++i) {
    if (edits[i].kind != '+') ++line;
    if (!near_change(edits, i)) {
      skipped = true;
      continue;
    }
    if (++written > most_lines) return text + "    … and more\n";
    if (skipped) text += "  line " + std::to_string(std::max<std::size_t>(line, 1)) + ":\n";
    skipped = false;
    text += std::string("    ") + edits[i].kind + ' ' + std::string(edits[i].line) + '\n';
  }
  if (text.empty()) text = "    only the newline at the end differs\n";
  return text;
}

std::string difference(const Tree& expected, const Tree& actual, std::string_view folder) {
  std::string text;
  std::size_t files = 0;
  const auto report = [&](const std::string& name, const std::string& what) {
    if (++files <= most_files) text += std::string(folder) + '/' + name + what;
  };
  for (const auto& [name, bytes] : expected) {
    const auto found = actual.find(name);
    if (found == actual.end())
      report(name, " is missing\n");
    else if (found->second != bytes)
      report(name, is_text(bytes) && is_text(found->second) ? " differs\n" + difference(bytes, found->second)
                                                            : " differs (not text)\n");
  }
  for (const auto& [name, bytes] : actual)
    if (!expected.contains(name)) report(name, " was not expected\n");
  if (files > most_files) text += "and " + std::to_string(files - most_files) + " more files\n";
  return text;
}

}  // namespace framewright
