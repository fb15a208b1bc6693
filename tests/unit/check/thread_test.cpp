#include <doctest/doctest.h>

#include "unit/site.h"

using namespace framewright;

namespace {

const std::string strategy = page("title = \"Plan\"\nstandards = [\"S1\"]", "Text.");

std::string standard(const std::string& id, const std::string& more = {}) {
  return page("id = \"" + id + "\"\ntitle = \"Standard of " + id + "\"\n" + more, "Text.");
}

}  // namespace

TEST_CASE("a framework without its metadata is reported once, with all that it lacks") {
  CHECK(
      messages("missing-metadata",
               {{"content/framework/index.md", page("title = \"Framework\"\nowner = \"\"\nversion = \"1\"")}}) ==
      R"(content/framework/index.md:2:9: warning[missing-metadata]: this framework gives no status, owner or review_by, and none of adopted_on, approved_on and published_on
   2 | title = "Framework"
     |         ^^^^^^^^^^^
  help: add what is missing, so that readers know which edition they have, who answers for it and whether it still holds
)");
  CHECK(
      messages(
          "missing-metadata",
          {{"content/framework/index.md",
            page("title = \"F\"\nversion = \"1\"\nstatus = \"adopted\"\nowner = \"Head\"\nreview_by = 2027-01-01")}}) ==
      R"(content/framework/index.md:2:9: warning[missing-metadata]: this framework gives none of adopted_on, approved_on and published_on
   2 | title = "F"
     |         ^^^
  help: add what is missing, so that readers know which edition they have, who answers for it and whether it still holds
)");
}

TEST_CASE("one of the dates will do, and a date that was refused is another finding") {
  const std::string most = "title = \"F\"\nversion = \"1\"\nstatus = \"adopted\"\nowner = \"Head\"\n";
  CHECK(messages("missing-metadata", {{"content/framework/index.md",
                                       page(most + "approved_on = 2026-01-01\nreview_by = 2027-01-01")}}) == "");
  CHECK(messages("missing-metadata", {{"content/framework/index.md",
                                       page(most + "approved_on = 2026-01-01\nreview_by = \"soon\"")}}) == "");
}

TEST_CASE("what is expected is given by a title from the text, a link, nested items and the id that every item has") {
  const std::string expected =
      "title = \"T\"\n[type.outcome]\nexpected_metadata = [\"title\", \"id\", \"measured_by\"]\n"
      "[type.standard]\nexpected_metadata = [\"criteria\"]\n";
  CHECK(messages("missing-metadata",
                 {{"site.toml", expected},
                  {"content/outcomes/a.md", page("measured_by = [\"waits\"]", "# A\n\nText.")},
                  {"content/indicators/waits.md", page("title = \"W\"\nevidences = [\"a\"]", "Text.")},
                  {"content/standards/a.md", standard("S1", "[[criteria]]\ntext = \"One.\"")}}) == "");
  CHECK(messages("missing-metadata", {{"site.toml", expected},
                                      {"content/outcomes/a.md", page("title = \"A\"", "Text.")},
                                      {"content/standards/a.md", standard("S1")}}) ==
        R"(content/outcomes/a.md:2:9: warning[missing-metadata]: this outcome gives no measured_by
   2 | title = "A"
     |         ^^^
  help: add what is missing, so that readers know which edition they have, who answers for it and whether it still holds
content/standards/a.md:2:6: warning[missing-metadata]: this standard gives no criteria
   2 | id = "S1"
     |      ^^^^
  help: add what is missing, so that readers know which edition they have, who answers for it and whether it still holds
)");
}

TEST_CASE("white space and a list of nothing give nothing, and a link that leads nowhere is another finding") {
  const std::string expected =
      "title = \"T\"\n[type.outcome]\nexpected_metadata = [\"owner\", \"also\", \"measured_by\"]\n";
  CHECK(messages("missing-metadata",
                 {{"site.toml", expected},
                  {"content/outcomes/a.md",
                   page("title = \"A\"\nowner = \"  \"\nalso = []\nmeasured_by = [\"x\"]", "Text.")}}) ==
        R"(content/outcomes/a.md:2:9: warning[missing-metadata]: this outcome gives no owner or also
   2 | title = "A"
     |         ^^^
  help: add what is missing, so that readers know which edition they have, who answers for it and whether it still holds
)");
}

TEST_CASE("an item that nothing covers is reported at its id, with how to name it") {
  CHECK(messages("uncovered", {{"content/strategies/plan.md", strategy},
                               {"content/standards/a.md", standard("S1")},
                               {"content/standards/b.md", standard("S2")}}) ==
        R"(content/standards/b.md:2:6: warning[uncovered]: no strategy, contract or indicator is linked to this standard
   2 | id = "S2"
     |      ^^^^
  help: name it in one that answers to it, such as standards = ["S2"] in a strategy
)");
}

TEST_CASE("where the site has nothing that could cover a type there is one finding") {
  CHECK(
      messages("uncovered", {{"content/standards/a.md", standard("S1")}, {"content/standards/b.md", standard("S2")}}) ==
      R"(content/standards/a.md:2:6: warning[uncovered]: the site has no strategy, contract or indicator, so that none of its 2 standards is covered
   2 | id = "S1"
     |      ^^^^
  help: add one and name in it what it answers to
)");
}

TEST_CASE("an item is covered from either end, and by way of its criteria") {
  CHECK(
      messages("uncovered",
               {{"content/strategies/plan.md", page("title = \"Plan\"", "Text.")},
                {"content/standards/a.md", standard("S1", "[[criteria]]\ntext = \"One.\"\nmeasured_by = [\"waits\"]")},
                {"content/indicators/waits.md", page("title = \"Waits\"\nevidences = [\"S1.1\"]", "Text.")}}) == "");
}

TEST_CASE(
    "what is withdrawn, what a mistyped id was meant for and what a file that cannot be read may cover is no gap") {
  CHECK(messages("uncovered",
                 {{"content/strategies/plan.md", page("title = \"Plan\"\nstandards = [\"S1\", \"S22\"]", "Text.")},
                  {"content/standards/a.md", standard("S1")},
                  {"content/standards/b.md", standard("S2")},
                  {"content/standards/c.md", standard("S3", "status = \"withdrawn\"\nwithdrawn_reason = \"Old.\"")}}) ==
        "");
  CHECK(messages("uncovered", {{"content/strategies/plan.md", "+++\ntitle = \"Plan\n+++\n"},
                               {"content/standards/a.md", standard("S1")}}) == "");
}

TEST_CASE("where all of a type is withdrawn or still a draft there is nothing to cover") {
  const std::string withdrawn = "status = \"withdrawn\"\nwithdrawn_reason = \"Old.\"";
  CHECK(messages("uncovered", {{"content/standards/a.md", standard("S1", withdrawn)},
                               {"content/standards/b.md", standard("S2", "draft = true")}}) == "");
  CHECK(
      messages("uncovered", {{"content/standards/a.md", standard("S1", withdrawn)},
                             {"content/standards/b.md", standard("S2", "draft = true")},
                             {"content/standards/c.md", standard("S3")}}) ==
      R"(content/standards/c.md:2:6: warning[uncovered]: the site has no strategy, contract or indicator, so that its one standard is not covered
   2 | id = "S3"
     |      ^^^^
  help: add one and name in it what it answers to
)");
  CHECK(messages("uncovered", {{"content/strategies/plan.md", page("title = \"Plan\"", "Text.")},
                               {"content/standards/b.md", standard("S2", "draft = true")}}) == "");
}

TEST_CASE("how to name an uncovered item is said by what may cover it, else by the item itself") {
  const auto help = [](const std::string& covered_by, const std::string& link) {
    const std::string found = messages(
        "uncovered",
        {{"site.toml", "title = \"T\"\n[type.aim]\nfolder = \"aims\"\nlabel = [\"aim\", \"aims\"]\n" + link +
                           "[type.aim.covered_by]\nany = [\"" + covered_by + "\"]\n"},
         {"content/aims/a.md", page("title = \"A\"", "Text.")},
         {"content/boards/b.toml", "[b]\ntitle = \"B\"\n"},
         {"content/decisions/d.md", page("title = \"D\"\non = 2026-01-01\nby = \"b\"\nabout = [\"b\"]", "Text.")}});
    return found.substr(std::min(found.find("  help:"), found.size()));
  };
  CHECK(help("decision", "") == "  help: name it in one that answers to it, such as about = [\"a\"] in a decision\n");
  CHECK(help("board", "[type.aim.link]\nset_by = { to = [\"board\"], max = 1, reads = [\"was set by\", \"set\"] }\n") ==
        "  help: name one that answers to it, such as set_by = \"…\"\n");
  CHECK(help("board", "") == "  help: name it, or a part of it, in one that answers to it\n");
}

TEST_CASE("a draft need not be led to or reviewed before it is published") {
  CHECK(messages("orphan", {{"content/boards/b.toml", "[b]\ntitle = \"B\"\ndraft = true\n"}}) == "");
  CHECK(messages("never-reviewed", {{"content/standards/a.md", standard("S1", "draft = true")},
                                    {"content/standards/b.md", standard("S2", "reviewed_on = 2026-05-01")}}) == "");
}

TEST_CASE("an item that nothing leads to is an orphan") {
  CHECK(
      messages("orphan", {{"content/boards/boards.toml", "[board]\ntitle = \"Board\"\ntext = \"See [[board]].\"\n"}}) ==
      R"(content/boards/boards.toml:1:2: warning[orphan]: nothing leads to this board: no text, list or link names it
   1 | [board]
     |  ^^^^^
  help: name it where readers will look for it: [[board]]
)");
}

TEST_CASE("a mention, a list and a link at either end lead to an item") {
  const std::string boards = "[board]\ntitle = \"Board\"\n";
  CHECK(messages("orphan", {{"content/boards/boards.toml", boards},
                            {"content/index.md", page("title = \"H\"", "[[board]]")}}) == "");
  CHECK(messages("orphan", {{"content/boards/boards.toml", boards},
                            {"content/index.md", page("title = \"H\"", "```{list}\nselect = \"board\"\n```\n")}}) ==
        "");
  CHECK(messages("orphan", {{"content/boards/boards.toml", boards},
                            {"content/roles/roles.toml", "[head]\ntitle = \"Head\"\nheld_in = [\"board\"]\n"}}) == "");
}

TEST_CASE("a rule of the site is reported at the value that it is about, else at the id") {
  const std::string rules =
      "title = \"T\"\n[[rule]]\nname = \"plan-title\"\nselect = \"strategy\"\nrequire = \"title != 'Plan'\"\n"
      "message = \"Call it something else.\"\nhelp = \"think again\"\n"
      "[[rule]]\nname = \"plan-needs\"\nselect = \"strategy\"\nrequire = \"needs is not empty\"\nseverity = \"error\"\n"
      "message = \"A plan names the needs that it meets.\"\n";
  const TestSite site(Files{
      {"site.toml", rules}, {"content/strategies/plan.md", strategy}, {"content/standards/a.md", standard("S1")}});
  CHECK(site.messages("plan-title") == R"(content/strategies/plan.md:2:9: warning[plan-title]: Call it something else
   2 | title = "Plan"
     |         ^^^^^^
  help: think again
)");
  CHECK(site.messages("plan-needs") ==
        R"(content/strategies/plan.md:2:9: error[plan-needs]: A plan names the needs that it meets
   2 | title = "Plan"
     |         ^^^^^^
)");
}

TEST_CASE("a rule that holds finds nothing, and one that cannot be understood is reported once") {
  const auto rule = [](const std::string& require) {
    return Files{{"site.toml", "title = \"T\"\n[[rule]]\nname = \"own\"\nselect = \"standard\"\nrequire = \"" +
                                   require + "\"\nmessage = \"No.\"\n"},
                 {"content/standards/a.md", standard("S1")},
                 {"content/standards/b.md", standard("S2")}};
  };
  CHECK(messages("own", rule("title is not empty")) == "");
  CHECK(messages("own", rule("titel is not empty")) == "");
  CHECK(messages("bad-expression", rule("titel is not empty")) ==
        R"(site.toml:5:12: error[bad-expression]: there is nothing called `titel` here
   5 | require = "titel is not empty"
     |            ^^^^^ did you mean `title`?
  help: `framewright types standard` lists the fields of a standard
)");
}

TEST_CASE("a rule about a link or an empty list is reported there, and only on items that it is about") {
  const auto rule = [](const std::string& require, const std::string& plan) {
    return Files{{"site.toml",
                  "title = \"T\"\n[[rule]]\nname = \"own\"\nselect = \"strategy and status != 'draft'\"\n"
                  "require = \"" +
                      require + "\"\nmessage = \"No.\"\n"},
                 {"content/strategies/plan.md", page("title = \"Plan\"\n" + plan, "Text.")},
                 {"content/strategies/draft.md", page("title = \"Draft\"\nstatus = \"draft\"", "Text.")},
                 {"content/standards/a.md", standard("S1")}};
  };
  const std::string adopted = "status = \"adopted\"\n";
  CHECK(messages("own", rule("standards | length >= 2", adopted + "standards = [\"S1\"]")) ==
        R"(content/strategies/plan.md:4:14: warning[own]: No
   4 | standards = ["S1"]
     |              ^^^^
)");
  CHECK(messages("own", rule("standards | length >= 1", adopted + "standards = [\"S1\"]")) == "");
  CHECK(messages("own", rule("standards is not empty", adopted)) ==
        R"(content/strategies/plan.md:2:9: warning[own]: No
   2 | title = "Plan"
     |         ^^^^^^
)");
}

TEST_CASE("a rule that goes wrong while it is asked is one finding, in the rule") {
  const Files files{
      {"site.toml",
       "title = \"T\"\n[[rule]]\nname = \"own\"\nselect = \"board\"\nrequire = "
       "\"delegated_limit / (delegated_limit - delegated_limit) > 1\"\nmessage = \"No.\"\n"},
      {"content/boards/b.toml", "[a]\ntitle = \"A\"\ndelegated_limit = 1\n[b]\ntitle = \"B\"\ndelegated_limit = 2\n"}};
  CHECK(messages("own", files) == "");
  CHECK(messages("bad-expression", files) ==
        R"(site.toml:5:28: error[bad-expression]: a number cannot be divided by nought
   5 | require = "delegated_limit / (delegated_limit - delegated_limit) > 1"
     |                            ^
)");
}

TEST_CASE("a rule of the site obeys the severities of the site") {
  const auto found = [](const std::string& severity) {
    return messages("own", {{"site.toml",
                             "title = \"T\"\n[[rule]]\nname = \"own\"\nselect = \"board\"\nrequire = "
                             "\"members is not empty\"\nmessage = \"No.\"\n[rules]\nown = \"" +
                                 severity + "\"\n"},
                            {"content/boards/b.toml", "[a]\ntitle = \"A\"\n"}});
  };
  CHECK(found("info").find("info[own]: No\n") != std::string::npos);
  CHECK(found("off") == "");
}
