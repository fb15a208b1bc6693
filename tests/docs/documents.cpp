#include "docs/documents.h"

#include <algorithm>
#include <regex>
#include <set>
#include <sstream>
#include <stdexcept>

#include "support/workplace.h"

namespace framewright {

namespace fs = std::filesystem;

namespace {

bool is_word_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

void add_words(std::string_view text, std::set<std::string, std::less<>>& words) {
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_word_character(text[end])) ++end;
    if (end > i) words.emplace(text.substr(i, end - i));
    i = end + 1;
  }
}

// Calls `prose` with each line outside blocks of code and `code` with each line inside.
template <class Prose, class Code>
void read_lines(std::string_view text, Prose prose, Code code) {
  std::string_view fence;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const std::string_view bare = line.substr(std::min(line.find_first_not_of(' '), line.size()));
    const bool marks = bare.starts_with("```") || bare.starts_with("~~~");
    if (marks && fence.empty())
      fence = bare.substr(0, 3);
    else if (!fence.empty() && bare.starts_with(fence))
      fence = {};
    else if (!fence.empty() || line.starts_with("    "))
      code(line);
    else
      prose(line);
  }
}

void add_code_spans(std::string_view line, std::set<std::string, std::less<>>& words) {
  std::size_t open = line.find('`');
  while (open != std::string_view::npos) {
    const std::size_t close = line.find('`', open + 1);
    if (close == std::string_view::npos) return;
    add_words(line.substr(open + 1, close - open - 1), words);
    open = line.find('`', close + 1);
  }
}

std::string without_code_spans(std::string_view line) {
  std::string out;
  while (!line.empty()) {
    const std::size_t open = std::min(line.find('`'), line.size());
    const std::size_t close = line.find('`', std::min(open + 1, line.size()));
    if (close == std::string_view::npos) return out.append(line);
    out.append(line.substr(0, open));
    line.remove_prefix(close + 1);
  }
  return out;
}

std::vector<std::string> link_targets(std::string_view line) {
  std::vector<std::string> targets;
  for (std::size_t at = 0; (at = line.find("](", at)) != std::string_view::npos; at += 2) {
    const std::size_t end = line.find_first_of(") ", at + 2);
    if (end != std::string_view::npos) targets.emplace_back(line.substr(at + 2, end - at - 2));
  }
  return targets;
}

}  // namespace

std::vector<std::string> undocumented(std::span<const std::string> names, const Tree& documents) {
  std::set<std::string, std::less<>> words;
  for (const auto& [path, text] : documents)
    read_lines(
        text,
        [&](std::string_view line) {
          if (line.starts_with('#')) add_words(line, words);
          add_code_spans(line, words);
        },
        [&](std::string_view line) { add_words(line, words); });
  std::vector<std::string> missing;
  for (const std::string& name : names)
    if (!words.contains(name)) missing.push_back(name);
  return missing;
}

std::vector<std::string> listed_names(const fs::path& program, const std::vector<std::string>& arguments) {
  const Outcome outcome = Workplace(program).run_framewright(arguments);
  std::vector<std::string> names;
  std::istringstream lines(outcome.out);
  for (std::string line; std::getline(lines, line);)
    if (std::vector<std::string> words = split_arguments(line); !words.empty()) names.push_back(std::move(words[0]));
  if (outcome.exit_code != 0 || outcome.signal != 0 || names.empty())
    throw std::runtime_error("framewright " + (arguments.empty() ? "" : arguments[0]) + " names nothing\n" +
                             outcome.err);
  return names;
}

namespace {

// The lines of one section of a help text, from the one after its title to the next empty one.
std::vector<std::string> section_lines(const std::string& help, std::string_view title) {
  std::vector<std::string> found;
  std::istringstream lines(help);
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (inside && !line.empty()) found.push_back(line);
    inside = line.empty() ? false : inside || line.starts_with(title);
  }
  return found;
}

std::string help_of(const fs::path& program, const std::vector<std::string>& arguments) {
  const Outcome outcome = Workplace(program).run_framewright(arguments);
  if (outcome.exit_code != 0 || outcome.signal != 0)
    throw std::runtime_error("framewright has no help\n" + outcome.err);
  return outcome.out;
}

void add_options(const std::string& help, std::set<std::string>& names) {
  for (const std::string& line : section_lines(help, "Options"))
    for (std::string word : split_arguments(line)) {
      if (!word.starts_with('-')) break;
      if (word.ends_with(',')) word.pop_back();
      names.insert(word);
    }
}

}  // namespace

std::vector<std::string> commands_and_options(const fs::path& program) {
  std::set<std::string> names;
  const std::string help = help_of(program, {"--help"});
  add_options(help, names);
  for (const std::string& line : section_lines(help, "Commands:")) {
    if (!line.starts_with("  ") || line.starts_with("   ")) continue;  // the words go on
    const std::string command = split_arguments(line)[0];
    names.insert(command);
    add_options(help_of(program, {command, "--help"}), names);
  }
  return {names.begin(), names.end()};
}

std::vector<std::string> configuration_keys(const Tree& loader_sources) {
  static const std::regex reading(
      R"re(\b(?:(?:\w+\.(?:texts?|flag|count|money|date|tables?|any))\(|(?:table_of\(\w+|read_pattern\(\w+), )"([a-z_]+)")re");
  std::set<std::string> keys;
  for (const auto& [path, text] : loader_sources)
    for (std::sregex_iterator match(text.begin(), text.end(), reading); match != std::sregex_iterator(); ++match)
      keys.insert((*match)[1]);
  return {keys.begin(), keys.end()};
}

std::vector<std::string> dead_links(const Tree& documents, const fs::path& root) {
  std::vector<std::string> dead;
  for (const auto& [path, text] : documents) {
    const fs::path folder = (root / path).parent_path();
    const auto look = [&, name = path](std::string_view line) {
      for (const std::string& target : link_targets(without_code_spans(line))) {
        const std::string file = target.substr(0, target.find('#'));
        if (file.empty() || file.find(':') != std::string::npos) continue;
        if (!fs::exists(folder / file)) dead.push_back(name + ": " + target);
      }
    };
    read_lines(text, look, [](std::string_view) {});
  }
  return dead;
}

}  // namespace framewright
