#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace framewright {

// A test of the command line is a text file, read from top to bottom in an empty folder of its own:
//
//   # Words for the reader.
//   -- site.toml --
//   title = "Moorvale"
//   -- commands --
//   $ framewright check --date 2026-11-23
//   what is written to the standard output
//   2> what is written to the standard error
//   [exit 1]
//   $ sh: chmod 000 content && framewright check
//
// `-- path --` begins a file of the site, which runs to the next such line; `-- commands --` ends it. Files and
// commands may come in any order. `$ framewright` runs without a shell ('…' and "…" keep words together), `$ sh:` by
// the shell, where framewright is on the path. [exit 0] is left out; a signal is [signal 9]. Empty lines at the end of
// what is expected are for the reader: one in the output is written [empty], a missing last newline [no newline]. A
// line of output that would be taken for something else has a `\` before it. The site's folder is written [folder], a
// duration "in [time]".
//
// Files without permission mean the same for root as for anybody. `ulimit -f 4; framewright build` is killed when it
// writes more than 4 blocks of 512 bytes to a file; `trap "" XFSZ; ulimit -f 4; …` gives it an error of writing
// instead, as a full disk does.
struct Played {
  std::string problems;  // what differs, by line of the test; empty when nothing does
  std::string text;      // the test with what came in place of what was expected
};
Played play(std::string_view script, const std::filesystem::path& program);

}  // namespace framewright
