#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "model/site_plan.h"
#include "model/words.h"

namespace framewright {

inline constexpr std::size_t rows_of_page = 100;

// A list that runs over as many pages as its rows take: "register/", "register/page/2/", … An empty list has one page.
struct PagedList {
  std::string address, template_name, title, summary;
  const Words* words = nullptr;                             // borrowed
  std::vector<std::pair<std::string, std::string>> crumbs;  // above its first page
  TypeId index_of = no_type;
  std::size_t rows = 0;
  // Adds what the template knows; the page shows the rows from `begin` to before `end`. Called from any thread.
  // Besides, the template is given `run`: `number`, `pages`, `first`, `last`, `rows`, and `previous` and `next`, which
  // are addresses or empty.
  std::function<void(std::size_t begin, std::size_t end, Table& context, Arena& arena)> fill;
};

void plan_paged_list(PagedList list, SitePlan& plan);

}  // namespace framewright
