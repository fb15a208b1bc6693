#include "register/data_table.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "register/register_lines.h"
#include "unit/site.h"

using namespace framewright;

namespace {

std::vector<std::string> names_of(const DataTable& table) {
  std::vector<std::string> names;
  for (const DataColumn& column : table.columns) names.push_back(column.name);
  return names;
}

const DataTable& table_of(const std::vector<DataTable>& tables, std::string_view name) {
  return *std::find_if(tables.begin(), tables.end(), [&](const DataTable& table) { return table.name == name; });
}

std::string contract(const std::string& id, const std::string& start) {
  return "[" + id +
         "]\ntitle = \"x\"\ndescription = \"x\"\ndepartment = \"x\"\nsupplier = [\"s\"]\nvalue_net = 1000\n" + start +
         "vat_irrecoverable = 0\nreview = 2030-06-30\nprocedure = \"quote\"\nsme = \"yes\"\nvcse = \"yes\"\n";
}

}  // namespace

TEST_CASE("columns that a site declares come after all others, fields before links") {
  const TestSite plain(Files{});
  const TestSite own(Files{{"site.toml",
                            "title = \"T\"\n[type.contract.field]\nward = { kind = \"text\" }\n[type.contract.link]\n"
                            "twin = { to = [\"contract\"], reads = [\"is like\", \"is like\"] }\n"}});
  const auto before = names_of(table_of(data_tables(plain.config().schema), "register"));
  auto after = names_of(table_of(data_tables(own.config().schema), "register"));
  CHECK(std::vector<std::string>(after.end() - 2, after.end()) == std::vector<std::string>{"ward", "twin"});
  after.resize(after.size() - 2);
  CHECK(after == before);
}

TEST_CASE("every field and link of the built-in types of the register has a column of its own") {
  const TestSite site(Files{});
  const Schema& schema = site.config().schema;
  const std::vector<DataTable> tables = data_tables(schema);
  for (const auto& [name, type_name] :
       {std::pair{"register", "contract"}, {"suppliers", "supplier"}, {"grants", "grant"}}) {
    const DataTable& table = table_of(tables, name);
    const auto columns = names_of(table);
    const TypeDef& type = schema.types[*schema.find(type_name)];
    for (const FieldDef& field : type.fields)
      if (!field.common) CHECK_MESSAGE(std::count(columns.begin(), columns.end(), field.name) == 1, field.name);
    for (const LinkId link : type.links)
      if (schema.link(schema.types[page_type], schema.links[link].name) == nullptr)
        CHECK_MESSAGE(std::count(columns.begin(), columns.end(), schema.links[link].name) == 1,
                      schema.links[link].name);
    CHECK(columns.front() == "id");
  }
  CHECK(names_of(table_of(tables, "kpis")) ==
        std::vector<std::string>{"contract", "name", "target", "rating", "assessed_on"});
}

TEST_CASE("lines are parted by the year of the first day, and a part has no more than it may") {
  std::string contracts;
  for (int i = 1; i <= 5; ++i) contracts += contract("C-" + std::to_string(i), "start = 2026-01-01\n");
  contracts += contract("C-6", "start = 2025-04-01\n") + contract("C-7", "");
  const TestSite site(
      {{"content/register/contracts.toml", contracts}, {"content/register/suppliers.toml", "[s]\ntitle = \"S\"\n"}});
  const Register read = read_register(site.model(), site.config(), false);
  const OpenData data(read);
  std::string shown;
  for (const LinesPart& part : lines_parts(data, 2)) {
    shown += part.file + " (" + part.title + "):";
    for (const ItemId item : part.contracts) shown += " " + site.model().items[item].id;
    shown += "\n";
  }
  CHECK(shown ==
        "register/lines/start_year=2025/part-0000.jsonl (Contracts that start in 2025): C-6\n"
        "register/lines/start_year=2026/part-0000.jsonl (Contracts that start in 2026, part 1): C-1 C-2\n"
        "register/lines/start_year=2026/part-0001.jsonl (Contracts that start in 2026, part 2): C-3 C-4\n"
        "register/lines/start_year=2026/part-0002.jsonl (Contracts that start in 2026, part 3): C-5\n"
        "register/lines/start_year=__HIVE_DEFAULT_PARTITION__/part-0000.jsonl (Contracts with no first day): C-7\n");
}
