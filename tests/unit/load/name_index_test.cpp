#include "load/name_index.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "unit/load/read_site.h"

using namespace framewright;
using namespace framewright::test;

namespace {

const ReadSite::Files base{
    {"content/standards.toml", "[S1]\ntitle = \"Safe services\"\n[S2]\ntitle = \"Heard\"\nalso = [\"Listened to\"]\n"},
    {"content/boards.toml", "[jcb]\ntitle = \"Joint Board\"\n[S1]\ntitle = \"Board of one\"\n"},
    {"content/glossary.toml",
     "[pooled]\ntitle = \"Pooled budget\"\nabbreviation = \"PB\"\n[duty]\ntitle = \"Duty\"\n"}};

// The items that the references of a text lead to, and what is said of the others.
std::string found(const std::string& text, ReadSite::Files files = base) {
  files["content/a.md"] = md("title = \"A\"", text);
  const ReadSite site(std::move(files), {});
  std::string out;
  for (const Target& target : site.body("page", "a").targets)
    if (target.kind == Target::Kind::item)
      out += site.model().type(site.model().items[target.item]).name + ":" + site.model().items[target.item].id + " ";
  return out + site.messages();
}

// What is said of the links of a strategy.
std::string links(const std::string& written) {
  ReadSite::Files files = base;
  files["content/strategies/help.md"] = md("title = \"Help\"\n" + written);
  const ReadSite site(std::move(files), {});
  std::string out;
  for (const Link& link : site.model().links_from(site.find("strategy", "help")))
    out += site.model().items[link.to].id + " ";
  return out + site.messages();
}

}  // namespace

TEST_CASE("a reference finds an item by id, title, other name, plural or abbreviation, in any case") {
  CHECK(
      found("[[S2]] [[heard]] [[listened  to]] [[Safe service]] [[pooled budgets]] [[PB]] [[PBs]] [[duties]] [[a]]") ==
      "standard:S2 standard:S2 standard:S2 standard:S1 term:pooled term:pooled term:pooled term:duty page:a ");
}

TEST_CASE("other forms of a name in English") {
  const auto forms = [](std::string_view name) { return join(name_forms(name), " "); };
  CHECK(forms("budget") == "budget budgets");
  CHECK(forms("budgets") == "budgets budget");
  CHECK(forms("duty") == "duty duties");
  CHECK(forms("duties") == "duties duty");
  CHECK(forms("day") == "day days");
  CHECK(forms("process") == "process processes");
  CHECK(forms("tax") == "tax taxes");
  CHECK(forms("s") == "s");
  CHECK(forms("act 1989") == "act 1989");
  CHECK(forms("") == "");
}

TEST_CASE("an id goes before a name, and may say its type") {
  CHECK(found("[[standard:S1]] [[board: S1]] [[S2]]",
              {{"content/standards.toml", "[S1]\ntitle = \"S2\"\n[S2]\ntitle = \"x\"\n"},
               {"content/boards.toml", "[S1]\ntitle = \"y\"\n"}}) == "standard:S1 board:S1 standard:S2 ");
}

TEST_CASE("an id that two types have is a finding with the text to paste for each") {
  CHECK(found("See [[S1]].") ==
        "content/a.md:4:5: error[ambiguous-reference]: \"S1\" fits 2 items\n"
        "   4 | See [[S1]].\n"
        "     |     ^^^^^^\n"
        "  also: content/standards.toml:1:2: it may be standard:S1\n"
        "   1 | [S1]\n"
        "     |  ^^\n"
        "  also: content/boards.toml:3:2: it may be board:S1\n"
        "   3 | [S1]\n"
        "     |  ^^\n"
        "  help: say which one is meant: standard:S1 or board:S1\n");
}

TEST_CASE("a name that very many items have lists some of them") {
  ReadSite::Files files = base;
  std::string outcomes;
  for (int i = 0; i < 50; ++i) outcomes += "[o" + std::to_string(i) + "]\ntitle = \"Same\"\n";
  files["content/outcomes.toml"] = outcomes;
  files["content/a.md"] = md("title = \"A\"", "[[same]]");
  const ReadSite site(std::move(files), {});
  REQUIRE(site.found().all().size() == 1);
  CHECK(site.found().all()[0].message == "\"same\" fits 50 items");
  CHECK(site.found().all()[0].notes.size() == 10);
  CHECK(site.found().all()[0].help == "say which one is meant, such as outcome:o0; the first 10 are shown");
}

TEST_CASE("a reference to what there is not suggests the nearest") {
  CHECK(found("[[S3]]") ==
        "content/a.md:4:1: error[unresolved-reference]: there is no item \"S3\"\n"
        "   4 | [[S3]]\n"
        "     | ^^^^^^ did you mean \"S1\" (Safe services)?\n"
        "  help: write its id, or its title just as it stands\n");
  CHECK(found("[[standard:pooled]] [[standard:duti]]") ==
        "content/a.md:4:1: error[unresolved-reference]: there is no standard \"pooled\"\n"
        "   4 | [[standard:pooled]] [[standard:duti]]\n"
        "     | ^^^^^^^^^^^^^^^^^^^\n"
        "  help: list them with `framewright list standard`\n"
        "content/a.md:4:21: error[unresolved-reference]: there is no standard \"duti\"\n"
        "   4 | [[standard:pooled]] [[standard:duti]]\n"
        "     |                     ^^^^^^^^^^^^^^^^^\n"
        "  help: list them with `framewright list standard`\n");
}

TEST_CASE("a reference with nothing in it says so") {
  for (const char* reference : {"[[]]", "[[ ]]", "[[|words]]", "[[board:]]"})
    CHECK(found(reference) == "content/a.md:4:1: error[unresolved-reference]: this reference names nothing\n   4 | " +
                                  std::string(reference) + "\n     | " +
                                  std::string(std::string(reference).size(), '^') +
                                  "\n  help: write an id or a title in it, or take it out\n");
}

TEST_CASE("a link names items of its types by id") {
  CHECK(links("standards = [\"S1\", \"S2\", \"S1\"]") == "S1 S2 ");
  CHECK(links("standards = \"standard:S1\"") == "S1 ");
  CHECK(links("standards = [\"S12\", \"heard\"]") ==
        "content/strategies/help.md:3:14: error[unresolved-reference]: there is no standard \"S12\"\n"
        "   3 | standards = [\"S12\", \"heard\"]\n"
        "     |              ^^^^^ did you mean \"S1\" (Safe services)?\n"
        "  help: list them with `framewright list standard`\n"
        "content/strategies/help.md:3:21: error[unresolved-reference]: there is no standard \"heard\"\n"
        "   3 | standards = [\"S12\", \"heard\"]\n"
        "     |                     ^^^^^^^ did you mean \"S2\" (Heard)?\n"
        "  help: list them with `framewright list standard`\n");
}

TEST_CASE("a link to an item of another type is a finding that shows the item") {
  CHECK(links("standards = [\"jcb\"]\nprinciples = [\"board:S1\"]") ==
        "content/strategies/help.md:3:14: error[wrong-target]: \"jcb\" is a board, but standards takes a standard\n"
        "   3 | standards = [\"jcb\"]\n"
        "     |              ^^^^^\n"
        "  also: content/boards.toml:1:2: \"jcb\" stands here\n"
        "   1 | [jcb]\n"
        "     |  ^^^\n"
        "  help: name a standard here, or put it in the field that takes a board\n"
        "content/strategies/help.md:4:15: error[wrong-target]: \"board:S1\" is a board, but principles takes a "
        "principle\n"
        "   4 | principles = [\"board:S1\"]\n"
        "     |               ^^^^^^^^^^\n"
        "  also: content/boards.toml:3:2: \"S1\" stands here\n"
        "   3 | [S1]\n"
        "     |  ^^\n"
        "  help: name a principle here, or put it in the field that takes a board\n");
}

TEST_CASE("a link whose value is none is one finding") {
  CHECK(links("approved_by = 5") ==
        "content/strategies/help.md:3:15: error[bad-value]: approved_by must name items by their ids\n"
        "   3 | approved_by = 5\n"
        "     |               ^\n"
        "  help: write the ids between quotation marks: approved_by = \"the-id\"\n");
  CHECK(ReadSite{{"content/needs.toml", "[n]\ntitle = \"N\"\naffects = 5\n"}}.headlines() ==
        "content/needs.toml:3:11: error[bad-value]: affects must name items by their ids\n");
}

TEST_CASE("a link need not be given in a status in which it is optional") {
  const auto contract = [](std::string_view status) {
    return ReadSite{{"content/register/c.toml", "[c]\ntitle = \"C\"\nstatus = \"" + std::string(status) + "\"\n"}}
        .headlines();
  };
  const std::string missing = "error[too-few-links]: this contract does not say what it is held by";
  CHECK(contract("planned").find(missing) == std::string::npos);
  CHECK(contract("active").find(missing) != std::string::npos);
}

TEST_CASE("a link with too few or too many items says how many it takes") {
  CHECK(ReadSite{{"content/needs.toml", "[n]\ntitle = \"N\"\n[m]\ntitle = \"M\"\naffects = []\n"}}.messages() ==
        "content/needs.toml:1:2: error[too-few-links]: this need does not say what it affects\n"
        "   1 | [n]\n"
        "     |  ^\n"
        "  help: name an outcome with affects = [\"…\"]\n"
        "content/needs.toml:3:2: error[too-few-links]: this need does not say what it affects\n"
        "   3 | [m]\n"
        "     |  ^\n"
        "  help: name an outcome with affects = [\"…\"]\n");
  CHECK(ReadSite{{"content/strategies/s.md",
                  md("title = \"S\"\n[[recommendations]]\ntext = \"Do it.\"\nimproves = [\"o\"]")},
                 {"content/outcomes.toml", "[o]\ntitle = \"O\"\n"}}
            .messages() ==
        "content/strategies/s.md:3:1: warning[too-few-links]: this recommendation does not say what it is based on\n"
        "   3 | [[recommendations]]\n"
        "     | ^^^^^^^^^^^^^^^^^^^\n"
        "  help: name an indicator or a reference with based_on = [\"…\"]\n");
  CHECK(links("approved_by = [\"d\", \"e\"]")
            .starts_with("content/strategies/help.md:3:16: error[unresolved-reference]: there is no decision \"d\"\n"
                         "   3 | approved_by = [\"d\", \"e\"]\n"
                         "     |                ^^^\n"
                         "  help: list them with `framewright list decision`\n"
                         "content/strategies/help.md:3:21: error[too-many-links]: approved_by takes 1 item, not 2\n"
                         "   3 | approved_by = [\"d\", \"e\"]\n"
                         "     |                     ^^^\n"));
  CHECK(
      ReadSite{{"site.toml",
                "title = \"T\"\n[type.x]\nfolder = \"x\"\n[type.x.link]\npair = { to = [\"x\"], min = 2, max = 2 }\n"},
               {"content/x.toml", "[a]\ntitle = \"A\"\npair = [\"a\"]\n"}}
          .messages() ==
      "content/x.toml:3:9: error[too-few-links]: pair takes at least 2, not 1\n"
      "   3 | pair = [\"a\"]\n"
      "     |         ^^^\n"
      "  help: name a x with pair = [\"…\"]\n");
}

TEST_CASE("of very many names the nearest is found from either end") {
  std::vector<std::string> ids;
  for (int i = 0; i < 5000; ++i) ids.push_back("item-" + std::to_string(i) + "-of-many");
  std::vector<std::string_view> views(ids.begin(), ids.end());
  const NearNames names(views);
  CHECK(names.nearest_to("itm-4321-of-many") == "item-4321-of-many");
  CHECK(names.nearest_to("item-4321-of-mayn") == "item-4321-of-many");
  CHECK(names.nearest_to("xtem-4321-of-many") == "item-4321-of-many");
  CHECK(names.nearest_to("quite another") == std::nullopt);
  CHECK(names.nearest_to(std::string(5000, 'x')) == std::nullopt);
  CHECK(NearNames().nearest_to("x") == std::nullopt);
}
