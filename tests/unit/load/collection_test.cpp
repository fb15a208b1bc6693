#include "load/collection.h"

#include <doctest/doctest.h>

#include "unit/load/read_site.h"

using namespace framewright;
using namespace framewright::test;

namespace {

const std::string usual = "title = \"T\"\n[source.\"content/register/suppliers.csv\"]\n";

// The messages about one file of suppliers.
std::string messages(const std::string& csv, const std::string& settings = {}) {
  return ReadSite{{"site.toml", usual + settings}, {"content/register/suppliers.csv", csv}}.messages();
}

}  // namespace

TEST_CASE("each table of a TOML file is an item, in the order of the file") {
  ReadSite site{{"content/outcomes.toml", "[safe]\ntitle = \"Safe\"\ntext = \"Words.\"\n[heard]\ntitle = \"Heard\"\n"}};
  CHECK(site.messages() == "");
  CHECK(site.order() == "outcome:safe outcome:heard");
  CHECK(site.item("outcome", "safe").form == ItemForm::toml);
  CHECK(plain_text(site.body("outcome", "safe").document, 0) == "Words.");
  CHECK(site.item("outcome", "heard").body == no_text);
}

TEST_CASE("an item or a field written twice in a TOML file is reported with both places; the first stays") {
  ReadSite site{
      {"content/outcomes.toml",
       "[safe]\ntitle = \"Safe\"\ntitle = \"Sound\"\n[safe]\ntitle = \"Other\"\n[heard]\ntitle = \"Heard\"\n"}};
  CHECK(site.messages() ==
        "content/outcomes.toml:3:1: error[bad-value]: safe.title is written twice\n"
        "   3 | title = \"Sound\"\n"
        "     | ^^^^^\n"
        "  also: content/outcomes.toml:2:1: it stands here first\n"
        "   2 | title = \"Safe\"\n"
        "     | ^^^^^\n"
        "  help: keep one of them\n"
        "content/outcomes.toml:4:1: error[duplicate-id]: two outcomes have the id \"safe\"\n"
        "   4 | [safe]\n"
        "     | ^^^^^^\n"
        "  also: content/outcomes.toml:1:1: it stands here first\n"
        "   1 | [safe]\n"
        "     | ^^^^^^\n"
        "  help: give one of them another id\n");
  CHECK(site.order() == "outcome:safe outcome:heard");
  CHECK(site.item("outcome", "safe").title == "Safe");
}

TEST_CASE("a value outside of any item is reported") {
  CHECK(ReadSite{{"content/outcomes.toml", "title = \"Safe\"\n[[heard]]\ntitle = \"Heard\"\n"}}.messages() ==
        "content/outcomes.toml:1:1: error[unknown-field]: \"title\" stands outside of an item\n"
        "   1 | title = \"Safe\"\n"
        "     | ^^^^^\n"
        "  help: begin each outcome with its id in square brackets, and put its fields below\n"
        "content/outcomes.toml:2:3: error[unknown-field]: \"heard\" stands outside of an item\n"
        "   2 | [[heard]]\n"
        "     |   ^^^^^\n"
        "  help: begin each outcome with its id in square brackets, and put its fields below\n");
}

TEST_CASE("a collection that is empty is reported") {
  CHECK(ReadSite{{"content/outcomes.toml", ""}}.messages() ==
        "content/outcomes.toml:1:1: error[unreadable-file]: this file is empty\n"
        "  help: begin each outcome with its id in square brackets, such as [one], or take the file away\n");
  CHECK(ReadSite{{"content/outcomes.toml", "# later\n"}}.messages() == "");
  CHECK(messages("") ==
        "content/register/suppliers.csv:1:1: error[unreadable-file]: this file is empty\n"
        "  help: its first row must name the columns, beginning with id\n");
  CHECK(messages("id,title\n") == "");
}

TEST_CASE("each row of a CSV file is an item; columns may be mapped or left out, and cells trimmed") {
  ReadSite site{
      {"site.toml", usual + "columns = { \"Ref\" = \"id\", \"Trading name\" = \"title\", \"Notes\" = \"\" }\n"},
      {"content/register/suppliers.csv",
       "\xEF\xBB\xBF Ref ,Trading name,Notes,sector\r\nacme,\" Acme, Ltd \",x,private\r\nzed,Zed,,\r\n"}};
  CHECK(site.messages() == "");
  CHECK(site.order() == "supplier:acme supplier:zed");
  CHECK(site.item("supplier", "acme").title == "Acme, Ltd");
  const TypeDef& type = site.model().type(site.item("supplier", "acme"));
  CHECK(*text_field(site.item("supplier", "acme"), type, "sector") == "private");
  CHECK(text_field(site.item("supplier", "zed"), type, "sector") == nullptr);
}

TEST_CASE("a row with cells too few or too many is one finding, and other rows are read") {
  ReadSite site{{"content/register/suppliers.csv",
                 "id,title,size,sector\nacme,Acme\nbold,Bold, Ltd,small,private\nzed,Zed,small,privat\n"},
                {"content/a.md", md("title = \"A\"", "[[supplier:acme]] and [[supplier:bold]]")}};
  CHECK(site.messages() ==
        "content/register/suppliers.csv:2:10: error[unreadable-file]: this row has 2 cells, the heading row has 4\n"
        "   2 | acme,Acme\n"
        "     |          ^\n"
        "  help: add the cells that are missing\n"
        "content/register/suppliers.csv:3:22: error[unreadable-file]: this row has 5 cells, the heading row has 4\n"
        "   3 | bold,Bold, Ltd,small,private\n"
        "     |                      ^^^^^^^\n"
        "  help: put quotation marks round a cell with a comma in it\n"
        "content/register/suppliers.csv:4:15: error[bad-value]: sector cannot be \"privat\"\n"
        "   4 | zed,Zed,small,privat\n"
        "     |               ^^^^^^ did you mean \"private\"?\n"
        "  help: it is one of private, public, voluntary, social enterprise or unknown\n");
  CHECK(site.order() == "page:a supplier:acme supplier:bold supplier:zed");
}

TEST_CASE("a quotation mark that is never closed is one finding; the rows before it are read") {
  ReadSite site{{"content/register/suppliers.csv", "id,title\nacme,Acme\nbold,\"Bold\nzed,Zed\n"},
                {"content/a.md", md("title = \"A\"", "[[acme]] [[zed]] [[yonder]]")}};
  CHECK(site.headlines() ==
        "content/a.md:4:18: error[unresolved-reference]: there is no item \"yonder\"\n"
        "content/register/suppliers.csv:3:6: error[unreadable-file]: the quotation mark that opens this cell is never "
        "closed\n");
  CHECK(site.order() == "page:a supplier:acme");
}

TEST_CASE("without a column of ids there is one finding, whatever the number of rows") {
  CHECK(messages("ref,title\nacme,Acme\nzed,Zed\n") ==
        "content/register/suppliers.csv:1:1: error[missing-field]: there is no column \"id\"\n"
        "   1 | ref,title\n"
        "     | ^^^^^^^^^\n"
        "  help: name the column that holds the reference id, or map it in site.toml: columns = { \"Contract ref\" = "
        "\"id\" }\n");
  CHECK(messages("ref,title\nacme,Acme\n", "columns = { \"Ref\" = \"id\" }\n") ==
        "content/register/suppliers.csv:1:1: error[missing-field]: there is no column \"Ref\"\n"
        "   1 | ref,title\n"
        "     | ^^^^^^^^^ did you mean \"ref\"?\n"
        "  also: site.toml:2:9: site.toml says that it holds the field \"id\"\n"
        "   2 | [source.\"content/register/suppliers.csv\"]\n"
        "     |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "  help: mend the heading in the file, or take the column out of site.toml\n");
}

TEST_CASE("a row without an id is reported") {
  CHECK(messages("id,title\n,Acme\n\n\"\",Zed\n") ==
        "content/register/suppliers.csv:2:1: error[missing-field]: this supplier has no id\n"
        "   2 | ,Acme\n"
        "     | ^^^^^\n"
        "content/register/suppliers.csv:4:1: error[missing-field]: this supplier has no id\n"
        "   4 | \"\",Zed\n"
        "     | ^^^^^^\n");
}

TEST_CASE("two columns of one field are reported, and the first is read") {
  ReadSite site{{"site.toml", usual + "columns = { \"Name\" = \"title\" }\n"},
                {"content/register/suppliers.csv", "id,title,Name\nacme,Acme,Other\n"}};
  CHECK(site.messages() ==
        "content/register/suppliers.csv:1:10: error[unknown-field]: two columns hold the field \"title\"\n"
        "   1 | id,title,Name\n"
        "     |          ^^^^\n"
        "  also: content/register/suppliers.csv:1:4: it stands here first\n"
        "   1 | id,title,Name\n"
        "     |    ^^^^^\n");
  CHECK(site.item("supplier", "acme").title == "Acme");
}

TEST_CASE("a column that is no field is reported once, at its heading") {
  CHECK(messages("id,title,sise\nacme,Acme,small\nzed,Zed,large\n") ==
        "content/register/suppliers.csv:1:10: error[unknown-field]: a supplier has no field \"sise\"\n"
        "   1 | id,title,sise\n"
        "     |          ^^^^ did you mean \"size\"?\n"
        "  help: `framewright types supplier` lists the fields; leave a column out in site.toml with columns = { "
        "\"sise\" = \"\" }\n");
}

TEST_CASE("a column that every item needs is reported once when it is missing, and a cell where it is empty") {
  CHECK(ReadSite{{"content/register/grants.csv", "id,title\nG1,One\nG2,Two\n"}}.messages() ==
        "content/register/grants.csv:1:1: error[missing-field]: there is no column for the field \"value_net\"\n"
        "   1 | id,title\n"
        "     | ^^^^^^^^\n"
        "  help: add the column value_net: how much\n");
  CHECK(ReadSite{{"content/register/grants.csv", "id,title,value_net\nG1,One,5\nG2,Two,\n"}}.messages() ==
        "content/register/grants.csv:3:1: error[missing-field]: this grant has no value_net\n"
        "   3 | G2,Two,\n"
        "     | ^^\n"
        "  help: add value_net: how much\n");
}

TEST_CASE("lists, dates, money and yes or no are read from cells as the settings say") {
  ReadSite site{
      {"site.toml",
       "title = \"T\"\n[source.\"content/register/contracts.csv\"]\nlist_separator = \"|\"\ndate_format = "
       "\"%d/%m/%Y\"\n"},
      {"content/register/contracts.csv",
       "id,title,description,department,vat_irrecoverable,start,review,procedure,sme,vcse,supplier,extensions,open_"
       "ended,"
       "value_net\n"
       "C1,One,What,Adults,0,01/04/2026,31/03/2027,quote,yes,no,acme| zed,12 months | 6 months,Yes,\"£1,234.50\"\n"
       "C2,Two,What,Adults,0,2026-04-01,31/03/2027,quote,Yes,no,acme,,maybe,1.555\n"},
      {"content/register/suppliers.csv", "id,title\nacme,Acme\nzed,Zed\n"}};
  CHECK(site.messages() ==
        "content/register/contracts.csv:3:22: error[bad-value]: start must be a date, not \"2026-04-01\"\n"
        "   3 | C2,Two,What,Adults,0,2026-04-01,31/03/2027,quote,Yes,no,acme,,maybe,1.555\n"
        "     |                      ^^^^^^^^^^\n"
        "  help: write it like this: 31/03/2027\n"
        "content/register/contracts.csv:3:50: error[bad-value]: sme cannot be \"Yes\"\n"
        "   3 | C2,Two,What,Adults,0,2026-04-01,31/03/2027,quote,Yes,no,acme,,maybe,1.555\n"
        "     |                                                  ^^^ did you mean \"yes\"?\n"
        "  help: it is one of yes, no or unknown\n"
        "content/register/contracts.csv:3:63: error[bad-value]: open_ended must be yes or no, not \"maybe\"\n"
        "   3 | C2,Two,What,Adults,0,2026-04-01,31/03/2027,quote,Yes,no,acme,,maybe,1.555\n"
        "     |                                                               ^^^^^\n"
        "content/register/contracts.csv:3:69: error[bad-value]: value_net must be an amount of money, not \"1.555\"\n"
        "   3 | C2,Two,What,Adults,0,2026-04-01,31/03/2027,quote,Yes,no,acme,,maybe,1.555\n"
        "     |                                                                     ^^^^^\n"
        "  help: write pounds, with two decimals for pence: 30000 or 30000.50 or \"£30,000.50\"\n");
  const Item& contract = site.item("contract", "C1");
  const TypeDef& type = site.model().type(contract);
  CHECK(site.model().links_from(site.find("contract", "C1")).size() == 2);
  CHECK(text_list_field(contract, type, "extensions") == std::vector<std::string>{"12 months", "6 months"});
  CHECK(*money_field(contract, type, "value_net") == Money{123450});
  CHECK(*date_field(contract, type, "start") == parse_date("2026-04-01"));
}

TEST_CASE("a file completes a row with nested data and text, and keeps its own places") {
  ReadSite site{{"content/register/suppliers.csv", "id,title\nacme,Acme\n"},
                {"content/register/suppliers/about acme.md",
                 md("completes = \"acme\"\nsector = \"private\"\nowner = 3", "See [[S9]] and [us](../../a.md).")},
                {"content/a.md", md("title = \"A\"", "[Acme](<register/suppliers/about acme.md>)")}};
  CHECK(site.messages() ==
        "content/register/suppliers/about acme.md:4:9: error[bad-value]: owner must be text\n"
        "   4 | owner = 3\n"
        "     |         ^\n"
        "  help: put it between quotation marks: owner = \"3\"\n"
        "content/register/suppliers/about acme.md:6:5: error[unresolved-reference]: there is no item \"S9\"\n"
        "   6 | See [[S9]] and [us](../../a.md).\n"
        "     |     ^^^^^^\n"
        "  help: write its id, or its title just as it stands\n");
  CHECK(site.order() == "page:a supplier:acme");
  const Item& acme = site.item("supplier", "acme");
  CHECK(acme.form == ItemForm::csv);
  CHECK(*text_field(acme, site.model().type(acme), "sector") == "private");
  CHECK(acme.body != no_text);
  REQUIRE(site.body("page", "a").targets.size() == 1);
  CHECK(site.body("page", "a").targets[0].item == site.find("supplier", "acme"));
}

TEST_CASE("a field or a text that is given in two places is an error at the second") {
  ReadSite site{{"content/register/suppliers.toml", "[acme]\ntitle = \"Acme\"\ntext = \"One.\"\n"},
                {"content/register/suppliers/acme.md", md("completes = \"acme\"\ntitle = \"Acme Ltd\"", "Two.")}};
  CHECK(site.messages() ==
        "content/register/suppliers/acme.md:3:1: error[bad-value]: title is given in two places\n"
        "   3 | title = \"Acme Ltd\"\n"
        "     | ^^^^^\n"
        "  also: content/register/suppliers.toml:2:9: it is given here too\n"
        "   2 | title = \"Acme\"\n"
        "     |         ^^^^^^\n"
        "  help: keep it in one of them\n"
        "content/register/suppliers/acme.md:5:1: error[bad-value]: the text is given in two places\n"
        "   5 | Two.\n"
        "     | ^\n"
        "  also: content/register/suppliers.toml:3:8: it is given here too\n"
        "   3 | text = \"One.\"\n"
        "     |        ^^^^^^\n"
        "  help: keep it in one of them\n");
}

TEST_CASE("a file that completes what there is not is reported, once") {
  CHECK(ReadSite{{"content/register/suppliers/x.md", md("completes = \"acmee\"", "Text.")},
                 {"content/register/suppliers.csv", "id,title\nacme,Acme\n"}}
            .messages() ==
        "content/register/suppliers/x.md:2:13: error[unresolved-reference]: no collection has a supplier \"acmee\" to "
        "complete\n"
        "   2 | completes = \"acmee\"\n"
        "     |             ^^^^^^^ did you mean \"acme\"?\n");
  CHECK(
      ReadSite{{"content/register/suppliers/x.md", md("completes = 7", "Text.")}}.headlines() ==
      "content/register/suppliers/x.md:2:13: error[bad-value]: completes must be the id of an item of a collection\n");
  CHECK(ReadSite{{"content/register/suppliers/x.md", md("completes = \"zed\"", "Text.")},
                 {"content/register/suppliers.csv", "id,title\n\"acme,Acme\nzed,Zed\n"}}
            .headlines() ==
        "content/register/suppliers.csv:2:1: error[unreadable-file]: the quotation mark that opens this cell is never "
        "closed\n");
}
