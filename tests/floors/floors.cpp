#include "floors/floors.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>

namespace framewright {

namespace {

const std::map<std::string, int, std::less<>> floors{
    {"base", 0},    {"port", 1},  {"template", 1}, {"model", 2},  {"diagram", 2},
    {"load", 3},    {"check", 3}, {"register", 3}, {"search", 3}, {"render", 3},
    {"publish", 3}, {"links", 3}, {"history", 3},  {"serve", 3},  {"cli", 4},
};

// Of C++20, those of C by their C++ names; but for the ones in `input_output`.
const std::set<std::string, std::less<>> standard{
    "algorithm",     "any",
    "array",         "atomic",
    "barrier",       "bit",
    "bitset",        "cassert",
    "cctype",        "cerrno",
    "cfenv",         "cfloat",
    "charconv",      "chrono",
    "cinttypes",     "climits",
    "clocale",       "cmath",
    "compare",       "complex",
    "concepts",      "condition_variable",
    "coroutine",     "csetjmp",
    "csignal",       "cstdarg",
    "cstddef",       "cstdio",
    "cstdint",       "cstdlib",
    "cstring",       "ctime",
    "cuchar",        "cwchar",
    "cwctype",       "deque",
    "exception",     "execution",
    "forward_list",  "functional",
    "future",        "initializer_list",
    "iomanip",       "ios",
    "iosfwd",        "istream",
    "iterator",      "latch",
    "limits",        "list",
    "locale",        "map",
    "memory",        "memory_resource",
    "mutex",         "new",
    "numbers",       "numeric",
    "optional",      "ostream",
    "queue",         "random",
    "ranges",        "ratio",
    "regex",         "scoped_allocator",
    "semaphore",     "set",
    "shared_mutex",  "source_location",
    "span",          "sstream",
    "stack",         "stdexcept",
    "stop_token",    "streambuf",
    "string",        "string_view",
    "system_error",  "thread",
    "tuple",         "type_traits",
    "typeindex",     "typeinfo",
    "unordered_map", "unordered_set",
    "utility",       "valarray",
    "variant",       "vector",
    "version",
};

const std::set<std::string, std::less<>> input_output{"filesystem", "fstream", "iostream", "syncstream"};

struct Include {
  std::size_t line;
  std::string_view name;  // empty when it is not written out
  bool quoted;
};

std::string_view without_spaces(std::string_view text) {
  const std::size_t from = text.find_first_not_of(" \t");
  return from == std::string_view::npos ? std::string_view{} : text.substr(from);
}

std::optional<Include> read_include(std::string_view line, std::size_t number) {
  line = without_spaces(line);
  if (!line.starts_with('#')) return std::nullopt;
  line = without_spaces(line.substr(1));
  if (!line.starts_with("include")) return std::nullopt;
  line = without_spaces(line.substr(7));
  const bool quoted = line.starts_with('"');
  const std::size_t end = line.find(quoted ? '"' : '>', 1);
  if ((!quoted && !line.starts_with('<')) || end == std::string_view::npos) return Include{number, {}, quoted};
  return Include{number, line.substr(1, end - 1), quoted};
}

std::vector<Include> read_includes(std::string_view text) {
  std::vector<Include> includes;
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (const auto include = read_include(text.substr(0, end), number)) includes.push_back(*include);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return includes;
}

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.find('/');
  return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

// What is wrong with an include of a header of ours from `folder`.
std::string wrong_floor(std::string_view folder, std::string_view name) {
  const std::string_view target = folder_of(name);
  const auto there = floors.find(target);
  if (there == floors.end()) return "the header's folder is on no floor: write \"folder/file.h\"";
  if (folder.empty() || target == folder) return {};
  const int here = floors.find(folder)->second;
  if (there->second < here) return {};
  return std::string(folder) + "/ (floor " + std::to_string(here) + ") may not include " + std::string(target) +
         "/ (floor " + std::to_string(there->second) + ")";
}

bool is_foreign(const Include& include) {
  return !include.quoted && !include.name.empty() && !standard.contains(include.name) &&
         !input_output.contains(include.name) && !include.name.starts_with("fmt/");
}

using Names = std::set<std::string, std::less<>>;

// The headers of port/ that show another library, themselves or through one that does.
Names showing_headers(std::span<const SourceText> sources) {
  std::multimap<std::string, std::string, std::less<>> includers;
  std::vector<std::string> next;
  for (const SourceText& source : sources) {
    if (folder_of(source.path) != "port" || !source.path.ends_with(".h")) continue;
    for (const Include& include : read_includes(source.text)) {
      if (is_foreign(include)) next.push_back(source.path);
      if (include.quoted) includers.emplace(include.name, source.path);
    }
  }
  Names showing;
  while (!next.empty()) {
    const std::string header = std::move(next.back());
    next.pop_back();
    if (!showing.insert(header).second) continue;
    const auto [from, to] = includers.equal_range(header);
    for (auto i = from; i != to; ++i) next.push_back(i->second);
  }
  return showing;
}

// What is wrong with an include by a source in `folder`; empty when nothing is.
std::string wrong(std::string_view folder, const Include& include, const Names& showing) {
  if (include.name.empty()) return "an include names its header";
  if (include.quoted && folder != "port" && showing.contains(include.name))
    return "this header shows another library, so it stays within port/";
  if (include.quoted) return wrong_floor(folder, include.name);
  if (folder == "port") return {};
  if (is_foreign(include)) return "only port/ includes other people's headers";
  if (input_output.contains(include.name) && !folder.empty()) return "files and streams are the business of port/";
  return {};
}

}  // namespace

std::vector<std::string> misplaced_includes(std::span<const SourceText> sources) {
  const Names showing = showing_headers(sources);
  std::vector<std::string> found;
  for (const SourceText& source : sources) {
    const std::string_view folder = folder_of(source.path);
    if (folder.empty() ? !source.path.ends_with("main.cpp") : !floors.contains(folder)) {
      found.push_back(source.path + ": this folder is on no floor: give it one in tests/floors/floors.cpp");
      continue;
    }
    for (const Include& include : read_includes(source.text))
      if (const std::string what = wrong(folder, include, showing); !what.empty())
        found.push_back(source.path + ":" + std::to_string(include.line) + ": " + std::string(include.name) + ": " +
                        what);
  }
  return found;
}

std::vector<std::string> long_sources(std::span<const SourceText> sources, std::size_t most) {
  std::vector<std::string> found;
  for (const SourceText& source : sources) {
    const auto lines = static_cast<std::size_t>(std::count(source.text.begin(), source.text.end(), '\n'));
    if (lines > most) found.push_back(source.path + ": " + std::to_string(lines) + " lines");
  }
  return found;
}

}  // namespace framewright
