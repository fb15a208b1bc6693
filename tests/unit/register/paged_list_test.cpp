#include "register/paged_list.h"

#include <doctest/doctest.h>

#include "unit/register/register_site.h"

using namespace framewright;

namespace {

const Words& words() {
  static const TestSite site{Files{}};
  return site.config().words;
}

// "register/: 0 to 100 of 2, register/page/2/: …" for a list of so many rows.
std::string pages(std::size_t rows) {
  std::string shown;
  SitePlan plan;
  PagedList list;
  list.words = &words();
  list.address = "list/";
  list.title = "List";
  list.summary = "All";
  list.rows = rows;
  list.fill = [&](std::size_t begin, std::size_t end, Table&, Arena&) {
    shown += " rows " + std::to_string(begin) + " to " + std::to_string(end);
  };
  plan_paged_list(std::move(list), plan);
  for (const PlannedPage& page : plan.pages) {
    Table context;
    Arena arena;
    shown += (shown.empty() ? "" : "; ") + page.address;
    page.fill(context, arena);
    if (const Value next = member(context, "run.next"); !next.is_empty()) shown += ", next " + text_of(next);
    if (const Value previous = member(context, "run.previous"); !previous.is_empty())
      shown += ", previous " + text_of(previous);
  }
  return shown;
}

}  // namespace

TEST_CASE("a list has as many pages as its rows take, and one when it is empty") {
  CHECK(pages(0) == "list/ rows 0 to 0");
  CHECK(pages(1) == "list/ rows 0 to 1");
  CHECK(pages(100) == "list/ rows 0 to 100");
  CHECK(pages(101) == "list/ rows 0 to 100, next list/page/2/; list/page/2/ rows 100 to 101, previous list/");
  CHECK(pages(250) ==
        "list/ rows 0 to 100, next list/page/2/; list/page/2/ rows 100 to 200, next list/page/3/, previous list/; "
        "list/page/3/ rows 200 to 250, previous list/page/2/");
}

TEST_CASE("only the first page of a list is in the sitemap and stands in for an index") {
  SitePlan plan;
  PagedList list;
  list.words = &words();
  list.address = "list/";
  list.title = "List";
  list.summary = "All";
  list.index_of = 3;
  list.rows = 101;
  list.crumbs = {{"Up", "up/"}};
  plan_paged_list(std::move(list), plan);
  REQUIRE(plan.pages.size() == 2);
  CHECK(plan.pages[0].title == "List");
  CHECK(plan.pages[0].listed);
  CHECK(plan.pages[0].index_of == 3);
  CHECK(plan.pages[0].crumbs.size() == 1);
  CHECK(plan.pages[1].title == "List (page 2 of 2)");
  CHECK(plan.pages[1].summary.empty());
  CHECK_FALSE(plan.pages[1].listed);
  CHECK(plan.pages[1].index_of == no_type);
  CHECK(plan.pages[1].crumbs.back() == std::pair<std::string, std::string>("List", "list/"));
}
