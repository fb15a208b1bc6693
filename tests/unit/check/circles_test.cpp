#include <doctest/doctest.h>

#include <algorithm>

#include "unit/site.h"

using namespace framewright;

TEST_CASE("a chain that comes back is reported once, at the first item's link, with the chain") {
  CHECK(
      messages("cycle", {{"content/boards/boards.toml",
                          "[group]\ntitle = \"Group\"\nreports_to = \"board\"\n\n"
                          "[board]\ntitle = \"Board\"\nreports_to = \"executive\"\n\n"
                          "[executive]\ntitle = \"Executive\"\nreports_to = \"group\"\n\n"
                          "[panel]\ntitle = \"Panel\"\nreports_to = \"group\"\n"}}) ==
      R"(content/boards/boards.toml:3:14: error[cycle]: "group" (Group) reports to "board" (Board), which leads back to where it began
   3 | reports_to = "board"
     |              ^^^^^^^
  also: content/boards/boards.toml:7:14: "board" (Board) reports to "executive" (Executive)
   7 | reports_to = "executive"
     |              ^^^^^^^^^^^
  also: content/boards/boards.toml:11:14: "executive" (Executive) reports to "group" (Group)
  11 | reports_to = "group"
     |              ^^^^^^^
  help: take out the link that is wrong
)");
}

TEST_CASE("a link to itself is a circle") {
  CHECK(messages("cycle", {{"content/boards/boards.toml", "[board]\ntitle = \"Board\"\nreports_to = \"board\"\n"}}) ==
        R"(content/boards/boards.toml:3:14: error[cycle]: "board" (Board) reports to itself
   3 | reports_to = "board"
     |              ^^^^^^^
  help: take this link out, or name another
)");
}

TEST_CASE("a circle of two types is found by the name of its relation") {
  CHECK(messages("cycle", {{"content/standards/a.md", page("id = \"S1\"\ntitle = \"A\"\nsupersedes = [\"b\"]")},
                           {"content/strategies/b.md", page("title = \"B\"\nsupersedes = [\"S1\"]")}}) ==
        R"(content/standards/a.md:4:15: error[cycle]: "S1" (A) supersedes "b" (B), which leads back to where it began
   4 | supersedes = ["b"]
     |               ^^^
  also: content/strategies/b.md:3:15: "b" (B) supersedes "S1" (A)
   3 | supersedes = ["S1"]
     |               ^^^^
  help: take out the link that is wrong
)");
}

TEST_CASE("a chain with an end, and the circle of stages, are no cycles") {
  CHECK(messages("cycle", {{"content/boards/boards.toml",
                            "[group]\ntitle = \"Group\"\nreports_to = \"board\"\n\n[board]\ntitle = \"Board\"\n"},
                           {"content/stages/stages.toml",
                            "[one]\ntitle = \"One\"\nnext = \"two\"\n\n[two]\ntitle = \"Two\"\nnext = \"one\"\n"}}) ==
        "");
}

TEST_CASE("a circle of many thousand items is found without deep recursion, and told in part") {
  std::string boards;
  constexpr int count = 20000;
  for (int i = 0; i < count; ++i)
    boards +=
        "[b" + std::to_string(i) + "]\ntitle = \"Board\"\nreports_to = \"b" + std::to_string((i + 1) % count) + "\"\n";
  const TestSite site(Files{{"content/boards/boards.toml", boards}});
  const auto cycle =
      std::find_if(site.findings().begin(), site.findings().end(), [](auto& d) { return d.rule == "cycle"; });
  REQUIRE(cycle != site.findings().end());
  CHECK(cycle->message == "\"b0\" (Board) reports to \"b1\" (Board), which leads back to where it began");
  CHECK(cycle->notes.size() == 31);
  CHECK(cycle->notes.back().message == "and so on, through 20000 links");
}
