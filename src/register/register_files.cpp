#include "register/register_files.h"

#include <algorithm>
#include <memory>

#include "register/data_table.h"
#include "register/register_csv.h"

namespace framewright {

namespace {

bool holds_anything(const OpenData& data) {
  return std::any_of(data.tables.begin(), data.tables.end(), [&](const DataTable& table) {
    return !data.by_id.empty() || (table.rows == DataTable::Rows::items && !data.model().of_type(table.type).empty());
  });
}

void plan_tables(const std::shared_ptr<const OpenData>& data, SitePlan& plan) {
  for (const DataTable& table : data->tables)
    plan.files.push_back({"register/" + table.name + ".csv", table.title, "text/csv",
                          [data, &table](const ByteSink& sink) { write_csv(*data, table, sink); }});
}

}  // namespace

void plan_register_files(const Register& contracts, SitePlan& plan) {
  const auto data = std::make_shared<const OpenData>(contracts);
  if (!holds_anything(*data)) return;
  plan_tables(data, plan);
}

}  // namespace framewright
