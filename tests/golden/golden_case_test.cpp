#include "golden/golden_case.h"

#include <doctest/doctest.h>

#include "support/folder.h"

using namespace framewright;

namespace {

// A case in a temporary folder, and beside it a program in the shell's language that stands for framewright.
struct Stand {
  explicit Stand(const std::string& script) {
    write_file(program, "#!/bin/sh\n" + script + "\n");
    std::filesystem::permissions(program, std::filesystem::perms::owner_all);
    write_file(folder / "site/site.toml", "title = \"Moorvale\"\n");
  }
  std::string check(bool update = false) const { return check_golden_case(folder, program, update); }

  TemporaryFolder place;
  std::filesystem::path program = place.path() / "program";
  std::filesystem::path folder = place.path() / "case";
};

}  // namespace

TEST_CASE("a case runs `check` on the fixed date in a copy of its site") {
  Stand stand("echo \"$@\"; cat site.toml; pwd");
  write_file(stand.folder / "expected.txt", "check --date 2026-11-23\ntitle = \"Moorvale\"\n[folder]\n");
  CHECK(stand.check() == "");
}

TEST_CASE("a case may have a command of its own, with quoted words and another date") {
  Stand stand("for word; do echo \"$word\"; done");
  write_file(stand.folder / "command", "list --select 'value > 3' --date 2027-01-02\n");
  write_file(stand.folder / "expected.txt", "list\n--select\nvalue > 3\n--date\n2027-01-02\n");
  CHECK(stand.check() == "");
}

TEST_CASE("an output, a message or an exit code that differs is reported line by line") {
  Stand stand("echo one; echo three; echo wrong >&2; exit 1");
  write_file(stand.folder / "expected.txt", "one\ntwo\n");
  CHECK(stand.check() ==
        "expected.txt differs\n  line 1:\n      one\n    - two\n    + three\n"
        "expected.err differs\n  line 1:\n    + wrong\n"
        "exit differs\n  line 1:\n    - 0\n    + 1\n");
}

TEST_CASE("the published tree is compared both ways") {
  Stand stand("mkdir public; echo new > public/new.html; echo b > public/same.html; echo c > public/other.html");
  write_file(stand.folder / "command", "build\n");
  write_file(stand.folder / "expected.txt", "");
  CHECK(stand.check() == "");
  write_file(stand.folder / "public/gone.html", "");
  write_file(stand.folder / "public/other.html", "d\n");
  write_file(stand.folder / "public/same.html", "b\n");
  CHECK(stand.check() ==
        "public/gone.html is missing\npublic/other.html differs\n  line 1:\n    - d\n    + c\n"
        "public/new.html was not expected\n");
}

TEST_CASE("the hash in the name of the stylesheet is left out, where the name is right") {
  Stand stand(
      "mkdir -p public/assets; echo 'a{}' > public/assets/style.0a1b.css; echo 'assets/style.0a1b.css "
      "assets/style.0a1c.css' "
      "> public/index.html");
  write_file(stand.folder / "expected.txt", "");
  write_file(stand.folder / "public/assets/style.[hash].css", "a{}\n");
  write_file(stand.folder / "public/index.html", "assets/style.[hash].css assets/style.0a1c.css\n");
  CHECK(stand.check() == "");
}

TEST_CASE("an update writes what came, and takes away what is no longer so") {
  Stand stand("echo found in 12 ms; mkdir public; echo page > public/index.html; exit 1");
  write_file(stand.folder / "expected.err", "old\n");
  write_file(stand.folder / "public/old.html", "");
  CHECK(stand.check() != "");
  CHECK(stand.check(true) == "");
  CHECK(stand.check() == "");
  CHECK(read_file(stand.folder / "expected.txt") == "found in [time]\n");
  CHECK(read_file(stand.folder / "exit") == "1\n");
  CHECK(!std::filesystem::exists(stand.folder / "expected.err"));
  CHECK(read_tree(stand.folder / "public") == Tree{{"index.html", "page\n"}});
}

TEST_CASE("a program that crashes or alters its site is reported even in an update") {
  CHECK(Stand("kill -SEGV $$").check(true) == "the program ended by signal 11\n");
  CHECK(Stand("echo more >> site.toml").check(true) ==
        "the program altered the site itself\nsite/site.toml differs\n  line 1:\n      title = \"Moorvale\"\n"
        "    + more\n");
}

TEST_CASE("a file that is no part of a case is reported") {
  Stand stand("true");
  write_file(stand.folder / "expected.text", "");
  CHECK(stand.check() == "expected.text is no part of a case\n");
}

TEST_CASE("a rule for which there is no case is found") {
  const TemporaryFolder place;
  write_file(place.path() / "rule-cycle/site/site.toml", "");
  CHECK(rules_without_case({"cycle", "orphan"}, place.path()) == std::vector<std::string>{"orphan"});
}
