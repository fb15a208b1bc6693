#include <doctest/doctest.h>

#include "unit/site.h"

using namespace framewright;

namespace {

std::string standard(const std::string& id, const std::string& more = {}) {
  return page("id = \"" + id + "\"\ntitle = \"Standard of " + id + "\"\n" + more, "Text.");
}

}  // namespace

TEST_CASE("what is withdrawn says why") {
  CHECK(messages("withdrawn-without-reason", {{"content/standards/a.md", standard("S1", "status = \"withdrawn\"")}}) ==
        R"(content/standards/a.md:2:6: error[withdrawn-without-reason]: this standard is withdrawn and does not say why
   2 | id = "S1"
     |      ^^^^
  help: tell those who follow an old link to it: withdrawn_reason = "…"
)");
  CHECK(messages("withdrawn-without-reason",
                 {{"content/standards/a.md",
                   standard("S1", "status = \"withdrawn\"\nwithdrawn_reason = \"*Part* of S2.\"")}}) == "");
  CHECK(messages("withdrawn-without-reason", {{"content/standards/a.md", standard("S1", "status = \"adopted\"")}}) ==
        "");
}

TEST_CASE("what is superseded names its successor, or is named by it") {
  CHECK(
      messages("superseded-without-successor",
               {{"content/standards/a.md", standard("S1", "status = \"superseded\"")}}) ==
      R"(content/standards/a.md:2:6: error[superseded-without-successor]: this standard is superseded and does not say by what
   2 | id = "S1"
     |      ^^^^
  help: name what takes its place: superseded_by = "…"
)");
  CHECK(messages("superseded-without-successor",
                 {{"content/standards/a.md", standard("S1", "status = \"superseded\"\nsuperseded_by = \"S2\"")},
                  {"content/standards/b.md", standard("S2")}}) == "");
  CHECK(messages("superseded-without-successor",
                 {{"content/standards/a.md", standard("S1", "status = \"superseded\"")},
                  {"content/standards/b.md", standard("S2", "supersedes = [\"S1\"]")}}) == "");
}

TEST_CASE("a successor that does not exist is one mistake") {
  const TestSite site(
      Files{{"content/standards/a.md", standard("S1", "status = \"superseded\"\nsuperseded_by = \"S9\"")}});
  CHECK(site.messages("superseded-without-successor") == "");
  CHECK(site.messages("unresolved-reference") != "");
}

TEST_CASE("a link, a reference and a directive to what is withdrawn are one finding for each that leads there") {
  const Files files{{"content/standards/a.md", standard("S1", "status = \"withdrawn\"\nwithdrawn_reason = \"Old.\"")},
                    {"content/strategies/b.md",
                     page("title = \"B\"\nstandards = [\"S1\"]", "See [[S1]].\n\n```{item}\nid = \"S1\"\n```\n")},
                    {"content/index.md", page("title = \"Home\"", "See [the rule](id:S1).")}};
  CHECK(messages("link-to-withdrawn", files) ==
        R"(content/index.md:5:5: warning[link-to-withdrawn]: the standard "S1" (Standard of S1) is withdrawn
   5 | See [the rule](id:S1).
     |     ^^^^^^^^^^^^^^^^^
  help: take the link out, or name what holds now
content/strategies/b.md:3:14: warning[link-to-withdrawn]: the standard "S1" (Standard of S1) is withdrawn
   3 | standards = ["S1"]
     |              ^^^^
  also: content/strategies/b.md:6:5: it is named here too
   6 | See [[S1]].
     |     ^^^^^^
  also: content/strategies/b.md:8:1: it is named here too
   8 | ```{item}
     | ^^^^^^^^^
  help: take the link out, or name what holds now
)");
}

TEST_CASE("a link to what is superseded names the successor") {
  CHECK(messages("link-to-withdrawn",
                 {{"content/standards/a.md", standard("S1", "status = \"superseded\"\nsuperseded_by = \"S2\"")},
                  {"content/standards/b.md", standard("S2")},
                  {"content/index.md", page("title = \"Home\"", "See [[S1]].")}}) ==
        R"(content/index.md:5:5: warning[link-to-withdrawn]: the standard "S1" (Standard of S1) is superseded
   5 | See [[S1]].
     |     ^^^^^^ "S2" (Standard of S2) takes its place
  help: name its successor instead
)");
}

TEST_CASE("the successor that is named is the one that holds now, past those that came between") {
  const Files chain{{"content/standards/a.md", standard("S1", "status = \"superseded\"\nsuperseded_by = \"S2\"")},
                    {"content/standards/b.md", standard("S2", "status = \"superseded\"")},
                    {"content/standards/c.md", standard("S3", "supersedes = [\"S2\"]")},
                    {"content/index.md", page("title = \"Home\"", "See [[S1]].")}};
  CHECK(messages("link-to-withdrawn", chain) ==
        R"(content/index.md:5:5: warning[link-to-withdrawn]: the standard "S1" (Standard of S1) is superseded
   5 | See [[S1]].
     |     ^^^^^^ "S3" (Standard of S3) takes its place
  help: name its successor instead
)");
  Files ended = chain;
  ended["content/standards/c.md"] =
      standard("S3", "supersedes = [\"S2\"]\nstatus = \"withdrawn\"\nwithdrawn_reason = \"Old.\"");
  CHECK(messages("link-to-withdrawn", ended) ==
        R"(content/index.md:5:5: warning[link-to-withdrawn]: the standard "S1" (Standard of S1) is superseded
   5 | See [[S1]].
     |     ^^^^^^
  help: take the link out, or name what holds now
)");
}

TEST_CASE("successors in a circle end the search for one that holds") {
  CHECK(messages("link-to-withdrawn",
                 {{"content/standards/a.md", standard("S1", "status = \"superseded\"\nsuperseded_by = \"S2\"")},
                  {"content/standards/b.md", standard("S2", "status = \"superseded\"\nsuperseded_by = \"S1\"")},
                  {"content/index.md", page("title = \"Home\"", "See [[S1]].")}}) ==
        R"(content/index.md:5:5: warning[link-to-withdrawn]: the standard "S1" (Standard of S1) is superseded
   5 | See [[S1]].
     |     ^^^^^^
  help: take the link out, or name what holds now
)");
}

TEST_CASE("a part of an item may supersede a part of another that is withdrawn") {
  CHECK(messages("link-to-withdrawn",
                 {{"content/standards/a.md", standard("S1",
                                                      "status = \"withdrawn\"\nwithdrawn_reason = \"Old.\"\n"
                                                      "[[criteria]]\ntext = \"One.\"")},
                  {"content/standards/b.md",
                   standard("S2", "[[criteria]]\ntext = \"Two.\"\nsupersedes = [\"S1.1\"]")}}) == "");
}

TEST_CASE("more than ten further places are told as ten") {
  std::string text;
  for (int i = 0; i < 12; ++i) text += "See [[S1]].\n\n";
  const std::string found =
      messages("link-to-withdrawn",
               {{"content/standards/a.md", standard("S1", "status = \"withdrawn\"\nwithdrawn_reason = \"Old.\"")},
                {"content/index.md", page("title = \"Home\"", text)}});
  std::size_t notes = 0;
  for (std::size_t at = found.find("  also: "); at != std::string::npos; at = found.find("  also: ", at + 1)) ++notes;
  CHECK(notes == 10);
}

TEST_CASE("the successor, another withdrawn item and a list may show what is withdrawn") {
  CHECK(
      messages(
          "link-to-withdrawn",
          {{"content/standards/a.md", standard("S1", "status = \"superseded\"")},
           {"content/standards/b.md", page("id = \"S2\"\ntitle = \"B\"\nsupersedes = [\"S1\"]", "It replaces [[S1]].")},
           {"content/standards/c.md",
            page("id = \"S3\"\ntitle = \"C\"\nstatus = \"withdrawn\"\nwithdrawn_reason = \"Old.\"", "See [[S1]].")},
           {"content/index.md", page("title = \"Home\"", "```{list}\nselect = \"standard\"\n```\n")}}) == "");
}

TEST_CASE("a review that is overdue is reported at its date") {
  CHECK(messages("review-overdue", {{"content/a.md", page("title = \"A\"\nreview_by = 2026-11-22", "Text.")}}) ==
        R"(content/a.md:3:13: warning[review-overdue]: the review of this page is overdue
   3 | review_by = 2026-11-22
     |             ^^^^^^^^^^ it was due 1 day ago
  help: review it, and set reviewed_on and the next review_by
)");
  CHECK(messages("review-overdue", {{"content/a.md", page("title = \"A\"\nreview_by = 2026-11-23", "Text.")}}) == "");
}

TEST_CASE("the review of what is withdrawn, and a date that another finding is about, are not overdue") {
  CHECK(messages("review-overdue",
                 {{"content/standards/a.md",
                   standard("S1", "status = \"withdrawn\"\nwithdrawn_reason = \"Old.\"\nreview_by = 2020-01-01")},
                  {"content/b.md",
                   page("title = \"B\"\nreviewed_on = 2026-05-01\nreview_by = 2026-04-01", "Text.")}}) == "");
}

TEST_CASE("where no item of a type was reviewed there is one finding, else one for each that was not") {
  const std::string reviewed = "reviewed_on = 2026-05-01";
  CHECK(messages("never-reviewed",
                 {{"content/standards/a.md", standard("S1")}, {"content/standards/b.md", standard("S2")}}) ==
        R"(content/standards/a.md:2:6: info[never-reviewed]: none of the 2 standards says when it was last reviewed
   2 | id = "S1"
     |      ^^^^
  help: set reviewed_on to the day of the last review
)");
  CHECK(messages("never-reviewed", {{"content/standards/a.md", standard("S1", reviewed)},
                                    {"content/standards/b.md", standard("S2")},
                                    {"content/standards/c.md", standard("S3")}}) ==
        R"(content/standards/b.md:2:6: info[never-reviewed]: this standard does not say when it was last reviewed
   2 | id = "S2"
     |      ^^^^
  help: set reviewed_on to the day of the last review
content/standards/c.md:2:6: info[never-reviewed]: this standard does not say when it was last reviewed
   2 | id = "S3"
     |      ^^^^
  help: set reviewed_on to the day of the last review
)");
  CHECK(messages("never-reviewed", {{"content/standards/a.md", standard("S1", reviewed)}}) == "");
  CHECK(messages("never-reviewed", {{"content/principles/p.toml", "[P1]\ntitle = \"A\"\n"}}) == "");
}
