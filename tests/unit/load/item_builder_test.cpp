#include "load/item_builder.h"

#include <doctest/doctest.h>

#include "load/raw_order.h"
#include "unit/load/read_site.h"

using namespace framewright;
using namespace framewright::test;

namespace {

// The messages about one page.
std::string messages(const std::string& front_matter, const std::string& body = "Text.\n") {
  return ReadSite{{"content/a.md", md(front_matter, body)}}.messages();
}

}  // namespace

TEST_CASE("an unknown key is reported with the nearest that the type has") {
  CHECK(messages("title = \"A\"\nstaus = \"draft\"") ==
        "content/a.md:3:1: error[unknown-field]: a page has no field \"staus\"\n"
        "   3 | staus = \"draft\"\n"
        "     | ^^^^^ did you mean \"status\"?\n"
        "  help: `framewright types page` lists the fields\n");
  CHECK(ReadSite{{"content/standards/S1.md", md("title = \"A\"\n[[criteria]]\ntext = \"x\"\nmeasured = 1")}}
            .headlines() ==
        "content/standards/S1.md:5:1: error[unknown-field]: a criterion has no field \"measured\"\n");
}

TEST_CASE("a needed field or link that is misspelt is one finding") {
  const ReadSite site{{"content/decisions/a.md", md("titel = \"A\"\non = 2026-01-01\nby = \"b\"\nabuot = \"b\"")},
                      {"content/boards/boards.toml", "[b]\ntitle = \"B\"\n[[b.members]]\nnmae = \"Jo\"\n"},
                      {"content/register/grants.csv", "id,title,valeu_net\nG1,x,1\nG2,y,2\n"},
                      {"content/indicators/i.csv", "id,title,evidence\nx,X,b\ny,Y,b\n"}};
  CHECK(site.headlines() ==
        "content/boards/boards.toml:4:1: error[unknown-field]: a member has no field \"nmae\"\n"
        "content/decisions/a.md:2:1: error[unknown-field]: a decision has no field \"titel\"\n"
        "content/decisions/a.md:5:1: error[unknown-field]: a decision has no field \"abuot\"\n"
        "content/indicators/i.csv:1:10: error[unknown-field]: an indicator has no field \"evidence\"\n"
        "content/register/grants.csv:1:10: error[unknown-field]: a grant has no field \"valeu_net\"\n");
}

TEST_CASE("an id has only characters that an address may have, and the form that its type asks for") {
  CHECK(messages("title = \"A\"\nid = \"a b\"") ==
        "content/a.md:3:6: error[malformed-id]: \"a b\" cannot be an id\n"
        "   3 | id = \"a b\"\n"
        "     |      ^^^^^\n"
        "  help: use letters, digits, hyphens, dots and underscores\n");
  CHECK(messages("title = \"A\"\nid = 5") ==
        "content/a.md:3:6: error[bad-value]: id must be text\n"
        "   3 | id = 5\n"
        "     |      ^\n"
        "  help: put it between quotation marks: id = \"5\"\n");
  CHECK(ReadSite{{"content/standards/Safe.md", md("title = \"A\"")}}.messages() ==
        "content/standards/Safe.md:2:9: error[malformed-id]: \"Safe\" is not in the form of the id of a standard\n"
        "   2 | title = \"A\"\n"
        "     |         ^^^\n"
        "  help: its form is S[0-9]+, such as S4\n");
}

TEST_CASE("an id can stand in an address") {
  for (const char* id : {"S3", "C-0042", "a.b_c", "framework/aims", "Élan"}) CHECK_MESSAGE(is_usable_id(id), id);
  for (const char* id : {"", "a b", "/a", "a/", "a//b", "..", "a/../b", ".", "a#b", "a?b", "a%20", "a\\b", "a\"b",
                         "<b>", "[x]", "a|b", "a:b", "a\x01"})
    CHECK_MESSAGE(!is_usable_id(id), id);
}

TEST_CASE("two items of one type and id are reported with both places, and the first stays") {
  ReadSite site{{"content/standards/S1.md", md("title = \"First\"")},
                {"content/standards/S2.md", md("title = \"Second\"\nid = \"S1\"")},
                {"content/standards/old/S1.md", md("title = \"Third\"")},
                {"content/principles/S1.md", md("title = \"No matter\"\nid = \"P1\"")}};
  CHECK(site.messages() ==
        "content/standards/S2.md:3:6: error[duplicate-id]: two standards have the id \"S1\"\n"
        "   3 | id = \"S1\"\n"
        "     |      ^^^^\n"
        "  also: content/standards/S1.md:2:9: it stands here first\n"
        "   2 | title = \"First\"\n"
        "     |         ^^^^^^^\n"
        "  help: give one of them another id\n"
        "content/standards/old/S1.md:2:9: error[duplicate-id]: two standards have the id \"S1\"\n"
        "   2 | title = \"Third\"\n"
        "     |         ^^^^^^^\n"
        "  also: content/standards/S1.md:2:9: it stands here first\n"
        "   2 | title = \"First\"\n"
        "     |         ^^^^^^^\n"
        "  help: give one of them another id\n");
  CHECK(site.item("standard", "S1").title == "First");
}

TEST_CASE("nested items take an id or the parent's with a number, and an id once") {
  ReadSite site{{"content/standards/S1.md",
                 md("title = \"A\"\n[[criteria]]\ntext = \"One\"\n[[criteria]]\nid = \"deep\"\ntext = \"Two\"\n"
                    "[[criteria]]\nid = \"S1.1\"\ntext = \"Three\"\n[[criteria]]\nid = \"a b\"\ntext = \"Four\"")},
                {"content/standards/S2.md", md("title = \"B\"\n[[criteria]]\nid = \"deep\"\ntext = \"Five\"")}};
  CHECK(site.messages() ==
        "content/standards/S1.md:9:6: error[duplicate-id]: two criteria have the id \"S1.1\"\n"
        "   9 | id = \"S1.1\"\n"
        "     |      ^^^^^^\n"
        "  also: content/standards/S1.md:3:1: it stands here first\n"
        "   3 | [[criteria]]\n"
        "     | ^^^^^^^^^^^^\n"
        "  help: give one of them another id\n"
        "content/standards/S1.md:12:6: error[malformed-id]: \"a b\" cannot be an id\n"
        "  12 | id = \"a b\"\n"
        "     |      ^^^^^\n"
        "  help: use letters, digits, hyphens, dots and underscores\n"
        "content/standards/S2.md:4:6: error[duplicate-id]: two criteria have the id \"deep\"\n"
        "   4 | id = \"deep\"\n"
        "     |      ^^^^^^\n"
        "  also: content/standards/S1.md:6:6: it stands here first\n"
        "   6 | id = \"deep\"\n"
        "     |      ^^^^^^\n"
        "  help: give one of them another id\n");
  CHECK(site.order() == "standard:S1 criterion:S1.1 criterion:deep criterion:a b standard:S2");
  CHECK(site.item("criterion", "S1.1").number == "1.1");
  CHECK(site.item("criterion", "S1.1").parent == site.find("standard", "S1"));
  CHECK(site.item("criterion", "deep").anchor == "deep");
  CHECK(site.item("criterion", "deep").address == "standards/S1/");
}

TEST_CASE("a nested item is a draft when it says so, or the item that it stands in does") {
  ReadSite site{{"content/standards/S1.md",
                 md("title = \"A\"\n[[criteria]]\ntext = \"x\"\ndraft = true\n[[criteria]]\ntext = \"y\"")},
                {"content/standards/S2.md", md("title = \"B\"\ndraft = true\n[[criteria]]\ntext = \"x\"")}};
  CHECK(site.item("criterion", "S1.1").draft);
  CHECK(!site.item("criterion", "S1.2").draft);
  CHECK(site.item("criterion", "S2.1").draft);
}

TEST_CASE("nested items stand in double brackets") {
  CHECK(ReadSite{{"content/standards/S1.md", md("title = \"A\"\ncriteria = [\"one\"]")},
                 {"content/standards/S2.md", md("title = \"A\"\n[criteria]\ntext = \"one\"")}}
            .messages() ==
        "content/standards/S1.md:3:13: error[bad-value]: criteria must be written as [[criteria]], once for each\n"
        "   3 | criteria = [\"one\"]\n"
        "     |             ^^^^^\n"
        "content/standards/S2.md:3:1: error[bad-value]: criteria must be written as [[criteria]], once for each\n"
        "   3 | [criteria]\n"
        "     | ^^^^^^^^^^\n");
}

TEST_CASE("a page needs a title, and an item too unless it is numbered and has a text") {
  const std::string help = "  help: write title = \"…\" between the lines of +++ at the top\n";
  CHECK(messages("owner = \"x\"") ==
        "content/a.md:1:1: error[missing-field]: this page has no title\n"
        "   1 | +++\n"
        "     | ^\n" +
            help);
  CHECK(ReadSite{{"content/empty.md", ""}}.messages() ==
        "content/empty.md:1:1: error[missing-field]: this page has no title\n" + help);
  CHECK(messages("title = \"\"") ==
        "content/a.md:2:9: error[missing-field]: this page has no title\n"
        "   2 | title = \"\"\n"
        "     |         ^^\n" +
            help);
  CHECK(ReadSite{{"content/standards/S1.md", md("owner = \"x\"", "Text.")}}.messages() == "");
  CHECK(ReadSite{{"content/standards.toml", "[S1]\ntext = \"Text.\"\n[S2]\nowner = \"x\"\n"}}.messages() ==
        "content/standards.toml:3:2: error[missing-field]: this standard has no title\n"
        "   3 | [S2]\n"
        "     |  ^^\n"
        "  help: write title = \"…\", or its words as text = \"…\"\n");
  CHECK(ReadSite{{"content/boards.toml", "[jcb]\ntitle = \"JCB\"\n[[jcb.members]]\nchair = true\n"}}.messages() ==
        "content/boards.toml:3:1: error[missing-field]: this member needs name, post or organisation\n"
        "   3 | [[jcb.members]]\n"
        "     | ^^^^^^^^^^^^^^^\n");
}

TEST_CASE("a page without a title takes its leading heading, which then is no part of its text") {
  ReadSite site{{"content/a.md", "# Our *aims*\n\nText.\n"},
                {"content/b.md", md("title = \"People's aims\"", "# People's  aims\n\nText.\n")},
                {"content/c.md", md("title = \"The *Act* & more\"", "# The *Act* & more\n")},
                {"content/d.md", md("title = \"D\"", "## D\n")}};
  CHECK(site.messages() == "");
  CHECK(site.item("page", "a").title == "Our aims");
  const Text& text = site.body("page", "a");
  CHECK(text.document.nodes[text.first_block].kind == NodeKind::paragraph);
  CHECK(site.body("page", "b").first_block > 1);
  CHECK(site.body("page", "c").first_block > 1);
  CHECK(site.body("page", "d").first_block == 1);
}

TEST_CASE("a leading heading and a title that differ are a finding with both places") {
  CHECK(messages("title = \"Aims\"", "# Our aims\n") ==
        "content/a.md:4:1: warning[title-mismatch]: this heading and the title of the page differ\n"
        "   4 | # Our aims\n"
        "     | ^^^^^^^^^^\n"
        "  also: content/a.md:2:9: the title stands here\n"
        "   2 | title = \"Aims\"\n"
        "     |         ^^^^^^\n"
        "  help: take the heading out, or give it a lower level (##) if it is a part of the page\n");
}

TEST_CASE("a title may hold markup, also one that comes from another field") {
  ReadSite site{{"content/strategies/help.md",
                 md("title = \"Early *help* & [[S1]]\"\n[[shared_issues]]\nwith = \"X\"\nissue = \"The *gap*\"")},
                {"content/standards/S1.md", md("title = \"Safe\"")}};
  CHECK(site.messages() == "");
  CHECK(site.item("strategy", "help").title == "Early help & S1");
  CHECK(site.item("strategy", "help").title_text != no_text);
  CHECK(site.item("shared_issue", "help.1").title == "The gap");
  CHECK(site.item("shared_issue", "help.1").title_text != no_text);
}

TEST_CASE("a field that every item needs is reported when it is missing or empty") {
  CHECK(ReadSite{{"content/decisions/d.md", md("title = \"D\"\nby = \"jcb\"\nabout = [\"jcb\"]")},
                 {"content/boards.toml", "[jcb]\ntitle = \"JCB\"\n"}}
            .messages() ==
        "content/decisions/d.md:2:9: error[missing-field]: this decision has no on\n"
        "   2 | title = \"D\"\n"
        "     |         ^^^\n"
        "  help: add on: the day it was taken\n");
  CHECK(ReadSite{{"site.toml", "title = \"T\"\n[type.x]\nfolder = \"x\"\n[type.x.field]\nwho = { required = true }\n"},
                 {"content/x.toml", "[a]\ntitle = \"A\"\n[b]\ntitle = \"B\"\nwho = \"\"\n"}}
            .messages() ==
        "content/x.toml:1:2: error[missing-field]: this x has no who\n"
        "   1 | [a]\n"
        "     |  ^\n"
        "  help: add who\n"
        "content/x.toml:5:7: error[missing-field]: this x has no who\n"
        "   5 | who = \"\"\n"
        "     |       ^^\n"
        "  help: add who\n");
}

TEST_CASE("waivers of front matter are read, and what is no waiver is reported") {
  ReadSite site{
      {"content/a.md", md("title = \"A\"\n[[waive]]\nrule = \"orphan\"\nreason = \"agreed\"\nuntil = 2027-01-01")}};
  CHECK(site.messages() == "");
  REQUIRE(site.model().waivers.size() == 1);
  CHECK(site.model().waivers[0].reason == "agreed");
  CHECK(messages("title = \"A\"\nwaive = \"orphan\"") ==
        "content/a.md:3:9: error[bad-value]: waive must be written as [[waive]], once for each\n"
        "   3 | waive = \"orphan\"\n"
        "     |         ^^^^^^^^\n");
  CHECK(messages("title = \"A\"\nwaive = [\"orphan\"]") ==
        "content/a.md:3:10: error[bad-value]: waive must be written as [[waive]], once for each\n"
        "   3 | waive = [\"orphan\"]\n"
        "     |          ^^^^^^^^\n");
  CHECK(messages("title = \"A\"\n[[waive]]\nrule = \"orphan\"") ==
        "content/a.md:3:1: error[bad-config]: [[waive]] needs reason, why the finding may stand\n"
        "   3 | [[waive]]\n"
        "     | ^^^^^^^^^\n");
}

TEST_CASE("the number in an id is all from its first digit on") {
  CHECK(number_in("S3") == "3");
  CHECK(number_in("S3.1") == "3.1");
  CHECK(number_in("safe") == "");
}

TEST_CASE("items stand in reading order: home, frameworks, pages, then types as declared") {
  ReadSite site{
      {"content/zeal.md", md("title = \"Zeal\"")},
      {"content/about.md", md("title = \"About\"\norder = 2")},
      {"content/index.md", md("title = \"Home\"")},
      {"content/framework/index.md", md("title = \"Framework\"")},
      {"content/framework/b.md", md("title = \"B\"\norder = 1")},
      {"content/framework/a.md", md("title = \"A\"\norder = 2")},
      {"content/framework/c.md", md("title = \"C\"")},
      {"content/outcomes.toml", "[z]\ntitle = \"Z\"\n[a]\ntitle = \"A\"\n[first]\ntitle = \"F\"\norder = 1\n"},
      {"content/principles.toml", "[P10]\ntitle = \"Ten\"\n[P2]\ntitle = \"Two\"\n[P3]\ntitle = \"3\"\norder = 9\n"}};
  CHECK(site.messages() == "");
  CHECK(site.order() ==
        "page:index framework:framework page:framework/b page:framework/a page:framework/c page:about page:zeal "
        "principle:P3 principle:P2 principle:P10 outcome:first outcome:z outcome:a");
}

TEST_CASE("addresses follow paths, or the type's folder and the id") {
  ReadSite site{{"content/index.md", md("title = \"Home\"")},
                {"content/framework/index.md", md("title = \"F\"")},
                {"content/framework/aims.md", md("title = \"Aims\"\nid = \"our-aims\"")},
                {"content/standards/index.md", md("title = \"Standards\"")},
                {"content/standards/deep/S1.md", md("title = \"S\"")},
                {"content/glossary.toml", "[cohort]\ntitle = \"Cohort\"\n"}};
  CHECK(site.messages() == "");
  CHECK(site.item("page", "index").address == "");
  CHECK(site.item("framework", "framework").address == "framework/");
  CHECK(site.item("page", "our-aims").address == "framework/aims/");
  CHECK(site.item("page", "our-aims").framework == site.find("framework", "framework"));
  CHECK(site.item("page", "standards/index").address == "standards/");
  CHECK(site.item("standard", "S1").address == "standards/S1/");
  CHECK(site.item("term", "cohort").address == "glossary/");
  CHECK(site.item("term", "cohort").anchor == "cohort");
}

TEST_CASE("items nested very deeply are read or refused, never a crash") {
  std::string deep = "[a]\ntitle = \"A\"\n";
  std::string path = "a";
  for (int i = 0; i < 300; ++i) {
    path += ".parts";
    deep += "[[" + path + "]]\ntitle = \"P\"\n";
  }
  ReadSite site{{"site.toml", "title = \"T\"\n[type.x]\nfolder = \"x\"\n[type.x.nest]\nparts = { type = \"x\" }\n"},
                {"content/x.toml", deep}};
  CHECK(site.model().items.size() + site.found().all().size() > 0);
}

TEST_CASE("a field that is needed and stands for the title is missed once") {
  CHECK(ReadSite{{"site.toml",
                  "title = \"T\"\n[type.risk]\nfolder = \"risks\"\ntitle_from = [\"what\"]\n[type.risk.field]\n"
                  "what = { kind = \"inline\", required = true }\n"},
                 {"content/risks.toml", "[one]\n[two]\nwhat = \"Fire\"\n"}}
            .messages() ==
        "content/risks.toml:1:2: error[missing-field]: this risk has no what\n"
        "   1 | [one]\n"
        "     |  ^^^\n"
        "  help: add what\n");
}

TEST_CASE("the words of Markdown in a field are known to expressions, a blank text is none") {
  const std::string rule =
      "title = \"T\"\n[[rule]]\nname = \"summed-up\"\nselect = \"standard\"\nrequire = \"summary is not empty\"\n"
      "message = \"sum it up\"\n[[rule]]\nname = \"smooth\"\nselect = \"standard and 'rough' in summary\"\n"
      "require = \"false\"\nmessage = \"smooth it\"\n";
  const ReadSite site{{"site.toml", rule},
                      {"content/standards/S1.md", md("title = \"A\"\nsummary = \"A *rough* one\"")},
                      {"content/standards/S2.md", md("title = \"B\"\nsummary = \" \"")}};
  CHECK(site.messages() == "");
  const TypeDef& type = site.model().type(site.item("standard", "S1"));
  REQUIRE(text_field(site.item("standard", "S1"), type, "summary") != nullptr);
  CHECK(*text_field(site.item("standard", "S1"), type, "summary") == "A rough one");
  CHECK(text_field(site.item("standard", "S2"), type, "summary") == nullptr);
}
