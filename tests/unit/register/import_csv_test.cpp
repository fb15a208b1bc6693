#include "register/import_csv.h"

#include <doctest/doctest.h>

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

  Imported(const TestSite& site, const std::string& text, const std::string& date_format = {}) {
    CsvImport source;
    source.file = files.add("export.csv", text);
    source.text = files[source.file].text;
    source.settings = &site.config().source("content/register/contracts.csv");
    source.date_format = date_format;
    read = import_csv(source, site.config().schema, report);
    for (const ImportedFile& file : imported_files(read, site.config().schema)) written[file.path] = file.text;
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
  CHECK(import.report.notes().find("- column \"Colour\" was left out: no field is known by this heading\n") !=
        std::string::npos);
  CHECK(import.report.notes().find("suppliers \"Alder Ltd\" and \"Alder Limited\" may be one") != std::string::npos);
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
