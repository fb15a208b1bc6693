#include "cli/item_card.h"

#include <doctest/doctest.h>

#include "cli/item_list.h"
#include "unit/site.h"

using namespace framewright;

namespace {

const Files files{
    {"content/standards/a.md",
     page("id = \"S1\"\ntitle = \"Be *safe*\"\nsummary = \"It is **good**\"\nowner = \"Head\"\nreview_by = 2027-01-02\n"
          "[[criteria]]\ntext = \"One.\"",
          "Text.")},
    {"content/standards/b.md", page("id = \"S2\"\ntitle = \"Old\"\nstatus = \"withdrawn\"\nwithdrawn_reason = \"Old.\"",
                                    "See [[S1]] and [[S1]].")},
    {"content/boards/b.toml",
     "[safe]\ntitle = \"Board\"\ndelegated_limit = 30000\n[hidden]\ntitle = \"H\"\ndraft = true\n"},
    {"content/roles/r.toml", "[safe]\ntitle = \"Role\"\nheld_in = [\"safe\"]\n"},
    {"content/stages/s.toml", "[plan]\ntitle = \"Plan\"\nmonths = [1, 12]\nnext = \"plan\"\n"},
    {"content/strategies/plan.md", page("title = \"Care plan\"", "Text.")}};

std::string called(const TestSite& site, std::string_view word) {
  std::string all;
  for (const ItemId item : items_called(site.model(), word))
    all += site.model().type(site.model().items[item]).name + ":" + site.model().items[item].id + " ";
  return all;
}

std::string text(const TestSite& site, std::string_view type, std::string_view id) {
  return item_text(site.model(), site.model().find(*site.config().schema.find(type), id));
}

}  // namespace

TEST_CASE("a word means the item of its type and id, else of its id, else those of its id or title in any case") {
  const TestSite site(files);
  CHECK(called(site, "S1") == "standard:S1 ");
  CHECK(called(site, "s1") == "standard:S1 ");
  CHECK(called(site, "be safe") == "standard:S1 ");
  CHECK(called(site, "standard:S1") == "standard:S1 ");
  CHECK(called(site, "standard : S1") == "standard:S1 ");
  CHECK(called(site, "safe") == "board:safe role:safe ");
  CHECK(called(site, "role:safe") == "role:safe ");
  CHECK(called(site, "plan") == "stage:plan strategy:plan ");
  CHECK(called(site, "board:S1") == "");
  CHECK(called(site, "") == "");
  CHECK(called(site, " ") == "");
}

TEST_CASE("a word that means nothing has the nearest, one that means more has all") {
  const TestSite site(files);
  CHECK(unknown_item(site.model(), "S11") ==
        "nothing has the id or the title \"S11\"; did you mean \"S1\" (Be safe)?\n"
        "List the items of a type with `framewright list TYPE`.");
  CHECK(unknown_item(site.model(), "nonsense") ==
        "nothing has the id or the title \"nonsense\"\nList the items of a type with `framewright list TYPE`.");
  CHECK(ambiguous_item(site.model(), "safe", items_called(site.model(), "safe")) ==
        "\"safe\" fits 2 items; say which one is meant:\n  board:safe  Board\n  role:safe   Role");
}

TEST_CASE("a card has where an item stands, its fields in words, its links and its mentions counted") {
  CHECK(text(TestSite(files), "standard", "S1") == R"(Standard 1: Be safe
  type      standard
  id        S1
  file      content/standards/a.md:2
  address   /standards/S1/
  coverage  none: nothing that should covers it

Fields
  summary    It is good
  owner      Head
  review_by  2027-01-02

Links
  has:  criterion  S1.1  Criterion 1.1

Mentioned in the text
  content/standards/b.md:8  standard  S2  Old (2 times)
)");
}

TEST_CASE("a card knows drafts, what is withdrawn, lists, money and what stands in a table") {
  const TestSite site(files);
  CHECK(text(site, "standard", "S2").find("coverage") == std::string::npos);
  CHECK(text(site, "standard", "S2").find("  status   withdrawn\n") != std::string::npos);
  CHECK(text(site, "board", "hidden").find("  status   draft\n") != std::string::npos);
  CHECK(text(site, "board", "hidden").find("  address  none: it is a draft\n") != std::string::npos);
  CHECK(text(site, "board", "safe").find("  delegated_limit  £30,000\n") != std::string::npos);
  CHECK(text(site, "stage", "plan").find("  months  January, December\n") != std::string::npos);
  CHECK(text(site, "criterion", "S1.1").find("\nText\n  One.\n") != std::string::npos);
  CHECK(text(site, "criterion", "S1.1").find("  address  /standards/S1/#S1.1\n") != std::string::npos);
}
