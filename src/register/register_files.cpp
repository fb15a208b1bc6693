#include "register/register_files.h"

#include <algorithm>
#include <functional>
#include <memory>

#include "register/csvw.h"
#include "register/data_package.h"
#include "register/data_table.h"
#include "register/ocds_extension.h"
#include "register/ocds_package.h"
#include "register/register_csv.h"
#include "register/register_json.h"
#include "register/register_lines.h"

namespace framewright {

namespace {

bool holds_anything(const OpenData& data) {
  return std::any_of(data.tables.begin(), data.tables.end(), [&](const DataTable& table) {
    return !data.by_id.empty() || (table.rows == DataTable::Rows::items && !data.model().of_type(table.type).empty());
  });
}

using Shared = std::shared_ptr<const OpenData>;

void plan_tables(const Shared& data, SitePlan& plan) {
  for (const DataTable& table : data->tables) {
    const std::string file = "register/" + table.name + ".csv";
    plan.files.push_back(
        {file, table.title, "text/csv", [data, &table](const ByteSink& sink) { write_csv(*data, table, sink); }});
    plan.files.push_back({file + "-metadata.json", table.title + ": the columns", "application/csvm+json",
                          [data, &table](const ByteSink& sink) { sink(csvw_metadata(*data, table)); }});
  }
  plan.files.push_back({"register/datapackage.json", "The columns of all tables", "application/json",
                        [data](const ByteSink& sink) { sink(data_package(*data)); }});
}

void plan_json(const Shared& data, SitePlan& plan) {
  plan.files.push_back({"register/register.json", "The whole register", "application/json",
                        [data](const ByteSink& sink) { write_register_json(*data, sink); }});
  if (data->by_id.empty()) return;
  plan.files.push_back({"register/register.jsonl", "All contracts, one a line", "application/jsonl",
                        [data](const ByteSink& sink) { write_json_lines(*data, data->by_id, sink); }});
  for (LinesPart& part : lines_parts(*data))
    plan.files.push_back({std::move(part.file), std::move(part.title), "application/jsonl",
                          [data, contracts = std::move(part.contracts)](const ByteSink& sink) {
                            write_json_lines(*data, contracts, sink);
                          }});
}

void plan_ocds(const Shared& data, SitePlan& plan) {
  if (!has_ocds(data->config()) || data->by_id.empty()) return;
  const auto add = [&](std::string name, std::string title, std::function<void(const ByteSink&)> write) {
    plan.files.push_back({"register/ocds/" + std::move(name), std::move(title), "application/json", std::move(write)});
  };
  add("releases.json", "Each change of each contract, in the Open Contracting Data Standard",
      [data](const ByteSink& sink) { write_release_package(*data, sink); });
  add("records.json", "Each contract with its changes, in the Open Contracting Data Standard",
      [data](const ByteSink& sink) { write_record_package(*data, sink); });
  add("extension/extension.json", "The fields that the Open Contracting Data Standard does not have",
      [data](const ByteSink& sink) { sink(ocds_extension(data->config())); });
  add("extension/release-schema.json", "The schema of those fields",
      [](const ByteSink& sink) { sink(ocds_extension_schema()); });
}

}  // namespace

void plan_register_files(const Register& contracts, SitePlan& plan) {
  const auto data = std::make_shared<const OpenData>(contracts);
  if (!holds_anything(*data)) return;
  plan_tables(data, plan);
  plan_json(data, plan);
  plan_ocds(data, plan);
}

}  // namespace framewright
