#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "support/workplace.h"

using namespace framewright;

namespace {

// A field of the contract, what stands in it, and the forms in which that would be seen.
struct Secret {
  std::string name;
  std::string toml;
  std::vector<std::string> forms;
};

Secret text(const std::string& name) { return {name, "\"Secret-" + name + "-word\"", {"Secret-" + name + "-word"}}; }
Secret list(const std::string& name) { return {name, "[\"Secret-" + name + "-word\"]", {"Secret-" + name + "-word"}}; }
Secret money(const std::string& name, const std::string& pounds, const std::string& shown) {
  return {name, pounds, {pounds, shown}};
}
Secret date(const std::string& name, const std::string& iso, const std::string& shown) {
  return {name, iso, {iso, shown}};
}

const std::vector<Secret>& secrets() {
  static const std::vector<Secret> all{
      text("title"),
      text("description"),
      text("department"),
      list("buyer"),
      money("value_net", "7654321.09", "7,654,321.09"),
      money("annual_value", "2345678.01", "2,345,678.01"),
      money("vat_irrecoverable", "345678.02", "345,678.02"),
      money("original_value", "6543219.03", "6,543,219.03"),
      date("awarded", "2021-01-17", "17 January 2021"),
      {"start", "2022-02-18", {"2022-02-18", "18 February 2022", "start_year=2022"}},
      date("end", "2033-03-19", "19 March 2033"),
      date("review", "2032-04-20", "20 April 2032"),
      date("base_end", "2031-05-21", "21 May 2031"),
      date("max_end", "2039-06-22", "22 June 2039"),
      text("notice_period"),
      {"extensions", R"(["22 months taken 2024-07-23"])", {"22 months", "2024-07-23", "23 July 2024"}},
      text("justification"),
      {"cpv", R"(["98765432"])", {"98765432"}},
      {"bids_received", "424242", {"424242", "424,242"}},
      {"ocid", R"("ocds-zzzzzz-secret")", {"ocds-zzzzzz-secret"}},
      text("summary"),
      text("owner"),
      list("also"),
      list("former"),
      text("version"),
      date("approved_on", "2020-08-24", "24 August 2020"),
      date("published_on", "2020-09-25", "25 September 2020"),
      date("reviewed_on", "2025-10-26", "26 October 2025"),
      date("review_by", "2034-11-27", "27 November 2034"),
      {"notices",
       R"([{ code = "UK6", url = "https://secret.example/notice", published = 2021-12-28 }])",
       {"secret.example", "2021-12-28", "28 December 2021"}},
      {"kpis",
       R"([{ name = "Secret-kpi-name", target = "Secret-kpi-target", assessed_on = 2024-01-29 }])",
       {"Secret-kpi-name", "Secret-kpi-target", "2024-01-29", "29 January 2024"}},
      {"pooled",
       R"([{ partner = "Secret-partner", share = 876543.05 }])",
       {"Secret-partner", "876543.05", "876,543.05"}},
      {"text", "", {"Secret-body-word", "Secret-heading-word", "secret-heading-word"}},
  };
  return all;
}

// What a choice, an answer or a relation holds cannot be unlike everything else, so its cell of the CSV is looked at.
const std::vector<std::pair<std::string, std::string>>& plain_fields() {
  static const std::vector<std::pair<std::string, std::string>> all{
      {"open_ended", "false"},
      {"procedure", "\"direct\""},
      {"sme", "\"yes\""},
      {"vcse", "\"no\""},
      {"light_touch", "true"},
      {"status", "\"active\""},
      {"supplier", "[\"hidden-supplier\"]"},
      {"for", "[\"hidden-service\"]"},
      {"strategy", "[\"hidden-strategy\"]"},
      {"standards", "[\"S1\"]"},
      {"principles", "[\"P1\"]"},
      {"decision", "\"hidden-decision\""},
      {"predecessor", "[\"C-0\"]"},
      {"successor", "[\"C-2\"]"},
  };
  return all;
}

std::string contract(const std::string& id, const std::string& title) {
  return "[" + id + "]\ntitle = \"" + title +
         "\"\ndescription = \"x\"\ndepartment = \"x\"\nsupplier = [\"other-supplier\"]\nvalue_net = 1000\n"
         "vat_irrecoverable = 0\nstart = 2026-01-01\nend = 2026-12-31\nreview = 2026-06-30\nprocedure = \"quote\"\n"
         "sme = \"yes\"\nvcse = \"yes\"\n\n";
}

Tree site(const std::vector<std::string>& redacted, const std::string& more = {}) {
  std::string secret = "[C-1]\n";
  for (const Secret& each : secrets())
    if (!each.toml.empty()) secret += each.name + " = " + each.toml + "\n";
  for (const auto& [name, value] : plain_fields()) secret += name + " = " + value + "\n";
  secret += more;
  for (const std::string& name : redacted)
    secret += "\n[[C-1.redactions]]\nfield = \"" + name + "\"\nreason = \"Kept-reason-" + name + "\"\n";
  Tree tree;
  tree["site.toml"] =
      "title = \"Test\"\nbase_url = \"https://test.example/\"\n[register]\nocid_prefix = \"ocds-213czf\"\n"
      "[rules]\nextension-mismatch = \"off\"\npooled-shares-mismatch = \"off\"\n";
  tree["content/register/contracts.toml"] =
      contract("C-0", "Former") + secret + "\n" + contract("C-2", "Later") + contract("C-9", "Other");
  tree["content/register/details.md"] =
      "+++\ncompletes = \"C-1\"\nparagraphs = \"numbered\"\ncontents = true\n+++\n\n## Secret-heading-word\n\n"
      "The Secret-body-word stands here, in a paragraph.\n\n## More\n\nSee [[C-9]].\n";
  tree["content/register/suppliers.toml"] =
      "[hidden-supplier]\ntitle = \"Hidden Supplier\"\n\n[other-supplier]\ntitle = \"Other Supplier\"\n";
  tree["content/services/hidden-service.md"] = "+++\ntitle = \"Hidden Service\"\ndelivers = \"o\"\n+++\n\nText.\n";
  tree["content/outcomes/outcomes.toml"] = "[o]\ntitle = \"An outcome\"\n";
  tree["content/strategies/hidden-strategy.md"] =
      "+++\ntitle = \"Hidden Strategy\"\nprinciples = \"P1\"\nstandards = \"S1\"\n+++\n\nText.\n";
  tree["content/standards/standards.toml"] = "[S1]\ntitle = \"Hidden Standard\"\nreviewed_on = 2026-01-01\n";
  tree["content/principles/principles.toml"] = "[P1]\ntitle = \"Hidden Principle\"\n";
  tree["content/decisions/decisions.toml"] =
      "[hidden-decision]\ntitle = \"Hidden Decision\"\non = 2021-01-01\nabout = [\"S1\"]\nby = \"board\"\n";
  tree["content/boards/boards.toml"] = "[board]\ntitle = \"Board\"\n";
  tree["content/index.md"] =
      "+++\ntitle = \"Home\"\n+++\n\nSee [[C-1]], [[Secret-title-word]] and [[Secret-also-word]].\n\n"
      "```{table}\nselect = \"contract\"\ncolumns = [\"title\", \"description\", \"value_net\", \"start\", \"cpv\"]\n"
      "sort = \"-value_net\"\n```\n\n```{cards}\nselect = \"contract\"\n```\n\n"
      "## Large\n\n```{table}\nselect = \"contract and value_net > 5000000\"\ncolumns = [\"ocid\"]\n```\n";
  return tree;
}

Tree published(const Tree& sources, bool draft = false) {
  const Workplace place(program_under_test(FRAMEWRIGHT_PROGRAM));
  write_tree(place.site(), sources);
  std::vector<std::string> arguments{"build", "--date", "2026-11-25"};
  if (draft) arguments.emplace_back("--draft");
  const Outcome outcome = place.run_framewright(arguments);
  if (!draft) REQUIRE_MESSAGE(outcome.out.find("Published ") != std::string::npos, outcome.out, outcome.err);
  return read_tree(place.site() / (draft ? "public-draft" : "public"));
}

// The files that hold a text or are named by it.
std::string files_with(const Tree& files, const std::string& text) {
  std::string found;
  for (const auto& [path, content] : files)
    if (content.find(text) != std::string::npos || path.find(text) != std::string::npos) found += path + " ";
  return found;
}

// The cell of a column in the row of C-1; no cell of it has a comma.
std::string cell(const Tree& files, const std::string& column) {
  const auto fields = [](std::string line) {
    std::vector<std::string> cells(1);
    for (const char c : line) {
      if (c == ',')
        cells.emplace_back();
      else
        cells.back() += c;
    }
    return cells;
  };
  const std::string& csv = files.at("register/register.csv");
  const auto names = fields(csv.substr(0, csv.find("\r\n")));
  const std::size_t row = csv.find("\r\nC-1,") + 2;
  const auto cells = fields(csv.substr(row, csv.find("\r\n", row) - row));
  REQUIRE(cells.size() == names.size());
  return cells[static_cast<std::size_t>(std::find(names.begin(), names.end(), column) - names.begin())];
}

std::vector<std::string> all_names() {
  std::vector<std::string> names;
  for (const Secret& each : secrets()) names.push_back(each.name);
  for (const auto& [name, value] : plain_fields()) names.push_back(name);
  return names;
}

}  // namespace

TEST_CASE("what is not withheld is published, so that what is withheld would be seen") {
  const Tree files = published(site({}));
  for (const Secret& secret : secrets())
    for (const std::string& form : secret.forms) {
      // What only a page or only a data file shows stands in one form.
      CAPTURE(secret.name);
      const bool seen = std::any_of(secret.forms.begin(), secret.forms.end(),
                                    [&](const std::string& each) { return !files_with(files, each).empty(); });
      CHECK_MESSAGE(seen, form);
    }
  for (const auto& field : plain_fields()) CHECK_MESSAGE(!cell(files, field.first).empty(), field.first);
}

TEST_CASE("a withheld value is in no published file, and the reason is") {
  for (const std::string& name : all_names()) {
    CAPTURE(name);
    const Tree files = published(site({name}));
    for (const Secret& secret : secrets())
      if (secret.name == name)
        for (const std::string& form : secret.forms) CHECK(files_with(files, form) == "");
    const bool plain =
        std::any_of(plain_fields().begin(), plain_fields().end(), [&](const auto& each) { return each.first == name; });
    if (plain) CHECK(cell(files, name) == "");
    CHECK(files.at("register/redactions.csv").find("C-1," + name + ",Kept-reason-" + name) != std::string::npos);
    CHECK(files_with(files, "Kept-reason-" + name).find("register/register.json") != std::string::npos);
  }
}

TEST_CASE("a withheld relation is on neither page") {
  const Tree files = published(site({"supplier", "for", "strategy", "decision"}));
  for (const char* other : {"Hidden Supplier", "Hidden Service", "Hidden Strategy", "Hidden Decision"})
    CHECK(files.at("register/C-1/index.html").find(other) == std::string::npos);
  for (const char* page : {"register/suppliers/hidden-supplier/index.html", "services/hidden-service/index.html",
                           "strategies/hidden-strategy/index.html", "decisions/hidden-decision/index.html"})
    CHECK_MESSAGE(files.at(page).find("Secret-title-word") == std::string::npos, page);
}

TEST_CASE("a selection does not tell what is withheld") {
  const std::string ocid = "ocds-zzzzzz-secret";
  CHECK(published(site({})).at("index.html").find(ocid) != std::string::npos);
  CHECK(published(site({"value_net"})).at("index.html").find(ocid) == std::string::npos);
}

TEST_CASE("a draft with findings about withheld values does not tell them") {
  const auto draft = [](const std::vector<std::string>& redacted) {
    Tree sources = site(redacted, "risk = \"Secret-unknown-word\"\nlanguage = \"Secret language\"\n");
    sources["content/other.md"] = "+++\ntitle = \"More\"\n+++\n\nSee [An outcome](id:C-1).\n";
    return published(sources, true);
  };
  const std::string about_withheld = "this finding is about an item that withholds something";
  const std::string open = draft({}).at("findings/index.html");
  CHECK(open.find("a contract has no field &quot;risk&quot;") != std::string::npos);
  CHECK(open.find("Secret-title-word") != std::string::npos);  // where a link has the words of another item
  CHECK(open.find(about_withheld) == std::string::npos);
  const Tree files = draft(all_names());
  for (const Secret& secret : secrets())
    for (const std::string& form : secret.forms) CHECK_MESSAGE(files_with(files, form) == "", secret.name);
  const std::string& findings = files.at("findings/index.html");
  for (const char* place : {"content/other.md, line 5", "content/register/contracts.toml, line 62"})
    CHECK_MESSAGE(findings.find(about_withheld + "</p>\n<p><code>" + place) != std::string::npos, findings);
  CHECK(files.at("register/C-1/index.html").find("risk") == std::string::npos);
}

TEST_CASE("a build made again gives the same bytes, on one thread or many") {
  const Tree sources = site({"title", "value_net"});
  const Workplace place(program_under_test(FRAMEWRIGHT_PROGRAM));
  write_tree(place.site(), sources);
  Tree first;
  for (const char* threads : {"1", "1", "4"}) {
    (void)place.run_framewright({"build", "--date", "2026-11-25", "--threads", threads, "-o", "out"});
    const Tree files = read_tree(place.site() / "out");
    CHECK(files.size() > 30);
    if (first.empty()) first = files;
    CHECK(files == first);
    std::filesystem::remove_all(place.site() / "out");
  }
}
