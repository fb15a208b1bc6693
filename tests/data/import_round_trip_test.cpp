#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "support/difference.h"
#include "support/workplace.h"

using namespace framewright;

namespace {

const std::filesystem::path root = FRAMEWRIGHT_ROOT;

void add_folder(Tree& tree, const std::filesystem::path& folder, const std::string& name) {
  for (auto& [path, text] : read_tree(folder / name)) tree[name + "/" + path] = std::move(text);
}

Tree example_site() {
  Tree tree;
  tree["site.toml"] = read_file(root / "site.toml");
  add_folder(tree, root, "content");
  if (std::filesystem::exists(root / "static")) add_folder(tree, root, "static");
  return tree;
}

// The site without its register, but with the page that leads it.
Tree without_register(Tree site) {
  std::erase_if(site, [](const auto& file) {
    return file.first.starts_with("content/register/") && file.first != "content/register/index.md";
  });
  return site;
}

Tree publish(const Workplace& place) {
  const Outcome outcome = place.run_framewright({"build", "--date", "2026-11-25"});
  REQUIRE_MESSAGE(outcome.exit_code == 0, outcome.out, outcome.err);
  return read_tree(place.site() / "public/register");
}

struct Site {
  Tree sources;
  Tree published;  // of its register

  explicit Site(Tree tree) : sources(std::move(tree)) {
    const Workplace place(program_under_test(FRAMEWRIGHT_PROGRAM));
    write_tree(place.site(), sources);
    published = publish(place);
  }
};

const Site& example() {
  static const Site site(example_site());
  return site;
}
const Site& everything() {
  static const Site site(read_tree(root / "tests/data/site"));
  return site;
}

struct Round {
  Tree first, second;  // what was published in register/, before and after
  std::string report;  // of the import
};

// Reads one of the files of a published register into a site without one, and publishes that.
Round round_trip(const Site& site, const Tree& fresh, const std::string& file) {
  const Workplace place(program_under_test(FRAMEWRIGHT_PROGRAM));
  write_tree(place.site(), fresh);
  write_tree(place.site() / "taken", site.published);
  const Outcome imported = place.run_framewright({"import-register", "taken/" + file, "--date", "2026-11-25"});
  REQUIRE_MESSAGE(imported.exit_code == 0, imported.out, imported.err);
  return {site.published, publish(place), imported.out};
}

void check_same(const Round& round, const std::vector<std::string>& files) {
  for (const std::string& file : files) {
    REQUIRE(round.first.count(file) == 1);
    REQUIRE(round.second.count(file) == 1);
    CHECK_MESSAGE(round.first.at(file) == round.second.at(file), file, "\n",
                  difference(round.first.at(file), round.second.at(file)));
  }
}

const std::vector<std::string> packages{"ocds/releases.json", "ocds/records.json"};
const std::vector<std::string> tables{"register.csv", "suppliers.csv", "grants.csv",     "notices.csv",
                                      "kpis.csv",     "pooled.csv",    "redactions.csv", "holders.csv"};

// The site without what a package holds: grants stay, and with them the suppliers that have no contracts.
Tree for_a_package(const Tree& site) {
  Tree fresh = without_register(site);
  if (site.count("content/register/grants.csv") == 0) return fresh;
  fresh["content/register/grants.csv"] = site.at("content/register/grants.csv");
  fresh["content/register/suppliers/grants.toml"] =
      "[green-lane-carers]\ntitle = \"Green Lane Parent Carer Network\"\n[lowfields-kitchen]\ntitle = \"Lowfields "
      "Family Kitchen\"\n[north-shore-sailing]\ntitle = \"North Shore Youth Sailing\"\n[quayside-drummers]\ntitle = "
      "\"Quayside Young Drummers\"\n";
  return fresh;
}

}  // namespace

TEST_CASE("the packages of the example come back to the byte, from releases and from records") {
  const Site& site = example();
  Tree fresh = for_a_package(site.sources);
  // What the report says is missing, as a package does not say it before there is a contract.
  fresh["content/register/by-hand.toml"] =
      "[by-hand]\ncompletes = \"C-0024\"\nreview = 2028-06-30\n[by-hand-too]\ncompletes = \"C-0027\"\nreview = "
      "2029-09-30\n";
  for (const std::string& file : packages) {
    const Round round = round_trip(site, fresh, file);
    check_same(round, packages);
    check_same(round, {"notices.csv", "kpis.csv", "pooled.csv", "redactions.csv"});
    CHECK_MESSAGE(round.report.find(
                      "- review is needed, and the file does not say it: fill it in (2 times, first in C-0024)\n") !=
                      std::string::npos,
                  round.report);
    CHECK(round.report.find("vat_irrecoverable is needed") == std::string::npos);
    CHECK(round.report.find("supplier is needed") == std::string::npos);
  }
}

TEST_CASE("the packages of a register of everything come back to the byte, from releases and from records") {
  const Site& site = everything();
  Tree fresh = for_a_package(site.sources);
  fresh["content/register/by-hand.toml"] =
      "[a]\ncompletes = \"C-5\"\nreview = 2031-06-30\n[b]\ncompletes = \"C-6\"\nreview = 2030-06-30\n";
  for (const std::string& file : packages) {
    const Round round = round_trip(site, fresh, file);
    check_same(round, packages);
    check_same(round, {"kpis.csv", "pooled.csv", "redactions.csv"});
  }
}

TEST_CASE("the tables of the example come back to the byte with the files beside them, and so do its packages") {
  const Site& site = example();
  const Round round = round_trip(site, without_register(site.sources), "register.csv");
  check_same(round, tables);
  check_same(round, packages);
  check_same(round, {"register.json", "register.jsonl"});
  CHECK(round.report.find("To be looked at") == std::string::npos);
  CHECK(round.report.find("Read 27 contracts, 30 suppliers and 4 grants.\n") != std::string::npos);
}

TEST_CASE("the tables of a register of everything come back to the byte, those of the site's own nests included") {
  const Site& site = everything();
  const Round round = round_trip(site, without_register(site.sources), "register.csv");
  check_same(round, tables);
  check_same(round, {"sites.csv"});
  CHECK(round.report.find("To be looked at") == std::string::npos);
}

TEST_CASE("what is written is read back rightly by a site with headings, separators and dates of its own") {
  const Site& site = everything();
  const Tree mapped = [&] {
    Tree fresh = without_register(site.sources);
    fresh["site.toml"] +=
        "\n[source.\"content/register/contracts.csv\"]\nlist_separator = \"|\"\ndate_format = \"%d/%m/%Y\"\n"
        "[source.\"content/register/contracts.csv\".columns]\n\"Contract ref\" = \"id\"\n\"Begins\" = \"start\"\n"
        "\"Checked on\" = \"reviewed_on\"\n\"Internal\" = \"\"\n"
        "[source.\"content/register/suppliers.csv\"]\nlist_separator = \"/\"\n";
    return fresh;
  }();
  const Round round = round_trip(site, mapped, "register.csv");
  check_same(round, tables);
}

TEST_CASE("a register.csv by itself comes back to the byte where the site has the suppliers") {
  const Site& site = everything();
  Tree fresh = without_register(site.sources);
  for (const char* kept : {"content/register/suppliers.toml", "content/register/grants.toml"})
    fresh[kept] = site.sources.at(kept);
  const std::string csv = site.published.at("register.csv");
  const Workplace place(program_under_test(FRAMEWRIGHT_PROGRAM));
  write_tree(place.site(), fresh);
  write_file(place.site() / "taken.csv", csv);
  const Outcome imported = place.run_framewright({"import-register", "taken.csv", "--date", "2026-11-25"});
  CHECK_MESSAGE(imported.exit_code == 0, imported.out);
  CHECK(
      imported.out.find("- a supplier is named by an id alone: put the suppliers.csv that was published with this file "
                        "beside it (5 times, first birch in C-1)\n") != std::string::npos);
  // What it withholds was said in redactions.csv, so that this build has findings.
  (void)place.run_framewright({"build", "--draft", "--date", "2026-11-25"});
  CHECK(difference(csv, read_file(place.site() / "public-draft/register/register.csv")) == "");
}
