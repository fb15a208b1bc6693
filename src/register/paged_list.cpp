#include "register/paged_list.h"

#include <algorithm>

#include "base/text.h"

namespace framewright {

namespace {

std::string address_of_page(const std::string& list, std::size_t number) {
  return number == 1 ? list : list + "page/" + std::to_string(number) + "/";
}

Value run_value(const PagedList& list, std::size_t number, std::size_t pages, Arena& arena) {
  const std::size_t begin = (number - 1) * rows_of_page;
  const auto link = [&](bool there, std::size_t to) {
    return there ? Value(arena.keep(address_of_page(list.address, to))) : Value(Empty{});
  };
  return arena.table()
      .set("number", number)
      .set("pages", pages)
      .set("first", list.rows == 0 ? begin : begin + 1)
      .set("last", std::min(begin + rows_of_page, list.rows))
      .set("rows", list.rows)
      .set("previous", link(number > 1, number - 1))
      .set("next", link(number < pages, number + 1));
}

}  // namespace

void plan_paged_list(PagedList list, SitePlan& plan) {
  const std::size_t pages = std::max<std::size_t>(1, (list.rows + rows_of_page - 1) / rows_of_page);
  const auto shared = std::make_shared<const PagedList>(std::move(list));
  for (std::size_t number = 1; number <= pages; ++number) {
    PlannedPage page;
    page.address = address_of_page(shared->address, number);
    page.template_name = shared->template_name;
    page.title = shared->title;
    page.crumbs = shared->crumbs;
    if (number == 1) {
      page.summary = shared->summary;
      page.index_of = shared->index_of;
    } else {
      page.title = shared->words->text("list.title", {shared->title, number, pages});
      page.crumbs.emplace_back(shared->title, shared->address);
      page.listed = false;
    }
    page.fill = [shared, number, pages](Table& context, Arena& arena) {
      context.set("run", run_value(*shared, number, pages, arena));
      const std::size_t begin = (number - 1) * rows_of_page;
      shared->fill(begin, std::min(begin + rows_of_page, shared->rows), context, arena);
    };
    plan.pages.push_back(std::move(page));
  }
}

}  // namespace framewright
