#include "register/register_pages.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "register/data_page.h"
#include "register/item_pages.h"
#include "register/time_pages.h"
#include "unit/register/register_site.h"

using namespace framewright;

namespace {

std::string contracts_of(const RegisterSite& site, std::string_view page) {
  Table context;
  Arena arena;
  site.page(page)->fill(context, arena);
  const Value value = member(context, "contracts.rows");
  const List& rows = **value.get<const List*>();
  std::string shown;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const Value row = rows.at(i);
    shown += (shown.empty() ? "" : " ") + text_of(member(**row.get<const Object*>(), "item.id"));
  }
  return shown;
}

// "3-months: C-1; …" of a page of sections.
std::string sections_of(const RegisterSite& site, std::string_view page) {
  Table context;
  Arena arena;
  site.page(page)->fill(context, arena);
  const Value value = context.member("sections");
  const List& sections = **value.get<const List*>();
  std::string shown;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const Value section = sections.at(i);
    const Object& table = **section.get<const Object*>();
    shown += (shown.empty() ? "" : "; ") + text_of(table.member("anchor")) + ":";
    const Value list = member(table, "contracts.rows");
    for (std::size_t row = 0; row < (*list.get<const List*>())->size(); ++row) {
      const Value each = (*list.get<const List*>())->at(row);
      shown += " " + text_of(member(**each.get<const Object*>(), "item.id"));
    }
  }
  return shown;
}

}  // namespace

TEST_CASE("a site without contracts has no pages of a register") {
  const RegisterSite site(Files{});
  CHECK(site.plan().pages.empty());
  CHECK(site.plan().files.empty());
  CHECK(site.plan().supplements.empty());
}

TEST_CASE("contracts without pages of their own have no pages of a register") {
  const RegisterSite site(register_files("[C-1]\ntitle = \"A\"\n", "[type.contract]\npages = false\n"));
  CHECK(site.plan().pages.empty());
}

TEST_CASE("the whole list has pages in every order, and one of them is the index of contracts") {
  const RegisterSite site(register_files(many_contracts(101)));
  for (const char* order : {"", "by-supplier/", "by-value/", "by-start/", "by-end/"}) {
    CAPTURE(order);
    CHECK(site.page("register/" + std::string(order)) != nullptr);
    CHECK(site.page("register/" + std::string(order) + "page/2/") != nullptr);
    CHECK(site.page("register/" + std::string(order) + "page/3/") == nullptr);
  }
  const TypeId contract = *site.model().schema->find("contract");
  CHECK(std::count_if(site.plan().pages.begin(), site.plan().pages.end(),
                      [&](const PlannedPage& page) { return page.index_of == contract; }) == 1);
  CHECK(site.page("register/")->index_of == contract);
  CHECK(contracts_of(site, "register/by-value/page/2/") == "K-0");
}

TEST_CASE("only the first page of the whole list holds the filter") {
  const RegisterSite site(register_files(many_contracts(101)));
  const auto has_filter = [&](std::string_view address) {
    Table context;
    Arena arena;
    site.page(address)->fill(context, arena);
    return !context.member("filter").is_undefined();
  };
  CHECK(has_filter("register/"));
  CHECK_FALSE(has_filter("register/page/2/"));
  CHECK_FALSE(has_filter("register/by-value/"));
}

TEST_CASE("a drafted contract is on no page, unless drafts are published") {
  const Files files = register_files("[C-1]\ntitle = \"A\"\n[C-2]\ntitle = \"B\"\ndraft = true\n");
  CHECK(contracts_of(RegisterSite(files), "register/") == "C-1");
  CHECK(contracts_of(RegisterSite(files, true), "register/") == "C-1 C-2");
}

TEST_CASE("an item shows its first hundred contracts, and leads to a list of all when there are more") {
  for (const auto& [count, more] : {std::pair<int, std::string>{100, "(an empty value)"},
                                    std::pair<int, std::string>{101, "register/suppliers/a/contracts/"}}) {
    const RegisterSite site(register_files(many_contracts(count)));
    Table context;
    Arena arena;
    site.plan().supplements.front()->describe(site.item("supplier", "a"), context, arena);
    CHECK(size_of(member(context, "contracts.rows")) == 100);
    CHECK(text_of(member(context, "contracts.more")) == more);
    CHECK((site.page("register/suppliers/a/contracts/page/2/") != nullptr) == (count == 101));
  }
}

TEST_CASE("links that the register tells are not told again by the page") {
  const RegisterSite site(
      register_files("[C-1]\ntitle = \"A\"\nsupplier = \"a\"\nsupersedes = \"C-2\"\n"
                     "[C-2]\ntitle = \"B\"\n"));
  const Schema& schema = *site.model().schema;
  const PageSupplement& pages = *site.plan().supplements.front();
  const TypeDef& contract = schema.types[*schema.find("contract")];
  LinkId supplier = 0, supersedes = 0;
  REQUIRE(schema.link(contract, "supplier", &supplier) != nullptr);
  REQUIRE(schema.link(contract, "supersedes", &supersedes) != nullptr);
  CHECK(pages.presents(site.item("contract", "C-1"), supplier, false));
  CHECK(pages.presents(site.item("supplier", "a"), supplier, true));
  CHECK_FALSE(pages.presents(site.item("contract", "C-1"), supersedes, false));
  CHECK_FALSE(pages.presents(site.item("supplier", "b"), supplier, true));
}

TEST_CASE("contracts that end soon stand by the month, each once, and those that are open ended or over not at all") {
  const RegisterSite site(register_files(R"(
[C-1]
title = "A"
end = 2027-02-23
[C-2]
title = "B"
end = 2027-02-24
[C-3]
title = "C"
end = 2027-05-23
[C-4]
title = "D"
end = 2027-11-23
[C-5]
title = "E"
end = 2028-05-23
[C-6]
title = "F"
end = 2028-05-24
[C-7]
title = "G"
end = 2026-11-22
[C-8]
title = "H"
end = 2026-12-01
open_ended = true
[C-9]
title = "I"
end = 2026-11-23
[C-10]
title = "J"
end = 2027-01-01
status = "terminated"
)"));
  CHECK(sections_of(site, "register/ending/") ==
        "3-months: C-9 C-1; 6-months: C-2 C-3; 12-months: C-4; 18-months: C-5");
}

TEST_CASE("a section of more than 25 contracts leads to its whole list") {
  std::string contracts;
  for (int i = 0; i < 26; ++i) contracts += "[K-" + std::to_string(i) + "]\ntitle = \"A\"\nend = 2026-12-01\n";
  const RegisterSite site(register_files(contracts));
  CHECK(site.page("register/ending/3-months/") != nullptr);
  CHECK(site.page("register/ending/6-months/") == nullptr);
  Table context;
  Arena arena;
  site.page("register/ending/3-months/")->fill(context, arena);
  CHECK(size_of(member(context, "contracts.rows")) == 26);
}

TEST_CASE("what is to start stands soonest first, and without a date last") {
  const RegisterSite site(
      register_files("[C-1]\ntitle = \"A\"\nstart = 2027-04-01\n[C-2]\ntitle = \"B\"\nstatus = \"planned\"\n"
                     "[C-3]\ntitle = \"C\"\nstart = 2026-11-24\n[C-4]\ntitle = \"D\"\nstart = 2026-11-23\n"));
  CHECK(contracts_of(site, "register/starting/") == "C-3 C-1 C-2");
}

TEST_CASE("the quarter before is shown while this one has no award") {
  const std::string before =
      "[C-1]\ntitle = \"A\"\nawarded = 2026-09-30\n[C-2]\ntitle = \"B\"\nawarded = 2026-06-30\n"
      "[C-3]\ntitle = \"C\"\nawarded = 2026-07-01\n[C-4]\ntitle = \"D\"\nawarded = 2026-11-24\n";
  CHECK(sections_of(RegisterSite(register_files(before)), "register/awarded/") ==
        "this-quarter:; last-quarter: C-1 C-3");
  CHECK(sections_of(RegisterSite(register_files(before + "[C-5]\ntitle = \"E\"\nawarded = 2026-10-01\n")),
                    "register/awarded/") == "this-quarter: C-5");
}

TEST_CASE("a quarter begins in January, April, July and October") {
  const auto quarter = [](std::string_view day) { return iso_date(quarter_of(*parse_date(day))); };
  CHECK(quarter("2026-03-31") == "2026-01-01");
  CHECK(quarter("2026-04-01") == "2026-04-01");
  CHECK(quarter("2026-12-31") == "2026-10-01");
}

TEST_CASE("the page of data says what is not known and what is withheld") {
  const RegisterSite site(
      register_files("[C-1]\ntitle = \"A\"\nsupplier = \"a\"\nsme = \"unknown\"\n"
                     "[[C-1.redactions]]\nfield = \"value_net\"\nreason = \"Secret\"\n"
                     "[C-2]\ntitle = \"B\"\nvalue_net = 5\nopen_ended = true\nsme = \"yes\"\n"));
  Table context;
  Arena arena;
  site.page("register/data/")->fill(context, arena);
  std::string shown;
  const Value value = context.member("missing");
  const List& missing = **value.get<const List*>();
  for (std::size_t i = 0; i < missing.size(); ++i) {
    const Value row = missing.at(i);
    const Object& table = **row.get<const Object*>();
    shown += text_of(table.member("name")) + " " + std::to_string(*table.member("not_known").get<std::int64_t>()) +
             "+" + std::to_string(*table.member("withheld").get<std::int64_t>()) + "; ";
  }
  CHECK(shown ==
        "supplier 1+0; value_net 0+1; department 2+0; start 2+0; end 1+0; review 2+0; awarded 2+0; procedure 2+0; "
        "sme 1+0; vcse 2+0; cpv 2+0; ");
  const Value first = (*context.member("withheld").get<const List*>())->at(0);
  CHECK(text_of(member(**first.get<const Object*>(), "label")) == "Value without VAT");
  CHECK(text_of(member(**first.get<const Object*>(), "reason")) == "Secret");
}
