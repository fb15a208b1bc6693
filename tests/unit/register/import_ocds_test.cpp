#include "register/import_ocds.h"

#include <doctest/doctest.h>

#include "base/message.h"
#include "register/ocds_package.h"
#include "unit/site.h"

using namespace framewright;

namespace {

using Writer = void (*)(const OpenData&, const ByteSink&);

const std::string settings =
    "title = \"Test\"\nbase_url = \"https://test.example/\"\n[register]\nocid_prefix = \"ocds-213czf\"\n";

std::string package_of(const TestSite& site, Writer write) {
  const Register contracts = read_register(site.model(), site.config(), false);
  const OpenData data(contracts);
  std::string out;
  write(data, [&](std::string_view bytes) { out += bytes; });
  return out;
}

std::string errors_of(const std::string& text) {
  SourceFiles files;
  ImportReport report;
  const FileId file = files.add("package.json", text);
  (void)import_ocds(text, file, "ocds-213czf", report);
  MessageWriter writer(files, {});
  std::string out;
  for (const Diagnostic& error : report.errors().all()) out += writer.write(error);
  return out;
}

}  // namespace

TEST_CASE("both packages come back to the byte") {
  const TestSite site(Files{
      {"site.toml", settings},
      {"content/register/contracts.toml",
       "[C1]\ntitle = \"Care \\\"at\\\" home, Zoë\"\ndescription = \"A \\\\*star\\\\*\"\nsupplier = [\"s\", \"t\"]\n"
       "department = \"Adults\"\nvalue_net = 0.01\noriginal_value = 30000.10\nvat_irrecoverable = 0\n"
       "awarded = 2025-01-02\nstart = 2025-02-01\nend = 2028-01-31\nmax_end = 2029-01-31\nreview = 2027-01-01\n"
       "extensions = [\"12 months taken 2026-05-01\"]\nprocedure = \"direct\"\njustification = \"Only one\"\n"
       "sme = \"unknown\"\nvcse = \"no\"\ncpv = [\"85312000\", \"85311000-2\"]\nlight_touch = true\nbids_received = 1\n"
       "[[C1.notices]]\ncode = \"UK6\"\nurl = \"https://n.example/6\"\npublished = 2025-01-03\n"
       "[[C1.kpis]]\nname = \"Visits\"\ntarget = \"90%\"\nrating = \"Good\"\nassessed_on = 2026-01-01\n"
       "[[C1.pooled]]\npartner = \"NHS\"\nshare = 0.01\n"
       "[C2]\ntitle = \"Next\"\ndescription = \"More\"\nsupplier = [\"s\"]\npredecessor = [\"C1\"]\nstart = "
       "2028-02-01\n"
       "procedure = \"tender\"\nsme = \"yes\"\nvcse = \"unknown\"\nocid = \"ocds-abcdef-77\"\n"},
      {"content/register/suppliers.toml",
       "[s]\ntitle = \"Alder, Ltd\"\ncompany_number = \"01234567\"\n[t]\ntitle = \"Oak\"\ncharity_number = "
       "\"123456\"\n"}});
  for (const Writer write : {&write_release_package, &write_record_package}) {
    const std::string first = package_of(site, write);
    ImportReport report;
    const ImportedRegister read = import_ocds(first, 0, "ocds-213czf", report);
    CHECK_FALSE(report.has_errors());
    Files files{{"site.toml", settings}};
    for (const ImportedFile& file : imported_files(read, site.config().schema))
      files["content/register/" + file.path] = file.text;
    CHECK(package_of(TestSite(files), write) == first);
  }
}

TEST_CASE("what is no package of this version is refused at its place") {
  CHECK(errors_of("{\"version\": ")
            .find("package.json:1:13: error[unreadable-file]: this file ends before its JSON does") !=
        std::string::npos);
  CHECK(errors_of("{\"a\": x}").find("this is no JSON from here on") != std::string::npos);
  CHECK(errors_of("{\"version\":\"1.0\",\"releases\":[]}").find("this package is of OCDS 1.0, and 1.1 is read") !=
        std::string::npos);
  CHECK(errors_of("{\"version\":\"1.1\",\"releases\":[{\"ocid\":\"a\",\"tender\":{\"id\":\"1\"}},"
                  "{\"ocid\":\"b\",\"tender\":{\"id\":\"1\"}}]}")
            .find("the process b has the id of another: \"1\"") != std::string::npos);
}

TEST_CASE("a field that the register does not hold is reported by its path and counted") {
  ImportReport report;
  const ImportedRegister read = import_ocds(
      "{\"version\":\"1.1\",\"releases\":[{\"ocid\":\"a\",\"tender\":{\"id\":\"1\",\"x\":{\"y\":1}}},"
      "{\"ocid\":\"b\",\"tender\":{\"id\":\"2\",\"x\":{\"y\":2}}}]}",
      0, "ocds-213czf", report);
  CHECK(report.notes() == "- tender.x.y was left out: no field holds it (2 times)\n");
  CHECK(read.contracts.size() == 2);
}
