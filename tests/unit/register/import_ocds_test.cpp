#include "register/import_ocds.h"

#include <doctest/doctest.h>

#include "base/message.h"
#include "base/text.h"
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

struct Imported {
  TestSite site{Files{{"site.toml", settings}}};
  SourceFiles files;
  ImportReport report;
  ImportedRegister read;

  explicit Imported(const std::string& text) {
    read = import_ocds(text, files.add("package.json", text), site.config(), report);
  }
  std::string errors() const {
    MessageWriter writer(files, {});
    std::string out;
    for (const Diagnostic& error : report.errors().all()) out += writer.write(error);
    return out;
  }
  std::string value(const std::string& field, std::size_t contract = 0) const {
    const ImportedFields& fields = read.contracts.at(contract).fields;
    const auto found = fields.find(field);
    return found == fields.end() ? "" : join(found->second, ";");
  }
};

std::string errors_of(const std::string& text) { return Imported(text).errors(); }

// A package of releases, each with an ocid and a contract "1", "2" and so on.
std::string package(const std::vector<std::string>& releases) {
  std::string out = "{\"version\":\"1.1\",\"publishedDate\":\"2026-11-25T00:00:00Z\",\"releases\":[";
  for (std::size_t i = 0; i < releases.size(); ++i)
    out += (i == 0 ? "\n" : ",\n") + ("{\"ocid\":\"ocds-213czf-" + std::to_string(i + 1) + "\"," + releases[i] + "}");
  return out + "]}";
}
std::string contract(const std::string& id, const std::string& members) {
  return "\"contracts\":[{\"id\":\"" + id + "\"" + (members.empty() ? "" : ",") + members + "}]";
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
    const Imported import(first);
    CHECK(import.errors() == "");
    Files files{{"site.toml", settings}};
    for (const ImportedFile& file : imported_files(import.read, site.config(), "content/register"))
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

TEST_CASE("what no field of a register holds is told by its path, with a count and the first place") {
  const Imported import(
      package({"\"tender\":{\"id\":\"1\",\"x\":{\"y\":1}},\"parties\":[{\"id\":\"b\",\"name\":\"B\","
               "\"roles\":[\"tenderer\"],\"address\":{\"postalCode\":\"X\"}}]",
               "\"tender\":{\"id\":\"2\",\"x\":{\"y\":2},\"documents\":[{\"id\":\"d\",\"title\":\"Map\"}]}"}));
  CHECK(import.errors() == "");
  CHECK(import.report.notes() ==
        "- parties with the role tenderer were left out (\"B\" in 1)\n"
        "- parties.address.postalCode was left out: no field holds it (in 1)\n"
        "- tender.documents was left out where it is no notice UK1 to UK17 (in 2)\n"
        "- tender.x.y was left out: no field holds it (2 times, first in 1)\n");
}

TEST_CASE("the details of a method say the procedure where they are clear, and are told where they are not") {
  const auto tender = [](const std::string& id, const std::string& method, const std::string& details) {
    return "\"tender\":{\"id\":\"" + id + "\",\"procurementMethod\":\"" + method + "\"" +
           (details.empty() ? "" : ",\"procurementMethodDetails\":\"" + details + "\"") + "}";
  };
  const Imported import(package({tender("1", "selective", "Call-off from a framework agreement"),
                                 tender("2", "selective", "Restricted procedure"), tender("3", "open", "Something"),
                                 tender("4", "selective", ""), tender("5", "limited", "direct")}));
  for (const auto& [at, procedure] : {std::pair(0U, "call-off"), std::pair(1U, "tender"), std::pair(2U, "tender"),
                                      std::pair(3U, ""), std::pair(4U, "direct")})
    CHECK(import.value("procedure", at) == procedure);
  CHECK(import.report.notes() ==
        "- tender.procurementMethod selective was left out: it may be a restricted tender or a call-off (in 4)\n"
        "- tender.procurementMethodDetails \"Call-off from a framework agreement\" was read as the procedure call-off "
        "(in "
        "1)\n"
        "- tender.procurementMethodDetails \"Restricted procedure\" was read as the procedure tender (in 2)\n"
        "- tender.procurementMethodDetails \"Something\" was left out (in 3)\n");
}

TEST_CASE("amounts that are too great, too fine, below 0 or no number are refused by their path") {
  const auto value = [](const std::string& id, const std::string& amount) {
    return contract(id, "\"value\":{\"amount\":" + amount + ",\"currency\":\"GBP\"}");
  };
  const std::string errors = errors_of(package({value("1", "99999999999999999999"), value("2", "0.123"),
                                                value("3", "-1"), value("4", "\"1000\""), value("5", "1e3")}));
  for (const char* each :
       {"package.json:2:9: error[bad-value]: 1: contracts.value.amount: 99999999999999999999 is no "
        "number of whole pence",
        "package.json:3:9: error[bad-value]: 2: contracts.value.amount: 0.123 is no number of whole pence",
        "4:9: error[bad-value]: 3: contracts.value.amount: -1 is below 0",
        "5:9: error[bad-value]: 4: contracts.value.amount: \"1000\" is no number of whole pence",
        "6:9: error[bad-value]: 5: contracts.value.amount: 1e3 is no number of whole pence"})
    CHECK_MESSAGE(errors.find(each) != std::string::npos, errors);
}

TEST_CASE("amounts of another currency, and of none, are left out and told") {
  const Imported import(package(
      {contract("1", "\"value\":{\"amount\":5,\"currency\":\"EUR\"}"), contract("2", "\"value\":{\"amount\":5}")}));
  CHECK(import.value("value_net") == "");
  CHECK(import.report.notes().find("- contracts.value was left out: it is in EUR (in 1)\n") != std::string::npos);
  CHECK(import.report.notes().find("- contracts.value was left out: it is of no currency (in 2)\n") !=
        std::string::npos);
}

TEST_CASE("a date in another form is refused, and one that begins late in UTC is to be looked at") {
  CHECK(errors_of(package({contract("1", "\"period\":{\"startDate\":\"31/03/2027\"}")}))
            .find("1: contracts.period.startDate: \"31/03/2027\" is no date of the form 2027-03-31T00:00:00Z") !=
        std::string::npos);
  const Imported import(package({contract("1", "\"period\":{\"startDate\":\"2027-03-31T23:00:00Z\"}")}));
  CHECK(import.value("start") == "2027-03-31");
  CHECK(import.report.notes().find(
            "- contracts.period.startDate begins late in the day in UTC, which may be the next day "
            "in the United Kingdom: look at it (2027-03-31T23:00:00Z in 1)\n") != std::string::npos);
}

TEST_CASE("a status is written where the dates do not say it") {
  const auto with = [](const std::string& id, const std::string& status, const std::string& end) {
    return contract(id, "\"status\":\"" + status +
                            "\",\"period\":{\"startDate\":\"2025-01-01T00:00:00Z\",\"endDate\":\"" + end +
                            "T23:59:59Z\"}");
  };
  const Imported import(package({with("1", "active", "2028-01-01"), with("2", "terminated", "2028-01-01"),
                                 with("3", "terminated", "2026-01-01"), with("4", "active", "2026-01-01"),
                                 with("5", "pending", "2028-01-01"), with("6", "cancelled", "2028-01-01")}));
  for (const auto& expected : {std::pair(0U, ""), std::pair(1U, "terminated"), std::pair(2U, ""),
                               std::pair(3U, "active"), std::pair(4U, "planned"), std::pair(5U, "terminated")})
    CHECK_MESSAGE(import.value("status", expected.first) == expected.second, expected.first);
  CHECK(import.report.notes() == "- contracts.status cancelled was read as terminated (in 6)\n");
}

TEST_CASE("suppliers are one by their number, and by their name without one") {
  const auto award = [](const std::string& id, const std::string& party, const std::string& number) {
    return contract(id, "\"awardID\":\"a\"") + ",\"awards\":[{\"id\":\"a\",\"suppliers\":[{\"id\":\"" + party +
           "\",\"name\":\"St Mary's Trust\"}]}],\"parties\":[{\"id\":\"" + party +
           "\",\"name\":\"St Mary's Trust\",\"roles\":[\"supplier\"]" +
           (number.empty() ? "" : ",\"identifier\":{\"scheme\":\"GB-NIC\",\"id\":\"" + number + "\"}") + "}]";
  };
  const Imported import(
      package({award("1", "GB-NIC-NIC100001", "NIC100001"), award("2", "GB-NIC-NIC100002", "NIC100002"),
               award("3", "GB-NIC-NIC100001", "NIC100001"), award("4", "st-mary-s-trust", "")}));
  CHECK(import.errors() == "");
  REQUIRE(import.read.suppliers.size() == 3);
  CHECK(import.value("supplier", 0) == import.value("supplier", 2));
  CHECK(import.value("supplier", 0) != import.value("supplier", 1));
  CHECK(import.value("supplier", 3) == "st-mary-s-trust");  // an id of the package stays its supplier's
  CHECK(import.read.suppliers[1].fields.at("charity_number").front() == "NIC100002");
  CHECK(import.report.notes().find("- suppliers that may be one were kept apart: make them one by hand if they are (2 "
                                   "times, first \"St Mary's Trust\" and \"St Mary's Trust\")\n") != std::string::npos);
}

TEST_CASE("of several suppliers it is small or medium when one is, and not when it is known of each") {
  const auto scales = [](const std::string& a, const std::string& b) {
    const auto party = [](const std::string& id, const std::string& scale) {
      return "{\"id\":\"" + id + "\",\"name\":\"" + id + "\",\"roles\":[\"supplier\"]" +
             (scale.empty() ? "" : ",\"details\":{\"scale\":\"" + scale + "\"}") + "}";
    };
    return Imported(package({contract("1", "") + ",\"parties\":[" + party("a", a) + "," + party("b", b) + "]"}))
        .value("sme");
  };
  CHECK(scales("large", "sme") == "yes");
  CHECK(scales("large", "large") == "no");
  CHECK(scales("large", "") == "unknown");
}

TEST_CASE("a package without releases, and one whose records name releases by links, say so") {
  CHECK(errors_of("{\"version\":\"1.1\",\"releases\":[]}").find("this package has no releases") != std::string::npos);
  CHECK(errors_of("{\"version\":\"1.1\",\"releases\":{}}").find("releases and records must be lists") !=
        std::string::npos);
  CHECK(errors_of("{\"version\":\"1.1\",\"releases\":[1]}").find("each of releases and records must be an object") !=
        std::string::npos);
  CHECK(errors_of("{\"ocid\":\"a\"}").find("help: it is a release or a record by itself: fetch the package") !=
        std::string::npos);
  const std::string linked =
      "{\"version\":\"1.1\",\"records\":[{\"ocid\":\"ocds-213czf-1\",\"releases\":[{\"url\":\"https://a.example\"}]";
  const std::string errors = errors_of(linked + "}]}");
  CHECK(errors.find(
            "package.json:1:37: error[bad-value]: the record ocds-213czf-1 names its releases by links, which are "
            "not followed") != std::string::npos);
  CHECK(errors.find("help: fetch the release package, or a record package that has compiled releases") !=
        std::string::npos);
  const Imported compiled(linked + ",\"compiledRelease\":{\"ocid\":\"ocds-213czf-1\"," + contract("C1", "") + "}}]}");
  CHECK(compiled.errors() == "");
  CHECK(compiled.read.contracts.at(0).id == "C1");
}

TEST_CASE("a package that is not in UTF-8 is refused at the place that cannot be read") {
  CHECK(
      errors_of("{\"a\":\"\xE9\"}").find("package.json:1:7: error[unreadable-file]: this file is not saved as UTF-8") !=
      std::string::npos);
}

TEST_CASE("contracts that withhold a value come back without it, and the site has no finding") {
  const Files files{{"content/register/contracts.toml",
                     "[C1]\ntitle = \"T\"\ndepartment = \"d\"\nvalue_net = 6000\nvat_irrecoverable = 0\nstart = "
                     "2025-01-01\nend = 2030-01-01\nreview = 2029-01-01\nprocedure = \"quote\"\nsme = \"yes\"\nvcse = "
                     "\"yes\"\n[[C1.redactions]]\nfield = \"description\"\nreason = \"r\"\n[[C1.redactions]]\nfield = "
                     "\"supplier\"\nreason = \"r\"\n"}};
  CHECK(TestSite(files).messages("missing-field") == "");
  CHECK(TestSite(files).messages("too-few-links") == "");
}

TEST_CASE("many processes whose ids are written with escapes are all read") {
  const TestSite site(Files{});
  constexpr std::size_t processes = 5'000;
  std::string text = "{\"version\":\"1.1\",\"releases\":[";
  for (std::size_t i = 0; i < processes; ++i) {
    const std::string number = std::to_string(i);
    text += (i == 0 ? "" : ",") + ("{\"ocid\":\"ocds-213czf-a\\/" + number + "\",\"tender\":{\"id\":\"C" + number +
                                   "\",\"title\":\"T\",\"procurementMethodDetails\":\"tender\"}}");
  }
  text += "]}";
  ImportReport report;
  const ImportedRegister read = import_ocds(text, 0, site.config(), report);
  CHECK_FALSE(report.has_errors());
  CHECK(read.contracts.size() == processes);
}
