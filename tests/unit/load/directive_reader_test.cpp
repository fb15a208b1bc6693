#include "load/directive_reader.h"

#include <doctest/doctest.h>

#include "unit/load/read_site.h"

using namespace framewright;
using namespace framewright::test;

namespace {

const ReadSite::Files base{
    {"content/index.md", md("title = \"Home\"")},
    {"content/standards.toml",
     "[S1]\ntitle = \"Safe\"\norder = 3\nsummary = \"x\"\n[S2]\ntitle = \"Heard\"\norder = 1\n[S3]\ntitle = "
     "\"Fair\"\n"},
    {"content/standards/index.md", md("title = \"Standards\"")},
    {"content/boards.toml", "[jcb]\ntitle = \"JCB\"\ndelegated_limit = 30000\n[small]\ntitle = \"Small\"\n"}};

ReadSite::Files with(const std::string& text) {
  ReadSite::Files files = base;
  files["content/a.md"] = md("title = \"A\"", text);
  return files;
}

// What is said of a directive, from line 4 of a page on.
std::string messages(const std::string& text) { return ReadSite(with(text), {"own"}).messages(); }

// The ids that the first directive of a text selects.
std::string selected(const std::string& text) {
  const ReadSite site(with(text), {"own"});
  std::string out;
  if (!site.body("page", "a").directives.empty())
    for (const auto& [option, items] : site.body("page", "a").directives[0].selections)
      for (const ItemId item : items) out += site.model().items[item].id + " ";
  return out + site.messages();
}

std::string list(const std::string& options) { return "```{list}\n" + options + "\n```\n"; }

}  // namespace

TEST_CASE("a selection holds the items in reading order, or sorted, and no more than the limit") {
  CHECK(selected(list("select = \"standard\"")) == "S2 S1 S3 ");
  CHECK(selected(list("select = \"standard\"\nsort = \"title\"")) == "S3 S2 S1 ");
  CHECK(selected(list("select = \"standard\"\nsort = \"-title\"\nlimit = 2")) == "S1 S2 ");
  CHECK(selected(list("select = \"standard\"\nsort = \"order\"")) == "S2 S1 S3 ");
  CHECK(selected(list("select = \"standard\"\nsort = \"-order\"")) == "S1 S2 S3 ");
  CHECK(selected(list("select = \"standard and summary is not empty\"")) == "S1 ");
  CHECK(selected(list("select = \"board and delegated_limit >= 30000\"")) == "jcb ");
  CHECK(selected(list("select = \"page\"")) == "a ");
}

TEST_CASE("a directive that nobody knows is reported with the nearest") {
  CHECK(messages("```{lst}\nselect = \"standard\"\n```\n") ==
        "content/a.md:4:1: error[bad-directive]: there is no directive {lst}\n"
        "   4 | ```{lst}\n"
        "     | ^^^^^^^^ did you mean {list}?\n"
        "  help: a site adds one with a template, templates/directives/lst.html\n");
  CHECK(messages("```{onw}\n```\n") ==
        "content/a.md:4:1: error[bad-directive]: there is no directive {onw}\n"
        "   4 | ```{onw}\n"
        "     | ^^^^^^^^ did you mean {own}?\n"
        "  help: a site adds one with a template, templates/directives/onw.html\n");
}

TEST_CASE("a site's own directive takes any option, and the usual ones mean what they always do") {
  CHECK(selected("```{own}\nselect = \"standard\"\nlimit = 1\nanything = [1, 2]\n```\n") == "S2 ");
  CHECK(messages("```{own}\nlimit = \"x\"\n```\n") ==
        "content/a.md:5:9: error[bad-directive]: limit must be a whole number\n"
        "   5 | limit = \"x\"\n"
        "     |         ^^^\n");
}

TEST_CASE("options are checked one by one, at their values") {
  CHECK(messages(list("selct = \"standard\"\nshow = \"titel\"\nlimit = 0\ncaption = 5")) ==
        "content/a.md:5:1: error[bad-directive]: {list} has no option \"selct\"\n"
        "   5 | selct = \"standard\"\n"
        "     | ^^^^^ did you mean \"select\"?\n"
        "  help: its options are select, sort, limit, show, caption and empty\n"
        "content/a.md:6:8: error[bad-directive]: show cannot be \"titel\"\n"
        "   6 | show = \"titel\"\n"
        "     |        ^^^^^^^ did you mean \"title\"?\n"
        "  help: it is one of title, summary, text or citation\n"
        "content/a.md:7:9: error[bad-directive]: limit must be 1 or more\n"
        "   7 | limit = 0\n"
        "     |         ^\n"
        "content/a.md:8:11: error[bad-directive]: caption must be text between quotation marks\n"
        "   8 | caption = 5\n"
        "     |           ^\n");
  CHECK(messages("```{table}\nselect = \"standard\"\ncolumns = \"title\"\ntotals = \"yes\"\n```\n") ==
        "content/a.md:6:11: error[bad-directive]: columns must be a list of names, such as [\"title\", \"status\"]\n"
        "   6 | columns = \"title\"\n"
        "     |           ^^^^^^^\n"
        "content/a.md:7:10: error[bad-directive]: totals must be true or false\n"
        "   7 | totals = \"yes\"\n"
        "     |          ^^^^^\n");
}

TEST_CASE("options that are malformed or written twice are reported at their place") {
  CHECK(messages(list("select = \"standard")) ==
        "content/a.md:5:10: error[bad-directive]: this quotation mark is never closed\n"
        "   5 | select = \"standard\n"
        "     |          ^\n"
        "  help: write \" at the end of the text; text of several lines stands between \"\"\" and \"\"\"\n");
  CHECK(messages(list("select = \"standard\"\nselect = \"board\"")) ==
        "content/a.md:6:1: error[bad-directive]: select is written twice\n"
        "   6 | select = \"board\"\n"
        "     | ^^^^^^\n"
        "  also: content/a.md:5:1: it stands here first\n"
        "   5 | select = \"standard\"\n"
        "     | ^^^^^^\n"
        "  help: keep one of them\n");
}

TEST_CASE("places in a directive that is indented or quoted are those of the file") {
  CHECK(messages("- a list\n\n  ```{list}\n  select = \"standard\"\n  limit = 0\n  sort = \"titel\"\n  ```\n") ==
        "content/a.md:8:11: error[bad-directive]: limit must be 1 or more\n"
        "   8 |   limit = 0\n"
        "     |           ^\n"
        "content/a.md:9:10: error[bad-directive]: there is no field \"titel\" here\n"
        "   9 |   sort = \"titel\"\n"
        "     |          ^^^^^^^ did you mean \"title\"?\n");
  CHECK(messages("> ```{list}\n> # first\n> select = \"standard and\n> ```\n") ==
        "content/a.md:6:12: error[bad-directive]: this quotation mark is never closed\n"
        "   6 | > select = \"standard and\n"
        "     |            ^\n"
        "  help: write \" at the end of the text; text of several lines stands between \"\"\" and \"\"\"\n");
  CHECK(messages("> ```{list}\n> # first\n> select = \"standard and nothing\"\n> ```\n") ==
        "content/a.md:6:26: error[bad-expression]: there is nothing called `nothing` here\n"
        "   6 | > select = \"standard and nothing\"\n"
        "     |                          ^^^^^^^\n"
        "  help: `framewright types standard` lists the fields of a standard\n");
}

TEST_CASE("the place of a directive is the line of its name, however its fence is written") {
  for (const char* fence : {"````{list}", "~~~{list}", "``` {list}", "  ```{list}"}) {
    const std::string line(fence);
    const std::string closing = line[0] == '~' ? "~~~" : line.starts_with("````") ? "````" : "```";
    const ReadSite site(with(line + "\n" + closing + "\n"), {});
    REQUIRE(site.found().all().size() == 1);
    CHECK(site.model().files.text(site.found().all()[0].where) == line.substr(line.find_first_not_of(' ')));
  }
}

TEST_CASE("a field that there is not is reported, also when nothing is selected") {
  CHECK(messages(list("select = \"standard\"\nsort = \"-titel\"")) ==
        "content/a.md:6:8: error[bad-directive]: there is no field \"titel\" here\n"
        "   6 | sort = \"-titel\"\n"
        "     |        ^^^^^^^^ did you mean \"title\"?\n");
  CHECK(messages("```{table}\nselect = \"outcome\"\ncolumns = [\"title\", \"part_off\"]\n```\n") ==
        "content/a.md:6:21: error[bad-directive]: there is no field \"part_off\" here\n"
        "   6 | columns = [\"title\", \"part_off\"]\n"
        "     |                     ^^^^^^^^^^ did you mean \"part_of\"?\n");
}

TEST_CASE("an option that names an item finds it as a reference does") {
  CHECK(messages("```{item}\nid = \"S9\"\n```\n") ==
        "content/a.md:5:6: error[unresolved-reference]: there is no item \"S9\"\n"
        "   5 | id = \"S9\"\n"
        "     |      ^^^^ did you mean \"S1\" (Safe)?\n"
        "  help: write its id, or its title just as it stands\n");
  const ReadSite site(with("```{item}\nid = \"heard\"\n```\n"), {});
  CHECK(site.body("page", "a").directives[0].item == site.find("standard", "S2"));
}

TEST_CASE("an include names a Markdown file from the folder of its own") {
  ReadSite site{{"content/x/a.md", md("title = \"A\"", "```{include}\npath = \"../b.md\"\n```\n")},
                {"content/b.md", md("title = \"B\"", "Text.\n")}};
  CHECK(site.messages() == "");
  CHECK(site.body("page", "x/a").directives[0].include == site.item("page", "b").body);
  CHECK(messages("```{include}\npath = \"b.txt\"\n```\n") ==
        "content/a.md:5:8: error[bad-directive]: there is no Markdown file b.txt\n"
        "   5 | path = \"b.txt\"\n"
        "     |        ^^^^^^^\n"
        "  help: the path goes from the folder of this file and ends in .md\n");
}

TEST_CASE("a page that includes itself, at once or through others, is one finding with the way") {
  const auto include = [](const std::string& path) { return "```{include}\npath = \"" + path + "\"\n```\n"; };
  CHECK(ReadSite{{"content/a.md", md("title = \"A\"", include("a.md"))}}.messages() ==
        "content/a.md:4:1: error[bad-directive]: this page includes itself\n"
        "   4 | ```{include}\n"
        "     | ^^^^^^^^^^^^\n"
        "  also: content/a.md:2:9: it goes through \"A\"\n"
        "   2 | title = \"A\"\n"
        "     |         ^^^\n"
        "  help: take one of the includes out\n");
  CHECK(ReadSite{{"content/a.md", md("title = \"A\"", include("b.md"))},
                 {"content/b.md", md("title = \"B\"", include("c.md"))},
                 {"content/c.md", md("title = \"C\"", include("a.md"))}}
            .messages() ==
        "content/c.md:4:1: error[bad-directive]: this page includes itself\n"
        "   4 | ```{include}\n"
        "     | ^^^^^^^^^^^^\n"
        "  also: content/a.md:2:9: it goes through \"A\"\n"
        "   2 | title = \"A\"\n"
        "     |         ^^^\n"
        "  also: content/b.md:2:9: it goes through \"B\"\n"
        "   2 | title = \"B\"\n"
        "     |         ^^^\n"
        "  also: content/c.md:2:9: it goes through \"C\"\n"
        "   2 | title = \"C\"\n"
        "     |         ^^^\n"
        "  help: take one of the includes out\n");
}

TEST_CASE("an item that is shown in full within itself is reported") {
  CHECK(messages("```{list}\nselect = \"page\"\nshow = \"text\"\n```\n") ==
        "content/a.md:4:1: error[bad-directive]: this page shows itself\n"
        "   4 | ```{list}\n"
        "     | ^^^^^^^^^\n"
        "  also: content/a.md:2:9: it goes through \"A\"\n"
        "   2 | title = \"A\"\n"
        "     |         ^^^\n"
        "  help: leave it out of what is shown, or show less of it than its text\n");
  CHECK(messages("```{list}\nselect = \"page\"\nshow = \"summary\"\n```\n") == "");
}

TEST_CASE("a page that is included twice by one is reported") {
  ReadSite::Files files = with("```{include}\npath = \"b.md\"\n```\n\n```{include}\npath = \"b.md\"\n```\n");
  files["content/b.md"] = md("title = \"B\"", "Text.\n");
  CHECK(ReadSite(std::move(files), {}).messages() ==
        "content/a.md:8:1: error[bad-directive]: this page includes \"B\" twice\n"
        "   8 | ```{include}\n"
        "     | ^^^^^^^^^^^^\n"
        "  help: keep one of the includes\n");
}

TEST_CASE("pages included too deeply are one finding, whichever comes first") {
  for (const bool backwards : {false, true}) {
    ReadSite::Files files;
    for (int i = 0; i < 5000; ++i) {
      const int next = backwards ? i - 1 : i + 1;
      const std::string text =
          next < 0 || next >= 5000 ? "End.\n" : "```{include}\npath = \"p" + std::to_string(next) + ".md\"\n```\n";
      files["content/p" + std::to_string(i) + ".md"] = md("title = \"P" + std::to_string(i) + "\"", text);
    }
    const ReadSite site(std::move(files), {});
    REQUIRE(site.found().all().size() == 1);
    CHECK(site.found().all()[0].message == "texts are shown one within another more than 20 deep from here");
  }
}

TEST_CASE("texts that show one another in ever more ways are reported before they are written") {
  ReadSite::Files files;
  for (int i = 0; i < 19; ++i) {
    const std::string next = "p" + std::to_string(i + 1);
    const std::string show = "```{item}\nid = \"" + next + "\"\nshow = \"text\"\n```\n\n";
    files["content/p" + std::to_string(i) + ".md"] = md("title = \"Page " + std::to_string(i) + "\"", show + show);
  }
  files["content/p19.md"] = md("title = \"Last\"", "End.\n");
  const ReadSite site(std::move(files), {});
  CHECK(site.messages() ==
        "content/p3.md:9:1: error[bad-directive]: this page shows more than 100,000 texts, one within another\n"
        "   9 | ```{item}\n"
        "     | ^^^^^^^^^\n"
        "  help: show the summaries of items in place of their texts\n");
}

TEST_CASE("hundreds of pages that all show one another are reported in little time") {
  ReadSite::Files files;
  for (int i = 0; i < 300; ++i)
    files["content/p" + std::to_string(i) + ".md"] =
        md("title = \"P" + std::to_string(i) + "\"", list("select = \"page\"\nshow = \"text\""));
  const ReadSite site(std::move(files), {});
  CHECK(site.found().all().size() == 300);
}

TEST_CASE("what a template asks of the items that it shows is checked beforehand") {
  CHECK(messages("```{year}\nselect = \"standard\"\n```\n") ==
        "content/a.md:5:10: error[bad-directive]: {year} shows the months of items, and a standard has none\n"
        "   5 | select = \"standard\"\n"
        "     |          ^^^^^^^^^^\n"
        "  help: select items that have it, such as \"stage\"\n");
  CHECK(
      messages("```{organisation}\nselect = \"standard or board\"\n```\n") ==
      "content/a.md:5:10: error[bad-directive]: {organisation} shows the reports_to of items, and a standard has none\n"
      "   5 | select = \"standard or board\"\n"
      "     |          ^^^^^^^^^^^^^^^^^^^\n"
      "  help: select items that have it, such as \"board\"\n");
  CHECK(messages("```{register}\nselect = \"standard\"\n```\n") ==
        "content/a.md:5:10: error[bad-directive]: {register} shows the supplier of items, and a standard has none\n"
        "   5 | select = \"standard\"\n"
        "     |          ^^^^^^^^^^\n"
        "  help: select items that have it, such as \"contract\"\n");
  CHECK(messages("```{register}\n```\n```{register}\nselect = \"grant\"\n```\n") == "");
  CHECK(messages("```{year}\nselect = \"stage\"\n```\n") == "");
}

TEST_CASE("a field of the wrong kind, or that some of the items lack, is reported where it is named") {
  CHECK(
      messages("```{timeline}\nselect = \"standard\"\ndate = \"title\"\n```\n") ==
      "content/a.md:6:8: error[bad-directive]: date takes a field of the kind date, year or dated, and \"title\" of a "
      "standard is of the kind inline\n"
      "   6 | date = \"title\"\n"
      "     |        ^^^^^^^\n"
      "  help: `framewright types standard` lists the fields with their kinds\n");
  CHECK(
      messages("```{chart}\nselect = \"standard\"\nby = \"status\"\nvalue = \"realises\"\n```\n") ==
      "content/a.md:7:9: error[bad-directive]: value takes a field of the kind integer or money, and \"realises\" of a "
      "standard is none\n"
      "   7 | value = \"realises\"\n"
      "     |         ^^^^^^^^^^\n"
      "  help: `framewright types standard` lists the fields with their kinds\n");
  CHECK(messages("```{table}\nselect = \"standard or board\"\ncolumns = [\"title\", \"delegated_limit\"]\n```\n") ==
        "content/a.md:6:21: error[bad-directive]: a standard has no field \"delegated_limit\"\n"
        "   6 | columns = [\"title\", \"delegated_limit\"]\n"
        "     |                     ^^^^^^^^^^^^^^^^^\n"
        "  help: select items of one type, or name a field that all of them have\n");
  CHECK(messages(list("select = \"standard or board\"\nsort = \"delegated_limit\"")) == "");
  CHECK(messages("```{table}\nselect = \"standard\"\ncolumns = []\n```\n") ==
        "content/a.md:6:11: error[bad-directive]: columns must be a list of names, such as [\"title\", \"status\"]\n"
        "   6 | columns = []\n"
        "     |           ^^\n");
}

TEST_CASE("the relation of a matrix is one of its rows") {
  const std::string sides = "```{matrix}\nrows = \"standard\"\ncolumns = \"board\"\n";
  CHECK(messages(sides + "link = \"reviewd_by\"\n```\n") ==
        "content/a.md:7:8: error[bad-directive]: a standard has no link \"reviewd_by\"\n"
        "   7 | link = \"reviewd_by\"\n"
        "     |        ^^^^^^^^^^^^ did you mean \"reviewed_by\"?\n"
        "  help: `framewright types standard` lists the links\n");
  CHECK(messages(sides + "link = \"reviewed_by\"\n```\n") == "");
}

TEST_CASE("options beside the name of a directive are reported, braces of other kinds are code") {
  CHECK(messages("```{list select=\"standard\"}\n```\n") ==
        "content/a.md:4:1: error[bad-directive]: a directive is a name in braces and nothing more\n"
        "   4 | ```{list select=\"standard\"}\n"
        "     | ^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "  help: put its options on the lines below, as in ```{list}\n");
  CHECK(messages("```{list\nselect = \"standard\"\n```\n").starts_with("content/a.md:4:1: error[bad-directive]: "));
  CHECK(messages("```{.python}\nx\n```\n```{}\nx\n```\n") == "");
}
