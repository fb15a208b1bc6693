#include <doctest/doctest.h>

#include "unit/site.h"

using namespace framewright;

namespace {

Files standards(std::initializer_list<const char*> ids) {
  Files files;
  int number = 0;
  for (const char* id : ids)
    files["content/standards/" + std::to_string(++number) + ".md"] =
        page("id = \"" + std::string(id) + "\"\ntitle = \"Standard\"", "Text.");
  return files;
}

}  // namespace

TEST_CASE("two ids with one number are reported at the second, with the first") {
  CHECK(messages("duplicate-number", standards({"S1", "S2", "S02"})) ==
        R"(content/standards/3.md:2:6: error[duplicate-number]: two standards have the number 2
   2 | id = "S02"
     |      ^^^^^
  also: content/standards/2.md:2:6: "S2" stands here first
   2 | id = "S2"
     |      ^^^^
  help: give one of them another number
)");
}

TEST_CASE("numbers that differ, and numbers of other letters where the id is read, are no duplicates") {
  CHECK(messages("duplicate-number", standards({"S1", "S2", "S12"})) == "");
  CHECK(messages("duplicate-number",
                 {{"site.toml", "title = \"T\"\n[type.risk]\nfolder = \"risks\"\nnumbered = true\nreads = \"{id}\"\n"},
                  {"content/risks/risks.toml", "[A1]\ntitle = \"One\"\n[B1]\ntitle = \"Other\"\n"}}) == "");
}

TEST_CASE("criteria of two standards may have the same number only by themselves") {
  const std::string criteria =
      "[[criteria]]\nid = \"C1\"\ntext = \"One.\"\n[[criteria]]\nid = \"C01\"\ntext = \"Two.\"";
  CHECK(messages("duplicate-number", {{"content/standards/a.md", page("id = \"S1\"\ntitle = \"A\"\n" + criteria)}}) ==
        R"(content/standards/a.md:8:6: error[duplicate-number]: two criteria have the number 1
   8 | id = "C01"
     |      ^^^^^
  also: content/standards/a.md:5:6: "C1" stands here first
   5 | id = "C1"
     |      ^^^^
  help: give one of them another number
)");
  CHECK(messages("duplicate-number",
                 {{"content/strategies/a.md", page("title = \"A\"\n[[recommendations]]\ntext = \"One.\"")},
                  {"content/strategies/b.md", page("title = \"B\"\n[[recommendations]]\ntext = \"One.\"")}}) == "");
}

TEST_CASE("a missing number is reported at the one after it") {
  CHECK(messages("numbering-gap", standards({"S1", "S2", "S4"})) ==
        R"(content/standards/3.md:2:6: warning[numbering-gap]: standard 3 is missing: "S2" is followed by "S4"
   2 | id = "S4"
     |      ^^^^
  help: keep a withdrawn one in its place, with status = "withdrawn" and the reason, or number without a gap
)");
  CHECK(messages("numbering-gap", standards({"S2", "S3"})) ==
        R"(content/standards/1.md:2:6: warning[numbering-gap]: standard 1 is missing: the first is "S2"
   2 | id = "S2"
     |      ^^^^
  help: keep a withdrawn one in its place, with status = "withdrawn" and the reason, or number without a gap
)");
  CHECK(messages("numbering-gap", standards({"S1", "S2", "S5"})) ==
        R"(content/standards/3.md:2:6: warning[numbering-gap]: standards 3 and 4 are missing: "S2" is followed by "S5"
   2 | id = "S5"
     |      ^^^^
  help: keep a withdrawn one in its place, with status = "withdrawn" and the reason, or number without a gap
)");
  CHECK(messages("numbering-gap", standards({"S1", "S2", "S3", "S7"})) ==
        R"(content/standards/4.md:2:6: warning[numbering-gap]: standards 4 to 6 are missing: "S3" is followed by "S7"
   2 | id = "S7"
     |      ^^^^
  help: keep a withdrawn one in its place, with status = "withdrawn" and the reason, or number without a gap
)");
}

TEST_CASE("numbers without a gap, and numbers by a plan of their own, are not reported") {
  CHECK(messages("numbering-gap", standards({"S1", "S2", "S3"})) == "");
  CHECK(messages("numbering-gap", standards({"S0", "S1"})) == "");
  CHECK(messages("numbering-gap", standards({"S101", "S102", "S201", "S202"})) == "");
  CHECK(messages("numbering-gap", standards({"S7"})) == "");
}

TEST_CASE("a gap is not reported where the missing one may be in a file that cannot be read, or has a malformed id") {
  Files files = standards({"S1", "S3"});
  files["content/standards/2b.md"] = "+++\nid = \"S2\ntitle = \"Two\"\n+++\n";
  CHECK(messages("numbering-gap", files) == "");
  CHECK(messages("numbering-gap", standards({"S1", "Stwo", "S3"})) == "");
}
