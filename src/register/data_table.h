#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/model.h"
#include "register/register.h"

namespace framewright {

// A column of the published data: the id, the title, a field or a relation of the items of a table, or the contract
// that a row belongs to.
struct DataColumn {
  enum class Source : std::uint8_t { id, title, field, link, contract };
  std::string name;
  Source source = Source::field;
  std::uint16_t field = 0;        // in TypeDef::fields
  const FieldDef* def = nullptr;  // of a field
  LinkId link = 0;                // of a relation
  bool list = false;              // several values, in their order
  std::string says;               // what it means, in one line
  std::string_view refers_to;     // the table whose ids it holds; empty for none

  // What its values are; ids and titles are text.
  FieldKind kind() const { return def == nullptr ? FieldKind::text : def->kind; }
};

// Whether values of the kind are texts, and not numbers, dates, or true and false.
bool is_text(FieldKind kind);

// A table of the published data: a CSV file, and an array of the JSON.
struct DataTable {
  enum class Rows : std::uint8_t {
    contracts,  // one a contract of the register
    items,      // one an item of the type
    nested,     // one an item nested in a contract of the register
    holders,    // one for each supplier of each contract of the register
  };
  std::string name;  // "register": the file register/register.csv
  std::string title;
  Rows rows = Rows::items;
  TypeId type = no_type;
  const NestDef* nest = nullptr;  // of nested rows
  std::vector<DataColumn> columns;
};

// The tables of a site: contracts, suppliers, grants, what is nested in contracts, and who holds which. The names and
// the order of the columns that every site has are fixed; what a site declares itself comes after them.
std::vector<DataTable> data_tables(const Schema& schema);

// What the data files of a site are written from. Made once and then only read, from any thread; it borrows from the
// register and its model.
struct OpenData {
  explicit OpenData(const Register& register_of_site);

  const Register* contracts;
  std::vector<DataTable> tables;
  std::vector<ItemId> by_id;  // the contracts by their ids: P2 before P10

  const Model& model() const { return *contracts->model; }
  const Config& config() const { return *contracts->config; }
  // Null when there is none of the name.
  const DataTable* table(std::string_view name) const;
  bool is_shown(ItemId item) const { return contracts->shows(item); }
};

// Calls `row` for each row of a table: items by their ids, what is nested in the order in which it stands. `contract`
// is the one that a nested row belongs to, or no_item.
void for_each_row(const OpenData& data, const DataTable& table,
                  const std::function<void(ItemId item, ItemId contract)>& row);

// What an item holds of one kind, such as its notices.
std::vector<ItemId> nested_items(const Model& model, ItemId item, const NestDef& nest);

// The values of a cell as texts, in the form that all data files share: money 1234.50, dates 2027-03-31, true and
// false, Markdown as plain words, links as ids. `values` is emptied first.
void read_cell(const OpenData& data, const DataColumn& column, ItemId item, ItemId contract,
               std::vector<std::string>& values);

}  // namespace framewright
