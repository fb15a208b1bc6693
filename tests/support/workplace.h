#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "support/folder.h"
#include "support/process.h"

namespace framewright {

// The program under test: $FRAMEWRIGHT, or else the one that the build made.
std::filesystem::path program_under_test(const char* built);

// Whether $UPDATE_GOLDEN asks that what is expected be rewritten by what comes.
bool updating();

// Words divided by spaces; '…' and "…" keep spaces. An unclosed quotation mark runs to the end.
std::vector<std::string> split_arguments(std::string_view text);

// A temporary folder in which the program runs on a site: the site's folder, an empty home, and the program on the path
// by the name of framewright. Its environment is the same everywhere: no colour, UTC, nothing of the user's.
class Workplace {
public:
  explicit Workplace(const std::filesystem::path& program);
  std::filesystem::path site() const { return folder_.path() / "site"; }
  Outcome run_framewright(const std::vector<std::string>& arguments) const;
  Outcome run_shell(const std::string& script) const;

private:
  Outcome run_here(std::vector<std::string> arguments) const;

  TemporaryFolder folder_;
  std::filesystem::path program_;
};

// What changes from run to run made the same: the site's folder becomes [folder], "in 12 ms" becomes "in [time]".
std::string without_chance(std::string text, const std::filesystem::path& site);

}  // namespace framewright
