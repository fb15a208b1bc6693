#include "golden/golden_case.h"

#include <algorithm>
#include <array>
#include <set>

#include "support/difference.h"
#include "support/folder.h"
#include "support/workplace.h"

namespace framewright {

namespace fs = std::filesystem;

namespace {

constexpr const char* today = "2026-11-23";
constexpr std::array outputs{"public", "public-draft"};

std::string read_if_there(const fs::path& path, const char* otherwise) {
  return fs::exists(path) ? read_file(path) : otherwise;
}

void write_unless(const fs::path& path, const std::string& text, const char* usual) {
  if (text == usual)
    fs::remove(path);
  else
    write_file(path, text);
}

std::string unknown_entries(const fs::path& folder) {
  static const std::set<std::string> known{"site", "command", "expected.txt", "expected.err",
                                           "exit", "public",  "public-draft", "README.md"};
  std::string problems;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (!known.contains(name)) problems += name + " is no part of a case\n";
  }
  if (!fs::is_directory(folder / "site")) problems += "the case has no site/\n";
  return problems;
}

Outcome run_case(const fs::path& folder, const Workplace& place) {
  std::vector<std::string> arguments = split_arguments(read_if_there(folder / "command", "check"));
  if (std::find(arguments.begin(), arguments.end(), "--date") == arguments.end())
    arguments.insert(arguments.end(), {"--date", today});
  return place.run_framewright(arguments);
}

// Takes the output folders out of the tree of the site after the run.
Tree take_output(Tree& site, const std::string& name) {
  Tree output;
  const std::string prefix = name + '/';
  for (auto i = site.lower_bound(prefix); i != site.end() && i->first.starts_with(prefix); i = site.erase(i))
    output[i->first.substr(prefix.size())] = i->second;
  return output;
}

// A stylesheet's name holds a hash of its bytes. Where pages name the one that is there, the hash is left out, so that
// a change of the theme shows in one file.
Tree without_hash(const Tree& tree) {
  constexpr std::string_view before = "assets/style.", after = ".css";
  const auto sheet = tree.lower_bound(std::string(before));
  if (sheet == tree.end() || !sheet->first.starts_with(before) || !sheet->first.ends_with(after)) return tree;
  const std::string named = sheet->first, told = std::string(before) + "[hash]" + std::string(after);
  Tree masked;
  for (const auto& [path, bytes] : tree) {
    std::string text = bytes;
    for (std::size_t at = 0; (at = text.find(named, at)) != std::string::npos; at += told.size())
      text.replace(at, named.size(), told);
    masked[path == named ? told : path] = std::move(text);
  }
  return masked;
}

std::string differing(const std::string& what, const std::string& expected, const std::string& actual) {
  return expected == actual ? "" : what + " differs\n" + difference(expected, actual);
}

}  // namespace

std::vector<fs::path> golden_cases(const fs::path& folder) {
  std::vector<fs::path> cases;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder))
    if (entry.is_directory()) cases.push_back(entry.path());
  std::sort(cases.begin(), cases.end());
  return cases;
}

std::vector<std::string> rules_without_case(const std::vector<std::string>& rules, const fs::path& folder) {
  std::vector<std::string> missing;
  for (const std::string& rule : rules)
    if (!fs::is_directory(folder / ("rule-" + rule))) missing.push_back(rule);
  return missing;
}

std::string check_golden_case(const fs::path& folder, const fs::path& program, bool update) {
  if (std::string problems = unknown_entries(folder); !problems.empty()) return problems;
  const Workplace place(program);
  const Tree before = read_tree(folder / "site");
  write_tree(place.site(), before);
  const Outcome outcome = run_case(folder, place);
  if (outcome.timed_out) return "the program ran for more than a minute\n";
  if (outcome.signal != 0) return "the program ended by signal " + std::to_string(outcome.signal) + '\n' + outcome.err;

  const std::string out = without_chance(outcome.out, place.site());
  const std::string err = without_chance(outcome.err, place.site());
  const std::string exit_code = std::to_string(outcome.exit_code) + '\n';
  if (update) {
    write_file(folder / "expected.txt", out);
    write_unless(folder / "expected.err", err, "");
    write_unless(folder / "exit", exit_code, "0\n");
  }
  std::string problems;
  if (!fs::exists(folder / "expected.txt")) problems += "the case has no expected.txt: UPDATE_GOLDEN=1 writes it\n";
  problems += differing("expected.txt", read_if_there(folder / "expected.txt", ""), out);
  problems += differing("expected.err", read_if_there(folder / "expected.err", ""), err);
  problems += differing("exit", read_if_there(folder / "exit", "0\n"), exit_code);

  Tree after = read_tree(place.site());
  for (const char* name : outputs) {
    const Tree output = without_hash(take_output(after, name));
    if (!fs::is_directory(folder / name)) continue;
    if (update) write_tree(folder / name, output);
    problems += difference(read_tree(folder / name), output, name);
  }
  if (const std::string changed = difference(before, after, "site"); !changed.empty())
    problems += "the program altered the site itself\n" + changed;
  return problems;
}

}  // namespace framewright
