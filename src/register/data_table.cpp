#include "register/data_table.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/text.h"

using namespace std::literals;

namespace framewright {

namespace {

// The columns that every site has, in their order. They are published, so a name here is never taken out and new ones
// come at the end.
constexpr std::array contract_columns{"id"sv,
                                      "title"sv,
                                      "description"sv,
                                      "department"sv,
                                      "buyer"sv,
                                      "supplier"sv,
                                      "value_net"sv,
                                      "annual_value"sv,
                                      "vat_irrecoverable"sv,
                                      "original_value"sv,
                                      "awarded"sv,
                                      "start"sv,
                                      "end"sv,
                                      "review"sv,
                                      "open_ended"sv,
                                      "notice_period"sv,
                                      "base_end"sv,
                                      "max_end"sv,
                                      "extensions"sv,
                                      "procedure"sv,
                                      "justification"sv,
                                      "sme"sv,
                                      "vcse"sv,
                                      "cpv"sv,
                                      "light_touch"sv,
                                      "bids_received"sv,
                                      "ocid"sv,
                                      "status"sv,
                                      "for"sv,
                                      "strategy"sv,
                                      "standards"sv,
                                      "principles"sv,
                                      "decision"sv,
                                      "predecessor"sv,
                                      "successor"sv,
                                      "summary"sv,
                                      "owner"sv,
                                      "also"sv,
                                      "former"sv};
constexpr std::array supplier_columns{"id"sv,      "title"sv,  "company_number"sv, "charity_number"sv,
                                      "size"sv,    "sector"sv, "successor"sv,      "status"sv,
                                      "summary"sv, "also"sv,   "former"sv};
constexpr std::array grant_columns{"id"sv,        "title"sv,     "description"sv,    "department"sv,
                                   "supplier"sv,  "recipient"sv, "company_number"sv, "charity_number"sv,
                                   "value_net"sv, "awarded"sv,   "start"sv,          "end"sv,
                                   "for"sv,       "strategy"sv,  "status"sv,         "summary"sv,
                                   "owner"sv};

// Makes the columns of a type, each once.
class ColumnList {
public:
  ColumnList(const Schema& schema, const TypeDef& type) : schema_(schema), type_(type) {}

  void add(std::string_view name) {
    LinkId link = 0;
    DataColumn column;
    column.name = std::string(name);
    if (name == "id") {
      column.source = DataColumn::Source::id;
      column.says = "The id, unique in this table and never used again";
    } else if (name == "title") {
      column.source = DataColumn::Source::title;
      column.says = "The name";
    } else if (const std::size_t index = type_.field_index(name); index < type_.fields.size()) {
      column.def = &type_.fields[index];
      column.field = static_cast<std::uint16_t>(index);
      column.list = column.def->list;
      column.says = column.def->says;
    } else if (const LinkDef* def = schema_.link(type_, name, &link); def != nullptr && !def->up) {
      column.source = DataColumn::Source::link;
      column.link = link;
      column.list = !def->one();
      column.says = "What it " + def->reads + ": " + (column.list ? "ids" : "an id");
    } else {
      return;
    }
    if (!has(name)) columns.push_back(std::move(column));
  }

  // What the type itself declares and has no place yet, in the order of its declaration.
  void add_others() {
    for (const FieldDef& field : type_.fields)
      if (!field.common) add(field.name);
    for (const LinkId link : type_.links)
      if (is_own(link)) add(schema_.links[link].name);
  }

  std::vector<DataColumn> columns;

private:
  bool has(std::string_view name) const {
    return std::any_of(columns.begin(), columns.end(), [&](const DataColumn& column) { return column.name == name; });
  }
  // Relations that any item may have are declared for all types alike.
  bool is_own(LinkId link) const { return schema_.link(schema_.types[page_type], schema_.links[link].name) == nullptr; }

  const Schema& schema_;
  const TypeDef& type_;
};

DataTable item_table(const Schema& schema, std::string_view type_name, std::string name, DataTable::Rows rows,
                     std::span<const std::string_view> fixed) {
  DataTable table{std::move(name), {}, rows, *schema.find(type_name), nullptr, {}};
  const TypeDef& type = schema.types[table.type];
  table.title = "All " + type.plural;
  ColumnList list(schema, type);
  for (const std::string_view column : fixed) list.add(column);
  list.add_others();
  table.columns = std::move(list.columns);
  for (DataColumn& column : table.columns)
    if (column.source == DataColumn::Source::link && column.name == "supplier") column.refers_to = "suppliers";
  return table;
}

DataColumn contract_column() {
  DataColumn column;
  column.name = "contract";
  column.source = DataColumn::Source::contract;
  column.says = "The id of the contract that the row belongs to";
  column.refers_to = "register";
  return column;
}

DataTable nested_table(const Schema& schema, const NestDef& nest) {
  const TypeDef& type = schema.types[nest.type];
  DataTable table{nest.name, {}, DataTable::Rows::nested, nest.type, &nest, {}};
  table.title = "The " + type.plural + " of contracts";
  ColumnList list(schema, type);
  list.columns.push_back(contract_column());
  if (type.title_from.empty()) list.add("title");
  list.add_others();
  table.columns = std::move(list.columns);
  return table;
}

DataTable holder_table(const Schema& schema, const DataTable& contracts) {
  DataTable table{"holders", "Who holds which contract", DataTable::Rows::holders, contracts.type, nullptr, {}};
  table.columns.push_back(contract_column());
  LinkId link = 0;
  (void)schema.link(schema.types[contracts.type], "supplier", &link);
  DataColumn supplier;
  supplier.name = "supplier";
  supplier.source = DataColumn::Source::id;
  supplier.link = link;
  supplier.says = "The id of a supplier of the contract";
  supplier.refers_to = "suppliers";
  table.columns.push_back(std::move(supplier));
  return table;
}

// By id, so that the data do not depend on the order of files.
void sort_by_id(const Model& model, std::vector<ItemId>& items) {
  std::sort(items.begin(), items.end(), [&](ItemId a, ItemId b) {
    const std::string &left = model.items[a].id, &right = model.items[b].id;
    if (natural_less(left, right)) return true;
    return !natural_less(right, left) && left < right;
  });
}

struct AsText {
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(Money money) const { return decimal_money(money); }
  std::string operator()(Date date) const { return iso_date(date); }
  std::string operator()(bool boolean) const { return boolean ? "true" : "false"; }
  std::string operator()(const TextRef& text) const { return *text.plain; }
};

void read_field(const Item& item, std::uint16_t field, std::vector<std::string>& values) {
  const auto found =
      std::lower_bound(item.fields.begin(), item.fields.end(), field,
                       [](const FieldValue& value, std::uint16_t wanted) { return value.field < wanted; });
  if (found == item.fields.end() || found->field != field) return;
  if (const auto* scalar = std::get_if<Scalar>(&found->value)) {
    values.push_back(std::visit(AsText{}, *scalar));
    return;
  }
  for (const ListElement& element : std::get<std::vector<ListElement>>(found->value))
    values.push_back(std::visit(AsText{}, element.value));
}

}  // namespace

bool is_text(FieldKind kind) {
  switch (kind) {
    case FieldKind::integer:
    case FieldKind::money:
    case FieldKind::date:
    case FieldKind::month:
    case FieldKind::year:
    case FieldKind::boolean: return false;
    default: return true;
  }
}

std::vector<DataTable> data_tables(const Schema& schema) {
  std::vector<DataTable> tables;
  tables.push_back(item_table(schema, "contract", "register", DataTable::Rows::contracts, contract_columns));
  tables.push_back(item_table(schema, "supplier", "suppliers", DataTable::Rows::items, supplier_columns));
  tables.push_back(item_table(schema, "grant", "grants", DataTable::Rows::items, grant_columns));
  for (const NestDef& nest : schema.types[tables[0].type].nests) tables.push_back(nested_table(schema, nest));
  tables.push_back(holder_table(schema, tables[0]));
  return tables;
}

OpenData::OpenData(const Register& register_of_site)
    : contracts(&register_of_site), tables(data_tables(*register_of_site.model->schema)) {
  for (const Contract& contract : contracts->contracts) by_id.push_back(contract.item);
  sort_by_id(model(), by_id);
}

const DataTable* OpenData::table(std::string_view name) const {
  const auto found =
      std::find_if(tables.begin(), tables.end(), [&](const DataTable& table) { return table.name == name; });
  return found == tables.end() ? nullptr : &*found;
}

std::vector<ItemId> nested_items(const Model& model, ItemId item, const NestDef& nest) {
  std::vector<ItemId> items;
  for (const ItemId nested : model.nested_in(item)) {
    if (model.items[nested].type != nest.type) continue;
    const auto links = model.links_from(nested);
    if (std::any_of(links.begin(), links.end(), [&](const Link& link) { return link.link == nest.link; }))
      items.push_back(nested);
  }
  return items;
}

void for_each_row(const OpenData& data, const DataTable& table,
                  const std::function<void(ItemId item, ItemId contract)>& row) {
  const Model& model = data.model();
  if (table.rows == DataTable::Rows::items) {
    const auto all = model.of_type(table.type);
    std::vector<ItemId> items(all.begin(), all.end());
    std::erase_if(items, [&](ItemId item) { return !data.is_shown(item); });
    sort_by_id(model, items);
    for (const ItemId item : items) row(item, no_item);
    return;
  }
  for (const ItemId contract : data.by_id) {
    if (table.rows == DataTable::Rows::contracts) {
      row(contract, no_item);
    } else if (table.rows == DataTable::Rows::holders) {
      for (const Link& link : model.links_from(contract))
        if (link.link == table.columns[1].link && data.is_shown(link.to)) row(link.to, contract);
    } else {
      for (const ItemId nested : nested_items(model, contract, *table.nest)) row(nested, contract);
    }
  }
}

void read_cell(const OpenData& data, const DataColumn& column, ItemId item, ItemId contract,
               std::vector<std::string>& values) {
  values.clear();
  const Model& model = data.model();
  switch (column.source) {
    case DataColumn::Source::id: values.push_back(model.items[item].id); break;
    case DataColumn::Source::title: values.push_back(model.items[item].title); break;
    case DataColumn::Source::contract: values.push_back(model.items[contract].id); break;
    case DataColumn::Source::field: read_field(model.items[item], column.field, values); break;
    case DataColumn::Source::link:
      for (const Link& link : model.links_from(item))
        if (link.link == column.link && data.is_shown(link.to)) values.push_back(model.items[link.to].id);
      break;
  }
  std::erase_if(values, [](const std::string& value) { return value.empty(); });
}

}  // namespace framewright
