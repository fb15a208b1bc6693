#include "model/selection.h"

#include <doctest/doctest.h>

#include "unit/site.h"

using namespace framewright;

namespace {

const Files files{
    {"content/standards/a.md",
     page("id = \"S1\"\ntitle = \"Safe\"\nstatus = \"adopted\"\nreviewed_on = 2026-01-02\nsummary = \"It is **good**\"",
          "Text.")},
    {"content/standards/b.md", page("id = \"S2\"\ntitle = \"Heard\"\nstatus = \"draft\"", "Text.")},
    {"content/strategies/plan.md",
     page("title = \"Plan\"\nstandards = [\"S1\"]\nresources = \"Two *people*.\"", "Text.")},
    {"content/strategies/bare.md", page("title = \"Bare\"", "Text.")},
    {"content/boards/b.toml",
     "[joint]\ntitle = \"Joint\"\ndelegated_limit = 30000\n[small]\ntitle = \"Small\"\nreports_to = \"joint\"\n"},
    {"content/register/c.toml", "[C1]\ntitle = \"C\"\nvalue_net = 30000\nsupplier = [\"acme\"]\n[C2]\ntitle = \"D\"\n"},
    {"content/register/suppliers/s.toml", "[acme]\ntitle = \"Acme\"\nsize = \"micro\"\n"},
    {"content/register/grants/g.toml", "[G1]\ntitle = \"G\"\nvalue_net = 500\n"}};

// The ids that a condition selects, or its messages.
std::string selected(std::string_view condition) {
  const TestSite site(files);
  Diagnostics found;
  SourceFiles sources = site.model().files;
  const FileId file = sources.add("select", std::string(condition));
  std::string all;
  const auto selection = compile_selection(condition, Origin(file, 0), site.model(), generic_filters(), found);
  if (selection)
    for (const ItemId item : select_items(*selection, site.values(), generic_filters(), found))
      all += (all.empty() ? "" : " ") + site.model().items[item].id;
  MessageWriter writer(sources, {});
  for (const Diagnostic& each : found.all()) all += writer.write(each);
  return all;
}

}  // namespace

TEST_CASE("a type selects its items in reading order, two types those of both") {
  CHECK(selected("standard") == "S1 S2");
  CHECK(selected("contract or grant") == "C1 C2 G1");
  CHECK(selected("standard and strategy") == "");
  CHECK(selected("not standard and status == 'adopted'") == "");
}

TEST_CASE("fields are compared on both sides of each bound") {
  CHECK(selected("contract and value_net >= 30000") == "C1");
  CHECK(selected("contract and value_net > 30000") == "");
  CHECK(selected("contract and value_net > 29999.99") == "C1");
  CHECK(selected("contract and value_net <= 30000") == "C1");
  CHECK(selected("contract and value_net < 30000") == "");
  CHECK(selected("standard and reviewed_on <= 2026-01-02") == "S1");
  CHECK(selected("standard and reviewed_on < 2026-01-02") == "");
  CHECK(selected("standard and reviewed_on > 2026-01-01") == "S1");
}

TEST_CASE("a field that is not given is empty and equals nothing") {
  CHECK(selected("contract and value_net is empty") == "C2");
  CHECK(selected("contract and value_net != 1") == "C1");
  CHECK(selected("standard and reviewed_on is empty") == "S2");
  CHECK(selected("contract and not (value_net > 1)") == "C2");
}

TEST_CASE("a field with markup is compared by its words and is not empty") {
  CHECK(selected("standard and summary is not empty") == "S1");
  CHECK(selected("standard and summary is empty") == "S2");
  CHECK(selected("standard and summary == 'It is good'") == "S1");
  CHECK(selected("strategy and resources is empty") == "bare");
  CHECK(selected("strategy and 'people' in resources") == "plan");
}

TEST_CASE("links are told by the ids at their other end, and lead on to its fields") {
  CHECK(selected("strategy and 'S1' in standards") == "plan");
  CHECK(selected("strategy and standards is empty") == "bare");
  CHECK(selected("board and reports_to == 'joint'") == "small");
  CHECK(selected("board and reports_to.delegated_limit == 30000") == "small");
  CHECK(selected("contract and (supplier | first).size == 'micro'") == "C1");
}

TEST_CASE("a name that is a type and a link is the link on items that have it") {
  CHECK(selected("contract and supplier is not empty") == "C1");
  CHECK(selected("supplier") == "acme");
  CHECK(selected("supplier and size == 'micro'") == "acme");
}

TEST_CASE("a field of other types alone is empty on an item that cannot have it") {
  CHECK(selected("value_net > 0") == "C1 G1");
  CHECK(selected("delegated_limit is not empty") == "joint");
}

TEST_CASE("a field that a type does not have is reported with the nearest and where to look") {
  CHECK(selected("standard and reviewd_on is empty") ==
        R"(select:1:14: error[bad-expression]: there is nothing called `reviewd_on` here
   1 | standard and reviewd_on is empty
     |              ^^^^^^^^^^ did you mean `reviewed_on`?
  help: `framewright types standard` lists the fields of a standard
)");
  CHECK(selected("reviewd_on is empty") ==
        R"(select:1:1: error[bad-expression]: there is nothing called `reviewd_on` here
   1 | reviewd_on is empty
     | ^^^^^^^^^^ did you mean `reviewed_on`?
  help: `framewright types` lists the types, and with the name of one its fields
)");
}

TEST_CASE("a value that a field cannot have is reported before anything is selected") {
  CHECK(selected("standard and status == 'adpoted'") ==
        R"(select:1:24: error[bad-expression]: there is no choice "adpoted"
   1 | standard and status == 'adpoted'
     |                        ^^^^^^^^^ did you mean "adopted"?
  help: the choices are draft, adopted, superseded and withdrawn
)");
  CHECK(selected("strategy and 'S9' in standards").find("error[bad-expression]") != std::string::npos);
  CHECK(selected("standard and reviewed_on > 'x'").find("error[bad-expression]") != std::string::npos);
}

TEST_CASE("an expression that goes wrong on an item is one finding, not one for each") {
  CHECK(selected("value_net / (value_net - value_net) > 1") ==
        R"(select:1:11: error[bad-expression]: a number cannot be divided by nought
   1 | value_net / (value_net - value_net) > 1
     |           ^
)");
}

TEST_CASE("a further condition is checked against the type that is selected") {
  const TestSite site(files);
  Diagnostics found;
  const auto selection = compile_selection("standard", Origin(), site.model(), generic_filters(), found);
  REQUIRE(selection.has_value());
  const auto condition =
      compile_condition("reviewed_on is empty", Origin(), *selection, site.model(), generic_filters(), found);
  REQUIRE(condition.has_value());
  const auto items = site.model().of_type(*selection->type);
  CHECK(!holds(*condition, selection->type, items[0], site.values(), generic_filters(), found));
  CHECK(holds(*condition, selection->type, items[1], site.values(), generic_filters(), found));
  CHECK(found.empty());
  CHECK(!compile_condition("value_net > 1", Origin(), *selection, site.model(), generic_filters(), found));
  CHECK(found.all().size() == 1);
  CHECK(!compile_selection("standard and", Origin(), site.model(), generic_filters(), found));
}
