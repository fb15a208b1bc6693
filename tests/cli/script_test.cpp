#include "cli/script.h"

#include <doctest/doctest.h>

#include "support/folder.h"
#include "support/process.h"
#include "support/workplace.h"

using namespace framewright;

namespace {

// Plays a test with a program in the shell's language that stands for framewright.
Played play_with(const std::string& program, const std::string& script) {
  const TemporaryFolder place;
  write_file(place.path() / "program", "#!/bin/sh\n" + program + "\n");
  std::filesystem::permissions(place.path() / "program", std::filesystem::perms::owner_all);
  return play(script, place.path() / "program");
}

}  // namespace

TEST_CASE("a test holds when all that is written and the exit code are as expected") {
  const std::string script =
      "# A site without a title.\n-- site.toml --\ntitle = \"\"\n-- commands --\n"
      "$ framewright check 'two words'\ncheck\ntwo words\n\ntitle = \"\"\n2> wrong in [folder]\n[exit 1]\n\n"
      "$ sh: framewright again | sed -n 1p\nagain\n2> wrong in [folder]\n";
  const Played played =
      play_with("for word; do echo \"$word\"; done; echo; cat site.toml; echo \"wrong in $PWD\" >&2; exit 1", script);
  CHECK(played.problems == "");
  CHECK(played.text == script);
}

TEST_CASE("what differs is reported at the command's line, and the test as it should read is given") {
  const Played played = play_with("echo 0.1.0", "# Version.\n$ framewright version\n0.2.0\n\n# Once more.\n");
  CHECK(played.problems == "2: $ framewright version\n  line 1:\n    - 0.2.0\n    + 0.1.0\n");
  CHECK(played.text == "# Version.\n$ framewright version\n0.1.0\n\n# Once more.\n");
}

TEST_CASE("an output that is missing or an exit code that is not expected is reported") {
  CHECK(play_with("true", "$ framewright check\nfound\n").problems ==
        "1: $ framewright check\n  line 1:\n    - found\n");
  CHECK(play_with("exit 2", "$ framewright check\n").problems == "1: $ framewright check\n  line 1:\n    + [exit 2]\n");
}

TEST_CASE("output that looks like a part of a test is told apart from it") {
  const std::string script = "$ framewright new\n\\# Title\n\\$ 3\n\\\\\n[empty]\n";
  CHECK(play_with("printf '# Title\\n$ 3\\n\\\\\\n\\n'", script).problems == "");
  CHECK(play_with("printf 'no end'", "$ framewright new\nno end\n[no newline]\n").problems == "");
}

TEST_CASE("a line that is nothing known and a command that cannot be run are reported") {
  CHECK(play_with("true", "check\n").problems == "1: this is no command, file, comment or output:\n    check\n");
  CHECK(play_with("true", "$ rm x\n").problems == "1: a command begins with `framewright` or `sh:`: $ rm x\n");
}

TEST_CASE("a program that is killed, or fills the disk, or may not read can be tested") {
  CHECK(play_with("true", "$ sh: kill -9 $$\n[signal 9]\n").problems == "");
  const std::string fill = "head -c 100000 /dev/zero > file";
  CHECK(
      play_with(fill, "$ sh: ulimit -c 0; ulimit -f 4; exec head -c 100000 /dev/zero > file\n[signal 25]\n").problems ==
      "");
  CHECK(play_with(fill, "$ sh: trap '' XFSZ; ulimit -f 4; framewright 2>/dev/null || echo failed\nfailed\n").problems ==
        "");
  CHECK(play_with("cat site.toml 2>/dev/null",
                  "-- site.toml --\n-- commands --\n$ sh: chmod 000 site.toml; framewright\n[exit 1]\n")
            .problems == "");
}

TEST_CASE("a program that does not end is killed with all that it started") {
  const TemporaryFolder place;
  const Outcome outcome = run({{"/bin/sh", "-c", "sleep 30 & sleep 30"}, place.path(), {}, std::chrono::seconds(1)});
  CHECK(outcome.timed_out);
  CHECK(outcome.signal == 9);
}

TEST_CASE("durations and the folder's name do not make a difference") {
  CHECK(without_chance("built in 12 ms, checked in 0.5 s (in /tmp/x/site/public) in 3 standards", "/tmp/x/site") ==
        "built in [time], checked in [time] (in [folder]/public) in 3 standards");
}
