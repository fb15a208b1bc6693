#include "cli/new_item.h"

#include <doctest/doctest.h>

#include "base/text.h"
#include "cli/command.h"
#include "cli/new_id.h"
#include "unit/site.h"

using namespace framewright;

namespace {

// A site with the files given, for planning new items in it.
class Place {
public:
  explicit Place(Files files) : store_(with_config(std::move(files))) {
    SiteRunOptions options;
    options.today = TestSite::usual_today;
    run_ = run_site(store_, options);
  }

  NewItem plan(std::string_view type, std::string title, std::string id = {}, std::string folder = {}) const {
    return plan_item(*run_, store_,
                     {*run_->config.schema.find(type), std::move(title), std::move(id), std::move(folder)});
  }
  std::string refusal(std::string_view type, std::string title, std::string id = {}, std::string folder = {}) const {
    try {
      plan(type, std::move(title), std::move(id), std::move(folder));
    } catch (const UsageError& error) {
      return error.what();
    }
    return "nothing was refused";
  }

private:
  static Files with_config(Files files) {
    files.try_emplace("site.toml", "title = \"Test\"\n");
    files.try_emplace("content/index.md", page("title = \"Home\"", "Welcome."));
    return files;
  }

  MemoryFileStore store_;
  std::unique_ptr<SiteRun> run_;
};

const std::string standard = page("id = \"S9\"\ntitle = \"Care\"", "We care.");

}  // namespace

TEST_CASE("a slug is the words of a title with hyphens, and at most 60 characters cut between words") {
  CHECK(title_slug("Contracts are managed & reviewed!") == "contracts-are-managed-reviewed");
  CHECK(title_slug(" Plant — 2026 ") == "plant-2026");
  CHECK(title_slug("Cynllun gofal hŷn") == "cynllun-gofal-hŷn");
  CHECK(title_slug("?!").empty());
  CHECK(title_slug(std::string(59, 'a') + " b c") == std::string(59, 'a'));
  CHECK(title_slug(std::string(58, 'a') + " b c") == std::string(58, 'a') + "-b");
  CHECK(title_slug(std::string(70, 'a')) == std::string(60, 'a'));
}

TEST_CASE("a numbered type goes on from its greatest number") {
  const Place place(Files{{"content/standards/a.md", standard},
                          {"content/standards/b.md", page("id = \"S10\"\ntitle = \"Time\"", "In time.")}});
  CHECK(place.plan("standard", "Next").id == "S11");
}

TEST_CASE("the first item of a numbered type has the number 1") {
  CHECK(Place(Files{}).plan("standard", "First").id == "S1");
  const Place own(Files{{"site.toml",
                         "title = \"T\"\n[type.risk]\nfolder = \"risks\"\nid = \"R-[0-9]{3}\"\nexample = \"R-014\"\n"
                         "numbered = true\n"}});
  CHECK(own.plan("risk", "First").id == "R-001");
}

TEST_CASE("ids that are codes are gone on with, zeros kept") {
  const Place place(Files{{"content/register/contracts.toml", "[C-0009]\ntitle = \"a\"\n[C-0008]\ntitle = \"b\"\n"},
                          {"content/decisions/all.toml", "[D2026-02]\ntitle = \"a\"\n[D2025-07]\ntitle = \"b\"\n"}});
  CHECK(place.plan("contract", "Next").id == "C-0010");
  CHECK(place.plan("decision", "Next").id == "D2026-03");
}

TEST_CASE("other ids are made of the title, and a number makes one free") {
  const Place place(Files{{"content/references/a.toml", "[care-act-2014]\ntitle = \"Care Act 2014\"\n"}});
  CHECK(place.plan("reference", "Care Act 2015").id == "care-act-2015");
  CHECK(place.plan("reference", "Care Act 2014").id == "care-act-2014-2");
}

TEST_CASE("an id may be given, and must be free and of the right form") {
  const Place place(Files{{"content/standards/a.md", standard}});
  CHECK(place.plan("standard", "Next", "S20").id == "S20");
  CHECK(place.refusal("standard", "Next", "S9") == "there is a standard \"S9\" already: Care");
  CHECK(place.refusal("standard", "Next", "X1") ==
        "\"X1\" is not in the form of the id of a standard: S[0-9]+, such as S4");
  CHECK(place.refusal("board", "Next", "a b") ==
        "\"a b\" cannot be an id: use letters, digits, hyphens, dots and underscores");
  CHECK(place.refusal("board", "?!") == "no id can be made of this title; give one with --id");
}

TEST_CASE("a file takes its name from the title and keeps the id within") {
  const NewItem item = Place(Files{{"content/standards/a.md", standard}}).plan("standard", "Contracts are managed");
  CHECK(item.path == "content/standards/contracts-are-managed.md");
  CHECK_FALSE(item.append);
  CHECK(item.text.starts_with("+++\nid    = \"S10\"\ntitle = \"Contracts are managed\"\n"));
}

TEST_CASE("a file takes its name from the id where the others do") {
  const NewItem item =
      Place(Files{{"content/standards/S9.md", page("title = \"Care\"", "We care.")}}).plan("standard", "Time");
  CHECK(item.path == "content/standards/S10.md");
  CHECK(item.text.starts_with("+++\ntitle = \"Time\"\n"));
}

TEST_CASE("a file that is there is never taken, whatever it holds") {
  const NewItem item = Place(Files{{"content/standards/time.md", standard}}).plan("standard", "Time");
  CHECK(item.path == "content/standards/time-2.md");
}

TEST_CASE("an item joins the collection that holds the others, as a table") {
  const Place place(Files{{"content/principles/all.toml", "[P1]\ntitle = \"Listen\"\ntext = \"We listen.\""}});
  const NewItem item = place.plan("principle", "Be \"fair\"");
  CHECK(item.append);
  CHECK(item.path == "content/principles/all.toml");
  CHECK(item.text ==
        "\n\n[P2]\n"
        "title = \"Be \\\"fair\\\"\"\n"
        "text  = \"\"             # The text, in Markdown\n"
        "\n"
        "# `framewright types principle` lists what any item may say.\n");
  CHECK(item.to_fill == std::vector<std::string>{"the text"});
}

TEST_CASE("an item joins a CSV file as a row with its line ends, the cells in the order of the headings") {
  const Place place(
      {{"site.toml",
        "title = \"T\"\n[source.\"content/register/all.csv\"]\n"
        "columns = { \"Ref\" = \"id\", \"Name, in full\" = \"title\", \"Held by\" = \"supplier\" }\n"},
       {"content/register/all.csv", "Ref,\"Name, in full\",Held by,start,notice_period\r\nC-1,One,,,\r\n"}});
  const NewItem item = place.plan("contract", "Care, at home");
  CHECK(item.append);
  CHECK(item.text == "C-2,\"Care, at home\",,,\r\n");
  CHECK(item.to_fill == std::vector<std::string>{"supplier", "start"});
}

TEST_CASE("a CSV file with headings alone takes the first row") {
  const Place place(Files{{"content/indicators/indicators.csv", "id,title,target"}});
  const NewItem item = place.plan("indicator", "Waits");
  CHECK(item.path == "content/indicators/indicators.csv");
  CHECK(item.text == "\nwaits,Waits,\n");
}

TEST_CASE("a CSV file without a column for the title is left to its author") {
  CHECK(Place(Files{{"content/indicators/i.csv", "id,target\nwaits,4\n"}}).refusal("indicator", "Waits") ==
        "content/indicators/i.csv has no column for the title, so add the row there by hand");
}

TEST_CASE("a type without pages begins a collection") {
  const NewItem item = Place(Files{}).plan("term", "Pooled budget");
  CHECK_FALSE(item.append);
  CHECK(item.path == "content/glossary/glossary.toml");
  CHECK(item.text.starts_with("[pooled-budget]\ntitle = \"Pooled budget\"\n"));
}

TEST_CASE("a page goes into the folder that is named, as a chapter into that of the framework") {
  const Place place(Files{{"content/framework/index.md", page("title = \"F\"", "Text.")},
                          {"content/framework/time.md", page("title = \"Time\"", "Text.")}});
  CHECK(place.plan("page", "About us").path == "content/about-us.md");
  CHECK(place.plan("page", "Time", "", "content/framework/").path == "content/framework/time-2.md");
  CHECK(place.refusal("page", "Time", "", "standards") ==
        "content/standards/ holds standards, not pages; use `framewright new standard`");
  CHECK(place.refusal("page", "Time", "", "../away") == "\"../away\" cannot be a folder below content/");
  CHECK(place.refusal("standard", "Time", "", "framework") ==
        "--in is for pages; a standard is written in content/standards/");
  CHECK(place.refusal("framework", "Two") ==
        "content/framework/index.md is there already; its chapters are pages: `framewright new page \"Two\" --in "
        "framework`");
}

TEST_CASE("a framework that is not there yet is the index of its folder") {
  CHECK(Place(Files{}).plan("framework", "Our framework").path == "content/framework/index.md");
}

TEST_CASE("an item that stands within another is not made alone") {
  CHECK(Place(Files{}).refusal("criterion", "One") ==
        "a criterion has no file of its own: write it as [[criteria]] of a standard\n"
        "`framewright types criterion` says what it may hold.");
}

TEST_CASE("nothing is numbered on from a file that cannot be read") {
  CHECK(Place(Files{{"content/principles/all.toml", "[P1\n"}}).refusal("principle", "Next") ==
        "content/principles/all.toml cannot be read, so the next free id is not known; `framewright check` says how to "
        "mend it");
}

TEST_CASE(
    "a new item of every type reads back without a key or a value that is not known, but for what is to be filled") {
  const Place place(Files{});
  SiteRunOptions options;
  const auto empty = run_site(MemoryFileStore{{"site.toml", "title = \"T\"\n"}}, options);
  for (const TypeDef& type : empty->config.schema.types) {
    if (type.nested) continue;
    CAPTURE(type.name);
    const NewItem item = place.plan(type.name, "Something");
    const TestSite site(Files{{item.path, item.text}});
    CHECK(site.messages("unreadable-file").empty());
    CHECK(site.messages("unknown-field").empty());
  }
}

TEST_CASE("the lines that are comments in a new item are of the right form once their signs are taken away") {
  const NewItem item = Place(Files{}).plan("contract", "Something");
  std::string text;
  for (std::string_view rest = item.text; !rest.empty();) {
    const std::string_view line = next_field(rest, '\n');
    const bool field =
        line.starts_with("# ") && (line.find(" = ") != std::string_view::npos || line.starts_with("# [["));
    const bool filled = line.find(" = \"\"") == std::string_view::npos;
    if (!field || filled) text += std::string(field ? line.substr(2) : line) + "\n";
  }
  const TestSite site(Files{{item.path, text}});
  CHECK(site.messages("unreadable-file").empty());
  CHECK(site.messages("unknown-field").empty());
}
