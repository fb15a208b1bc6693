#include "load/schema_reader.h"

#include <doctest/doctest.h>

#include "unit/load/read_site.h"

using namespace framewright;
using namespace framewright::test;

namespace {

// What a site.toml makes of the types.
struct Read {
  explicit Read(const std::string& declarations) {
    const MemoryFileStore store{{"site.toml", "title = \"T\"\n" + declarations}};
    schema = load_config(store, files, ReadSite::today(), found).schema;
    found.sort(files);
    MessageWriter writer(files, {});
    for (const Diagnostic& each : found.all()) messages += writer.write(each);
  }
  const TypeDef& type(std::string_view name) const { return schema.types.at(*schema.find(name)); }
  const LinkDef& link(std::string_view of, std::string_view name) const { return *schema.link(type(of), name); }

  SourceFiles files;
  Diagnostics found;
  Schema schema;
  std::string messages;
};

std::string messages(const std::string& declarations) { return Read(declarations).messages; }

}  // namespace

TEST_CASE("the built-in types are declared without a finding, that of pages first") {
  const Read read("");
  CHECK(read.messages == "");
  CHECK(read.schema.types[page_type].name == "page");
  const TypeDef& standard = read.type("standard");
  CHECK(standard.folder == "standards");
  CHECK(standard.plural == "standards");
  CHECK(standard.numbered);
  CHECK(standard.reviewed);
  CHECK(standard.status == std::vector<std::string>{"draft", "adopted", "superseded", "withdrawn"});
  CHECK(standard.field("status")->choices == standard.status);
  CHECK(standard.field("title")->kind == FieldKind::inline_markdown);
  CHECK(standard.field("title")->common);
  CHECK(standard.covered_by.size() == 3);
  CHECK(read.type("outcome").status == std::vector<std::string>{"draft", "current", "superseded", "withdrawn"});
  CHECK(read.link("standard", "reviewed_by").one());
  CHECK(read.link("decision", "about").to.empty());
  CHECK(!read.link("board", "reports_to").circle);
  CHECK(!read.link("board", "reports_to").thread);
  CHECK(read.link("recommendation", "based_on").too_few == Severity::warning);
}

TEST_CASE("a nested type has a link up to the one that it stands in") {
  const Read read("");
  CHECK(read.type("criterion").nested);
  CHECK(read.type("criterion").folder == "");
  const LinkDef& up = read.link("criterion", "standard");
  CHECK(up.up);
  CHECK(up.to == std::vector<TypeId>{*read.schema.find("standard")});
  CHECK(&read.schema.links[read.type("standard").nest("criteria")->link] == &up);
}

TEST_CASE("a site declares a type of its own, with fields, links, nests and coverage") {
  const Read read(R"([type.pledge]
folder   = "pledges/"
label    = ["pledge", "pledges"]
says     = "What we promise"
id       = "PL[0-9]+"
example  = "PL4"
numbered = true
pages    = false
menu     = true
reads    = "Pledge {number}"
status   = ["made", "kept"]
expected_metadata = ["owner", "approved_on|kept_on"]
[type.pledge.field]
kept_on  = { kind = "date", from = "approved_on", required = true, says = "The day it was kept" }
tone     = { kind = "choice", choices = ["warm", "plain"], label = "Tone of voice" }
who      = { list = true, pattern = "[A-Z]+", example = "ABC" }
[type.pledge.link]
serves   = { to = ["outcome", "step"], min = 1, max = 3, too_few = "warning", reads = ["serves", "is served by"], circle = false, thread = true }
about    = { to = ["any"] }
[type.pledge.nest]
steps    = { type = "step", link = "pledge" }
[type.pledge.covered_by]
any      = ["strategy"]
[type.step]
label    = ["step", "steps"]
)");
  CHECK(read.messages == "");
  const TypeDef& pledge = read.type("pledge");
  CHECK(pledge.folder == "pledges");
  CHECK(pledge.says == "What we promise");
  CHECK(pledge.id->form.matches_whole("PL12"));
  CHECK(!pledge.id->form.matches_whole("xPL12"));
  CHECK(pledge.id->example == "PL4");
  CHECK(pledge.numbered);
  CHECK(!pledge.pages);
  CHECK(pledge.menu);
  CHECK(pledge.reads == "Pledge {number}");
  CHECK(pledge.status == std::vector<std::string>{"made", "kept"});
  CHECK(pledge.expected_metadata == std::vector<std::string>{"owner", "approved_on|kept_on"});
  CHECK(pledge.field("kept_on")->kind == FieldKind::date);
  CHECK(pledge.field("kept_on")->from == "approved_on");
  CHECK(pledge.field("kept_on")->required);
  CHECK(pledge.field("kept_on")->label == "Kept on");
  CHECK(pledge.field("kept_on")->says == "The day it was kept");
  CHECK(pledge.field("tone")->label == "Tone of voice");
  CHECK(pledge.field("tone")->choices == std::vector<std::string>{"warm", "plain"});
  CHECK(pledge.field("who")->kind == FieldKind::text);
  CHECK(pledge.field("who")->list);
  CHECK(pledge.field("who")->pattern->example == "ABC");
  CHECK(pledge.covered_by == std::vector<TypeId>{*read.schema.find("strategy")});
  const LinkDef& serves = read.link("pledge", "serves");
  CHECK(serves.min == 1);
  CHECK(serves.max == 3);
  CHECK(serves.too_few == Severity::warning);
  CHECK(serves.reads == "serves");
  CHECK(serves.reads_back == "is served by");
  CHECK(!serves.circle);
  CHECK(serves.thread);
  CHECK(serves.accepts(*read.schema.find("step")));
  CHECK(!serves.accepts(*read.schema.find("board")));
  const LinkDef& about = read.link("pledge", "about");
  CHECK(about.accepts(page_type));
  CHECK(about.reads == "about");
  CHECK(about.reads_back == "is linked from");
  CHECK(read.type("step").nested);
}

TEST_CASE("the page that lists a type is called by its heading, or else by the plural") {
  const Read read("[type.standard]\nheading = \"What you may expect\"\n");
  CHECK(read.messages == "");
  CHECK(read.type("standard").index_title() == "What you may expect");
  CHECK(read.type("standard").plural == "standards");
  CHECK(read.type("principle").index_title() == "Principles");
  CHECK(read.type("term").index_title() == "Glossary");
}

TEST_CASE("a site adds to a built-in type, and replaces what it names again") {
  const Read read(R"([type.standard]
label  = ["promise", "promises"]
status = ["new", "old"]
[type.standard.field]
cost   = { kind = "money" }
[type.standard.link]
realises = { to = ["outcome"], max = 1 }
[type.standard.covered_by]
any    = ["service"]
[any.field]
ward   = { kind = "text" }
[any.link]
sources = { to = ["decision"], reads = ["rests on", "carries"] }
)");
  CHECK(read.messages == "");
  const TypeDef& standard = read.type("standard");
  CHECK(standard.label == "promise");
  CHECK(standard.folder == "standards");
  CHECK(standard.field("status")->choices == std::vector<std::string>{"new", "old"});
  CHECK(standard.field("cost")->kind == FieldKind::money);
  CHECK(standard.nest("criteria") != nullptr);
  CHECK(standard.covered_by == std::vector<TypeId>{*read.schema.find("service")});
  CHECK(read.link("standard", "realises").to == std::vector<TypeId>{*read.schema.find("outcome")});
  CHECK(read.link("standard", "realises").one());
  CHECK(read.type("board").field("ward")->common);
  CHECK(read.link("board", "sources").reads == "rests on");
  CHECK(read.link("page", "sources").to == std::vector<TypeId>{*read.schema.find("decision")});
}

TEST_CASE("the type of a path is that of the deepest folder that holds it") {
  const Schema schema = Read("").schema;
  const auto name = [&](std::string_view path) { return schema.types[schema.type_of_path(path)].name; };
  CHECK(name("standards/S1.md") == "standard");
  CHECK(name("standards/old/S1.md") == "standard");
  CHECK(name("standards.toml") == "standard");
  CHECK(name("standards.md") == "page");
  CHECK(name("standardsets/S1.md") == "page");
  CHECK(name("register/contracts.csv") == "contract");
  CHECK(name("register/suppliers.csv") == "supplier");
  CHECK(name("register/suppliers/acme.md") == "supplier");
  CHECK(name("index.md") == "page");
}

TEST_CASE("a type that is not declared by a table, or has no folder, is reported") {
  CHECK(messages("[type]\npledge = \"pledges\"") ==
        "site.toml:3:10: error[bad-config]: a type is written as a table, [type.pledge]\n"
        "   3 | pledge = \"pledges\"\n"
        "     |          ^^^^^^^^^\n");
  CHECK(messages("[type.pledge]\nlabel = [\"pledge\", \"pledges\"]") ==
        "site.toml:2:7: error[bad-config]: the type pledge has no folder\n"
        "   2 | [type.pledge]\n"
        "     |       ^^^^^^\n"
        "  help: say where its items are, such as folder = \"pledges\", or nest it in another type\n");
}

TEST_CASE("a folder that is no folder of content/, or another type's, is reported") {
  CHECK(
      messages("[type.a]\nfolder = \"../x\"\n[type.b]\nfolder = \"/y\"\n[type.c]\nfolder = \"a b\"\n[type.d]\nfolder = "
               "\"\"") ==
      "site.toml:3:10: error[bad-config]: \"../x\" cannot be a folder of content/\n"
      "   3 | folder = \"../x\"\n"
      "     |          ^^^^^^\n"
      "  help: name it from content/ in letters, digits and hyphens, such as folder = \"as\"\n"
      "site.toml:5:10: error[bad-config]: \"/y\" cannot be a folder of content/\n"
      "   5 | folder = \"/y\"\n"
      "     |          ^^^^\n"
      "  help: name it from content/ in letters, digits and hyphens, such as folder = \"bs\"\n"
      "site.toml:7:10: error[bad-config]: \"a b\" cannot be a folder of content/\n"
      "   7 | folder = \"a b\"\n"
      "     |          ^^^^^\n"
      "  help: name it from content/ in letters, digits and hyphens, such as folder = \"cs\"\n"
      "site.toml:8:7: error[bad-config]: the type d has no folder\n"
      "   8 | [type.d]\n"
      "     |       ^\n"
      "  help: say where its items are, such as folder = \"ds\", or nest it in another type\n");
  CHECK(messages("[type.pledge]\nfolder = \"standards\"") ==
        "site.toml:2:7: error[bad-config]: the types standard and pledge have the same folder, standards\n"
        "   2 | [type.pledge]\n"
        "     |       ^^^^^^\n"
        "  help: give each a folder of its own\n");
}

TEST_CASE("a setting of a type that there is not is reported with the nearest") {
  CHECK(messages("[type.standard]\nnumberd = true\n[type.standard.fields]\na = {}\n[any]\nfields = 1") ==
        "site.toml:3:1: error[bad-config]: [type.standard] has no setting \"numberd\"\n"
        "   3 | numberd = true\n"
        "     | ^^^^^^^ did you mean \"numbered\"?\n"
        "site.toml:4:16: error[bad-config]: [type.standard] has no setting \"fields\"\n"
        "   4 | [type.standard.fields]\n"
        "     |                ^^^^^^ did you mean \"field\"?\n"
        "site.toml:7:1: error[bad-config]: [any] has no setting \"fields\"\n"
        "   7 | fields = 1\n"
        "     | ^^^^^^ did you mean \"field\"?\n");
}

TEST_CASE("a field says its kind, its choices and what it is in ways that can be read") {
  CHECK(
      messages(
          "[type.standard.field]\na = \"text\"\nb = { kind = \"number\" }\nc = { kind = \"choice\" }\nd = { typ = 1 }\n"
          "e = { pattern = \"[\" }\nf = { kind = 3 }") ==
      "site.toml:3:5: error[bad-config]: a field is declared by a table, such as a = { kind = \"text\" }\n"
      "   3 | a = \"text\"\n"
      "     |     ^^^^^^\n"
      "site.toml:4:14: error[bad-config]: there is no kind of field \"number\"\n"
      "   4 | b = { kind = \"number\" }\n"
      "     |              ^^^^^^^^\n"
      "  help: the kinds are text, inline, markdown, integer, money, date, month, year, dated, boolean, choice, "
      "status, url and email\n"
      "site.toml:5:1: error[bad-config]: a field of the kind choice needs choices\n"
      "   5 | c = { kind = \"choice\" }\n"
      "     | ^\n"
      "  help: c = { kind = \"choice\", choices = [\"one\", \"two\"] }\n"
      "site.toml:6:7: error[bad-config]: the field d has no setting \"typ\"\n"
      "   6 | d = { typ = 1 }\n"
      "     |       ^^^\n"
      "site.toml:7:17: error[bad-config]: this is not a pattern that can be matched\n"
      "   7 | e = { pattern = \"[\" }\n"
      "     |                 ^^^\n"
      "  help: a pattern is a regular expression, such as \"S[0-9]+\", without back-references or look-ahead\n"
      "site.toml:8:14: error[bad-config]: kind in the field f must be text between quotation marks\n"
      "   8 | f = { kind = 3 }\n"
      "     |              ^\n");
}

TEST_CASE("a link says where it leads, how many it takes and how it reads") {
  CHECK(messages("[type.standard.link]\na = \"board\"\nb = {}\nc = { to = [\"bord\"] }\nd = { to = [\"board\"], min = "
                 "-1 }\ne = { "
                 "to = [\"board\"], too_few = \"info\" }\nf = { to = [\"board\"], reads = [\"has\"] }\ng = { to = "
                 "\"board\" }\nh = "
                 "{ to = [\"board\"], min = 3, max = 2 }") ==
        "site.toml:3:5: error[bad-config]: a link is declared by a table, such as a = { to = [\"board\"] }\n"
        "   3 | a = \"board\"\n"
        "     |     ^^^^^^^\n"
        "site.toml:4:5: error[bad-config]: the link b needs to, the types that it leads to\n"
        "   4 | b = {}\n"
        "     |     ^^\n"
        "site.toml:5:13: error[bad-config]: there is no type \"bord\"\n"
        "   5 | c = { to = [\"bord\"] }\n"
        "     |             ^^^^^^ did you mean \"board\"?\n"
        "site.toml:6:29: error[bad-config]: min in the link d cannot be below 0\n"
        "   6 | d = { to = [\"board\"], min = -1 }\n"
        "     |                             ^^\n"
        "site.toml:7:33: error[bad-config]: too_few is \"error\" or \"warning\"\n"
        "   7 | e = { to = [\"board\"], too_few = \"info\" }\n"
        "     |                                 ^^^^^^\n"
        "site.toml:8:31: error[bad-config]: reads takes two phrases, one for each way: [\"realises\", \"is realised "
        "by\"]\n"
        "   8 | f = { to = [\"board\"], reads = [\"has\"] }\n"
        "     |                               ^^^^^^^\n"
        "site.toml:9:12: error[bad-config]: to in the link g must be a list of texts, such as [\"one\", \"two\"]\n"
        "   9 | g = { to = \"board\" }\n"
        "     |            ^^^^^^^\n"
        "site.toml:10:38: error[bad-config]: the link h takes at least 3 and at most 2\n"
        "  10 | h = { to = [\"board\"], min = 3, max = 2 }\n"
        "     |                                      ^\n");
}

TEST_CASE("a link may be left out in statuses that its type has") {
  CHECK(
      messages("[type.standard.link]\na = { to = [\"board\"], min = 1, optional_for = [\"draft\", \"planned\"] }\n") ==
      "site.toml:3:57: error[bad-config]: a standard has no status \"planned\"\n"
      "   3 | a = { to = [\"board\"], min = 1, optional_for = [\"draft\", \"planned\"] }\n"
      "     |                                                         ^^^^^^^^^\n"
      "  help: it is draft, adopted, superseded or withdrawn\n");
}

TEST_CASE("a nest names the type of its items") {
  CHECK(
      messages(
          "[type.standard.nest]\nparts = { link = \"standard\" }\nbits = { type = \"bit\" }\npieces = \"criterion\"") ==
      "site.toml:3:1: error[bad-config]: a nest needs the type of its items\n"
      "   3 | parts = { link = \"standard\" }\n"
      "     | ^^^^^\n"
      "site.toml:4:17: error[bad-config]: there is no type \"bit\"\n"
      "   4 | bits = { type = \"bit\" }\n"
      "     |                 ^^^^^\n"
      "site.toml:5:10: error[bad-config]: a nest is declared by a table, such as pieces = { type = \"criterion\" }\n"
      "   5 | pieces = \"criterion\"\n"
      "     |          ^^^^^^^^^^^\n");
}

TEST_CASE("labels, coverage and ranges are checked") {
  CHECK(
      messages(
          "[type.standard]\nlabel = [\"promise\"]\nid = \"(\"\n[type.standard.covered_by]\nany = [\"stratgy\"]\nall = "
          "1\n[type.standard.range]\nfrom = 3") ==
      "site.toml:3:9: error[bad-config]: label takes two names, for one and for many: [\"standard\", \"standards\"]\n"
      "   3 | label = [\"promise\"]\n"
      "     |         ^^^^^^^^^^^\n"
      "site.toml:4:6: error[bad-config]: this is not a pattern that can be matched\n"
      "   4 | id = \"(\"\n"
      "     |      ^^^\n"
      "  help: a pattern is a regular expression, such as \"S[0-9]+\", without back-references or look-ahead\n"
      "site.toml:6:8: error[bad-config]: there is no type \"stratgy\"\n"
      "   6 | any = [\"stratgy\"]\n"
      "     |        ^^^^^^^^^ did you mean \"strategy\"?\n"
      "site.toml:7:1: error[bad-config]: [type.standard.covered_by] has no setting \"all\"\n"
      "   7 | all = 1\n"
      "     | ^^^\n"
      "site.toml:9:8: error[bad-config]: from in [type.standard.range] must be text between quotation marks\n"
      "   9 | from = 3\n"
      "     |        ^\n");
}

TEST_CASE("a name of a field that the type does not have is reported where it stands") {
  CHECK(messages(
            "[type.pledge]\nfolder = \"pledges\"\ntitle_from = [\"nam\"]\nexpected_metadata = [\"owner\", "
            "\"kept_on|reviewd_on\"]\n[type.pledge.field]\nkept_on = { kind = \"date\", from = \"approved\", between = "
            "[\"approved_on\", \"owner\"] }\nname = { kind = \"text\" }\ncost = { kind = \"money\" "
            "}\n[type.pledge.range]\nfrom "
            "= \"cots\"\nto = \"name\"") ==
        "site.toml:4:15: error[bad-config]: there is no field \"nam\" of a pledge\n"
        "   4 | title_from = [\"nam\"]\n"
        "     |               ^^^^^ did you mean \"name\"?\n"
        "site.toml:5:31: error[bad-config]: there is no field \"reviewd_on\" of a pledge\n"
        "   5 | expected_metadata = [\"owner\", \"kept_on|reviewd_on\"]\n"
        "     |                               ^^^^^^^^^^^^^^^^^^^^ did you mean \"reviewed_on\"?\n"
        "site.toml:7:35: error[bad-config]: there is no field \"approved\" of a pledge\n"
        "   7 | kept_on = { kind = \"date\", from = \"approved\", between = [\"approved_on\", \"owner\"] }\n"
        "     |                                   ^^^^^^^^^^\n"
        "site.toml:7:73: error[bad-config]: the field \"owner\" of a pledge is not of the kind date\n"
        "   7 | kept_on = { kind = \"date\", from = \"approved\", between = [\"approved_on\", \"owner\"] }\n"
        "     |                                                                         ^^^^^^^\n"
        "site.toml:11:8: error[bad-config]: there is no field \"cots\" of a pledge\n"
        "  11 | from = \"cots\"\n"
        "     |        ^^^^^^ did you mean \"cost\"?\n"
        "site.toml:12:6: error[bad-config]: the field \"name\" of a pledge is not of the kind money\n"
        "  12 | to = \"name\"\n"
        "     |      ^^^^^^\n");
}

TEST_CASE("a field, a link and a nest of one type have names of their own") {
  CHECK(messages("[type.standard.field]\nrealises = { kind = \"text\" }\n[type.standard.link]\ncriteria = { to = "
                 "[\"board\"] }") ==
        "site.toml:3:1: error[bad-config]: a standard has a link \"realises\" already\n"
        "   3 | realises = { kind = \"text\" }\n"
        "     | ^^^^^^^^\n"
        "  help: give one of them another name\n"
        "site.toml:5:1: error[bad-config]: a standard has nested items \"criteria\" already\n"
        "   5 | criteria = { to = [\"board\"] }\n"
        "     | ^^^^^^^^\n"
        "  help: give one of them another name\n");
}

TEST_CASE("a field that the generator itself goes by keeps its kind") {
  CHECK(messages(
            "[any.field]\norder = { kind = \"text\" }\n[type.standard.field]\ntitle = { kind = \"text\", list = true "
            "}\ndraft "
            "= { kind = \"boolean\", says = \"Not yet\" }\ntext = { kind = \"text\" }\nwaive = { kind = \"text\" }") ==
        "site.toml:3:1: error[bad-config]: the field \"order\" is always of the kind integer\n"
        "   3 | order = { kind = \"text\" }\n"
        "     | ^^^^^\n"
        "  help: give your field another name\n"
        "site.toml:5:1: error[bad-config]: the field \"title\" is always of the kind inline\n"
        "   5 | title = { kind = \"text\", list = true }\n"
        "     | ^^^^^\n"
        "  help: give your field another name\n"
        "site.toml:7:1: error[bad-config]: \"text\" is the name of what every item has\n"
        "   7 | text = { kind = \"text\" }\n"
        "     | ^^^^\n"
        "  help: give it another name\n"
        "site.toml:8:1: error[bad-config]: \"waive\" is the name of what every item has\n"
        "   8 | waive = { kind = \"text\" }\n"
        "     | ^^^^^\n"
        "  help: give it another name\n");
}

TEST_CASE("a pattern that could be tried in many ways takes no longer for it") {
  const Read read("[type.standard]\nid = \"(a+)+b\"\n");
  CHECK(!read.type("standard").id->form.matches_whole(std::string(100000, 'a')));
  CHECK(read.type("standard").id->form.matches_whole(std::string(100000, 'a') + "b"));
}

TEST_CASE("a name that could not stand in an expression is reported once") {
  const std::string help =
      "  help: use the letters a to z, digits and _, and none of the words of expressions such as and, in or is\n";
  CHECK(messages(
            "[type.\"Big risk\"]\nfolder = \"risks\"\n[type.\"Big risk\".field]\nin = { kind = \"text\" }\n"
            "[type.\"Big risk\".link]\n2nd = { to = [\"board\"] }\n[any.field]\n\"who-for\" = { kind = \"text\" }\n") ==
        "site.toml:2:7: error[bad-config]: \"Big risk\" cannot be the name of a type\n"
        "   2 | [type.\"Big risk\"]\n"
        "     |       ^^^^^^^^^^\n" +
            help +
            "site.toml:5:1: error[bad-config]: \"in\" cannot be the name of a field\n"
            "   5 | in = { kind = \"text\" }\n"
            "     | ^^\n" +
            help +
            "site.toml:7:1: error[bad-config]: \"2nd\" cannot be the name of a link\n"
            "   7 | 2nd = { to = [\"board\"] }\n"
            "     | ^^^\n" +
            help +
            "site.toml:9:1: error[bad-config]: \"who-for\" cannot be the name of a field\n"
            "   9 | \"who-for\" = { kind = \"text\" }\n"
            "     | ^^^^^^^^^\n" +
            help);
}

TEST_CASE("how a reference reads may hold four parts alone") {
  CHECK(messages("[type.risk]\nfolder = \"risks\"\nreads = \"Risk {numbr}: {title}\"\n") ==
        "site.toml:4:9: error[bad-config]: reads cannot hold {numbr}\n"
        "   4 | reads = \"Risk {numbr}: {title}\"\n"
        "     |         ^^^^^^^^^^^^^^^^^^^^^^^ did you mean {number}?\n"
        "  help: it may hold {title}, {number}, {id} and {label}\n");
}
