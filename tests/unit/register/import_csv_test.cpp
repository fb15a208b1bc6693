#include "register/import_csv.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/message.h"
#include "register/register_csv.h"
#include "unit/site.h"

using namespace framewright;

namespace {

struct Imported {
  SourceFiles files;
  ImportReport report;
  ImportedRegister read;
  std::map<std::string, std::string> written;

  Imported(const TestSite& site, const std::string& text, const std::string& date_format = {},
           const std::vector<std::pair<std::string, std::string>>& beside = {}) {
    CsvImport source;
    source.file = files.add("export.csv", text);
    for (const auto& [table, content] : beside)
      source.companions.push_back({table, content, files.add(table + ".csv", content)});
    source.text = files[source.file].text;
    source.settings = &site.config().source("content/register/contracts.csv");
    source.date_format = date_format;
    read = import_csv(source, site.config().schema, report);
    for (const ImportedFile& file : imported_files(read, site.config(), "content/register"))
      written[file.path] = file.text;
  }
  std::string errors() const {
    MessageWriter writer(files, {});
    std::string out;
    for (const Diagnostic& error : report.errors().all()) out += writer.write(error);
    return out;
  }
};

std::string register_csv(const TestSite& site) {
  const Register contracts = read_register(site.model(), site.config(), false);
  const OpenData data(contracts);
  std::string out;
  write_csv(data, *data.table("register"), [&](std::string_view bytes) { out += bytes; });
  return out;
}

}  // namespace

TEST_CASE("common headings, amounts and dates of a spreadsheet are read for what they are") {
  const TestSite site(Files{});
  const Imported import(site,
                        "Contract reference,Title,Supplier name,Company number,Total value,Contract start date,Colour\n"
                        "C1,Care,Alder Ltd; Oak,,\"£1,234.50\",31/03/2027,red\n"
                        "C2,Help,Alder Limited,1234567,0.01,01/04/2027,blue\n");
  CHECK(import.errors().empty());
  REQUIRE(import.read.contracts.size() == 2);
  CHECK(import.read.contracts[0].fields.at("value_net").front() == "1234.50");
  CHECK(import.read.contracts[1].fields.at("value_net").front() == "0.01");
  CHECK(import.read.contracts[1].fields.at("start").front() == "2027-04-01");
  CHECK(import.read.contracts[0].fields.at("supplier") == std::vector<std::string>{"alder-ltd", "oak"});
  CHECK(import.read.suppliers[2].fields.at("company_number").front() == "01234567");
  CHECK(import.report.notes() ==
        "- a company number of seven digits was given the zero that it had lost (1234567 in C2)\n"
        "- column \"Colour\" was left out: no field is known by this heading (2 times, first with \"red\" in C1)\n"
        "- suppliers that may be one were kept apart: make them one by hand if they are (\"Alder Ltd\" and \"Alder "
        "Limited\")\n");
}

TEST_CASE("a date that may be read in two ways is an error until its form is said") {
  const TestSite site(Files{});
  const std::string text = "id,start\nC1,01/04/2027\nC2,02/05/2027\n";
  CHECK(Imported(site, text)
            .errors()
            .find("start: \"01/04/2027\" may be read in more than one way, and no date of the column says which") !=
        std::string::npos);
  const Imported told(site, text, "%d/%m/%Y");
  CHECK(told.errors().empty());
  CHECK(told.read.contracts[0].fields.at("start").front() == "2027-04-01");
}

TEST_CASE("a doubtful amount is refused in its row, and of a kind of error twenty are told") {
  const TestSite site(Files{});
  std::string text = "id,value_net\n";
  for (int i = 0; i < 50'000; ++i) text += "C" + std::to_string(i) + ",\"1,23\"\n";
  const Imported import(site, text);
  CHECK(import.report.errors().all().size() == 20);
  CHECK(import.report.further_errors() == "49,980 more of bad-value.\n");
  CHECK(import.errors().find("export.csv:2:5") != std::string::npos);
}

TEST_CASE("amounts that are too great, too fine or below 0 are refused where they stand") {
  const TestSite site(Files{});
  const std::string errors =
      Imported(site, "id,value_net\nC1,99999999999999999999\nC2,1.234\nC3,-5\nC4,(20.00)\nC5,1e6\n").errors();
  for (const char* each :
       {"export.csv:2:4: error[bad-value]: value_net: \"99999999999999999999\" is no amount that can be read for "
        "certain",
        "export.csv:3:4: error[bad-value]: value_net: \"1.234\" is no amount that can be read for certain",
        "export.csv:4:4: error[bad-value]: value_net: \"-5\" is below 0",
        "export.csv:5:4: error[bad-value]: value_net: \"(20.00)\" is no amount that can be read for certain",
        "export.csv:6:4: error[bad-value]: value_net: \"1e6\" is no amount that can be read for certain"})
    CHECK_MESSAGE(errors.find(each) != std::string::npos, errors);
}

TEST_CASE("a form of dates that reads every date alike with another leaves no doubt") {
  const TestSite site(Files{});
  const Imported import(site, "id,start\nC1,1 May 2027\nC2,2 May 2028\n");
  CHECK(import.errors() == "");
  CHECK(import.read.contracts[0].fields.at("start").front() == "2027-05-01");
}

TEST_CASE("where two forms would do, the one that the site uses is taken") {
  const TestSite site(Files{{"site.toml",
                             "title = \"Test\"\n[source.\"content/register/contracts.csv\"]\ndate_format = "
                             "\"%d/%m/%Y\"\nlist_separator = \"|\"\n"}});
  const Imported import(site, "id,title,start,CPV\nC1,Care,01/04/2027,85312000|85311000\n");
  CHECK(import.errors() == "");
  CHECK(import.read.contracts[0].fields.at("start").front() == "2027-04-01");
  CHECK(import.written.at("contracts.csv").find("C1,Care,,,,,,,,,,01/04/2027,") != std::string::npos);
  CHECK(import.written.at("contracts.csv").find("85312000|85311000") != std::string::npos);
}

TEST_CASE("a file that is not in UTF-8 is refused at the place that cannot be read") {
  const TestSite site(Files{});
  const std::string errors = Imported(site, "id,title\nC1,Caf\xE9\n").errors();
  CHECK(
      errors.find("export.csv:2:7: error[unreadable-file]: this file is not saved as UTF-8: the character here cannot "
                  "be read") != std::string::npos);
  CHECK(errors.find("help: save it as UTF-8 (in a spreadsheet: save as \"CSV UTF-8\")") != std::string::npos);
}

TEST_CASE("a byte-order mark is no part of the first heading") {
  const TestSite site(Files{{"site.toml",
                             "title = \"Test\"\n[source.\"content/register/contracts.csv\".columns]\n\"Our ref\" = "
                             "\"id\"\n"}});
  const Imported import(site, "\xEF\xBB\xBFOur ref,title\nC1,Care\n");
  CHECK(import.errors() == "");
  CHECK(import.read.contracts.at(0).id == "C1");
}

TEST_CASE("a file with semicolons between its columns is told how to be saved") {
  const TestSite site(Files{});
  CHECK(Imported(site, "id;title\nC1;Care\n").errors().find("help: save the file with commas between the columns") !=
        std::string::npos);
}

TEST_CASE("many rows of one supplier, and many suppliers whose names give one id, are all read") {
  const TestSite site(Files{});
  constexpr int rows = 20'000;
  std::string text = "id,supplier,company number\n";
  for (int i = 0; i < rows; ++i) {
    text += "C" + std::to_string(i) + (i % 2 == 0 ? ",Alder" : ",Oak");
    for (int bit = 1; i % 2 == 1 && bit < rows; bit *= 2) text += (i / 2 & bit) == 0 ? '.' : '!';
    text += ",01234567\n";
  }
  const Imported import(site, text);
  CHECK(import.errors() == "");
  CHECK(import.read.contracts.size() == static_cast<std::size_t>(rows));
  CHECK(import.read.suppliers.size() == 1 + static_cast<std::size_t>(rows / 2));
}

TEST_CASE("what could not be carried is told by field, with a count and the first place") {
  const TestSite site(Files{});
  const Imported import(site, "id,procedure,Budget code\nC1,Lottery,X1\nC2,Lottery,\nC3,Quote,X2\n");
  CHECK(import.errors() == "");
  CHECK(
      import.report.notes() ==
      "- column \"Budget code\" was left out: no field is known by this heading (2 times, first with \"X1\" in C1)\n"
      "- procedure was left out where it is \"Lottery\": it takes quote, tender, direct or call-off (2 times, first in "
      "C1)\n");
}

TEST_CASE("the files beside a published register give its suppliers and what belongs to its contracts") {
  const TestSite site(Files{});
  const Imported import(site, "id,title,description,department,buyer,supplier,\nC1,Care,x,Adults,,birch;gone,\n", {},
                        {{"suppliers", "id,title,company_number\r\nbirch,Birch & Sons,01234567\r\n"},
                         {"notices", "contract,code\r\nC1,UK6\r\nC9,UK7\r\n"}});
  CHECK(import.errors() == "");
  CHECK(import.written.at("suppliers.csv").find("birch,Birch & Sons,01234567,") != std::string::npos);
  CHECK(import.written.at("details.toml") == "[C1]\ncompletes = \"C1\"\n\n[[C1.notices]]\ncode = \"UK6\"\n");
  CHECK(import.report.notes() ==
        "- a row of notices.csv was left out: its contract is not in the register (of C9)\n"
        "- a supplier is named by an id alone: put the suppliers.csv that was published with this file beside it (gone "
        "in C1)\n");
}

TEST_CASE("the headings that the site asks for are written") {
  const TestSite site(Files{{"site.toml",
                             "title = \"Test\"\n[source.\"content/register/contracts.csv\".columns]\n\"Ref\" = \"id\"\n"
                             "\"Looked at\" = \"reviewed_on\"\n\"Ours\" = \"\"\n"}});
  const Imported import(site, "id,reviewed_on\nC1,2027-03-31\n");
  const std::string& csv = import.written.at("contracts.csv");
  CHECK(csv.starts_with("Ref,title,"));
  CHECK(csv.find(",former,Looked at,Ours\r\n") != std::string::npos);
  CHECK(csv.ends_with(",2027-03-31,\r\n"));
}

TEST_CASE("two rows of one id are an error at the second") {
  const TestSite site(Files{});
  CHECK(Imported(site, "id,title\nC1,a\nC1,b\n").errors().find("two rows have the id \"C1\"") != std::string::npos);
}

TEST_CASE("a published register comes back to the byte, whatever its cells hold") {
  const std::string toml =
      "[\"C-1\"]\ntitle = \"=1+1, \\\"said\\\" Zoë\"\ndescription = \"a \\\\*star\\\\* and ‘these’\"\n"
      "department = \"Line one\\nline two\"\nbuyer = [\"A; B\", \"@C\"]\nsupplier = [\"s\"]\nvalue_net = 0.01\n"
      "start = 2027-04-01\nopen_ended = true\nprocedure = \"call-off\"\nsme = \"unknown\"\n";
  const std::string supplier = "[s]\ntitle = \"S\"\n";
  const TestSite site(Files{{"content/register/contracts.toml", toml}, {"content/register/suppliers.toml", supplier}});
  const std::string first = register_csv(site);
  const Imported import(site, first);
  CHECK(import.errors().empty());
  Files files{{"content/register/suppliers.toml", supplier}};
  for (const auto& [path, text] : import.written) files["content/register/" + path] = text;
  CHECK(register_csv(TestSite(files)) == first);
}

TEST_CASE("a choice is known whatever its case") {
  const TestSite site(Files{{"site.toml", "title = \"Test\"\n[register]\ndepartments = [\"Public health\"]\n"}});
  const Imported import(site, "id,department,procedure\nC1,PUBLIC HEALTH,Tender\n");
  CHECK(import.read.contracts[0].fields.at("department").front() == "Public health");
  CHECK(import.read.contracts[0].fields.at("procedure").front() == "tender");
  CHECK(import.report.notes().empty());
}
