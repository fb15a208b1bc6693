#include "register/register_lines.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>

namespace framewright {

std::vector<LinesPart> lines_parts(const OpenData& data, std::size_t most) {
  constexpr int no_year = std::numeric_limits<int>::max();
  const Model& model = data.model();
  std::map<int, std::vector<ItemId>> by_year;
  for (const ItemId contract : data.by_id) {
    const Item& item = model.items[contract];
    const Date* start = date_field(item, model.type(item), "start");
    by_year[start == nullptr ? no_year : static_cast<int>(start->year())].push_back(contract);
  }
  std::vector<LinesPart> parts;
  for (const auto& [year, contracts] : by_year) {
    const std::string named = year == no_year ? "__HIVE_DEFAULT_PARTITION__" : std::to_string(year);
    const std::string title =
        year == no_year ? "Contracts with no first day" : "Contracts that start in " + std::to_string(year);
    for (std::size_t from = 0, number = 0; from < contracts.size(); from += most, ++number) {
      LinesPart part;
      part.file = fmt::format("register/lines/start_year={}/part-{:04}.jsonl", named, number);
      part.title = contracts.size() > most ? fmt::format("{}, part {}", title, number + 1) : title;
      const std::size_t end = std::min(from + most, contracts.size());
      part.contracts.assign(contracts.begin() + static_cast<std::ptrdiff_t>(from),
                            contracts.begin() + static_cast<std::ptrdiff_t>(end));
      parts.push_back(std::move(part));
    }
  }
  return parts;
}

}  // namespace framewright
