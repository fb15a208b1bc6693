#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace framewright {

// A case is a folder:
//
//   site/            a whole small site: site.toml, content/ …
//   command          the arguments, on one line; `check` when there is no such file
//   expected.txt     all that is written to the standard output
//   expected.err     all that is written to the standard error; nothing when there is no such file
//   exit             the exit code; 0 when there is no such file
//   public/          the whole output of a build, byte for byte; compared when the folder is there (public-draft/ too).
//                    The hash in the stylesheet's name is written [hash]
//   README.md        optional: why the case is there
//
// The command runs in a copy of the site with `--date 2026-11-23` after its arguments, and may change nothing there but
// the output folders. The case of a rule is named `rule-` and the rule's name.
std::vector<std::filesystem::path> golden_cases(const std::filesystem::path& folder);  // by name

// Of the rules named, those for which `folder` holds no case `rule-NAME`.
std::vector<std::string> rules_without_case(const std::vector<std::string>& rules, const std::filesystem::path& folder);

// What differs between what the case expects and what came; empty when nothing does. With `update`, what the case
// expects is rewritten first: only what no run may ever do (end by a signal, hang, alter its site) is left to report.
std::string check_golden_case(const std::filesystem::path& folder, const std::filesystem::path& program, bool update);

}  // namespace framewright
