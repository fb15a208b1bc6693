#include "register/data_page.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/download.h"
#include "base/text.h"
#include "register/licence.h"

namespace framewright {

namespace {

constexpr std::array<std::string_view, 7> described_types{"contract",  "notice",   "kpi",  "pooled_share",
                                                          "redaction", "supplier", "grant"};

// What readers of a register look for, so that its absence is told.
constexpr std::array<std::string_view, 11> expected_names{
    "supplier", "value_net", "department", "start", "end", "review", "awarded", "procedure", "sme", "vcse", "cpv"};

constexpr std::size_t most_reasons = 100;

std::string kind_words(const FieldDef& field, const Words& words) {
  std::string kind;
  if (!field.choices.empty())
    kind = join_words(field.choices, trim(words.text("value.or")));
  else if (field.kind == FieldKind::boolean)
    kind = words.text("kind.yes_or_no");
  else if (field.kind == FieldKind::money)
    kind = words.text("kind.amount");
  else if (field.kind == FieldKind::inline_markdown || field.kind == FieldKind::markdown)
    kind = words.text("kind.text");
  else
    kind = words.text("kind." + std::string(field_kind_name(field.kind)));
  return field.list ? words.text("kind.several", {kind}) : kind;
}

class DataDescription {
public:
  DataDescription(const RegisterLists& lists, const SitePlan& plan, Arena& arena)
      : lists_(lists), model_(lists.model()), plan_(plan), arena_(arena) {}

  void write(Table& context);

private:
  Value licence();
  Value downloads();
  Value dictionary();
  Value columns(const TypeDef& type);
  Value missing();
  Value withheld();
  std::string label_of(std::string_view name) const;
  bool is_known(const Contract& contract, std::string_view name) const;
  const TypeDef& contract_type() const { return model_.schema->types[*model_.schema->find("contract")]; }

  const RegisterLists& lists_;
  const Model& model_;
  const SitePlan& plan_;
  Arena& arena_;
};

Value DataDescription::licence() {
  const std::string& id = lists_.contracts().config->contracts.licence;
  if (id.empty()) return Empty{};
  return arena_.table().set("name", arena_.keep(licence_title(id))).set("url", arena_.keep(licence_address(id)));
}

Value DataDescription::downloads() {
  Array& list = arena_.array();
  for (const PlannedFile& file : plan_.files)
    if (file.listed)
      list.add(arena_.table()
                   .set("title", file.title)
                   .set("address", file.file)
                   .set("media_type", file.media_type)
                   .set("type", arena_.keep(file_type(file.file)))
                   .set("size", arena_.keep(file_size(file.size))));
  return list;
}

Value DataDescription::columns(const TypeDef& type) {
  const Words& words = lists_.words();
  Array& list = arena_.array();
  const auto add = [&](std::string_view name, std::string label, std::string kind, bool needed, std::string says) {
    list.add(arena_.table()
                 .set("name", name)
                 .set("label", arena_.keep(std::move(label)))
                 .set("kind", arena_.keep(std::move(kind)))
                 .set("needed", needed)
                 .set("says", arena_.keep(std::move(says))));
  };
  if (!type.nested)
    add("id", words.text("data.reference"), words.text("kind.text"), true,
        words.text("data.reference_says", {type.label}));
  for (const FieldDef& field : type.fields)
    if (!field.common || field.name == "title" || field.name == "status")
      if (!type.nested || !field.common)
        add(field.name, field.label, kind_words(field, words), field.required, field.says);
  for (const LinkId id : type.links) {
    const LinkDef& link = model_.schema->links[id];
    if (link.up || link.to.empty() || link.name == "sources") continue;
    std::vector<std::string> targets;
    for (const TypeId to : link.to) targets.push_back(model_.schema->types[to].label);
    const std::string kinds = join_words(targets, trim(words.text("value.or")));
    add(link.name, link.label, words.text("data.reference_of", {kinds}), link.min > 0 && link.optional_for.empty(),
        words.text("data.what_it", {link.reads}));
  }
  return list;
}

Value DataDescription::dictionary() {
  Array& list = arena_.array();
  for (const std::string_view name : described_types) {
    const auto type = model_.schema->find(name);
    if (!type || model_.of_type(*type).empty()) continue;
    const TypeDef& def = model_.schema->types[*type];
    list.add(arena_.table()
                 .set("name", name)
                 .set("title", arena_.keep(label_of_name(def.plural)))
                 .set("says", def.says)
                 .set("columns", columns(def)));
  }
  return list;
}

std::string DataDescription::label_of(std::string_view name) const {
  const FieldDef* field = contract_type().field(name);
  return field == nullptr ? label_of_name(name) : field->label;
}

bool DataDescription::is_known(const Contract& contract, std::string_view name) const {
  if (name == "supplier") return !linked_items(model_, contract.item, name).empty();
  if (name == "sme") return contract.sme != Answer::unknown;
  if (name == "vcse") return contract.vcse != Answer::unknown;
  if (name == "end" && contract.open_ended) return true;
  return model_.items[contract.item].field(contract_type(), name) != nullptr;
}

Value DataDescription::missing() {
  Array& list = arena_.array();
  for (const std::string_view name : expected_names) {
    std::size_t not_known = 0, held_back = 0;
    for (const Contract& contract : lists_.contracts().contracts) {
      if (is_known(contract, name)) continue;
      ++(is_withheld(model_, contract.item, name) ? held_back : not_known);
    }
    if (not_known + held_back == 0) continue;
    list.add(arena_.table()
                 .set("name", name)
                 .set("label", arena_.keep(label_of(name)))
                 .set("not_known", not_known)
                 .set("withheld", held_back));
  }
  return list;
}

Value DataDescription::withheld() {
  std::map<std::pair<std::string, std::string>, std::size_t> counts;
  const auto type = model_.schema->find("redaction");
  const std::span<const ItemId> all = type ? model_.of_type(*type) : std::span<const ItemId>();
  for (const ItemId id : all) {
    const Item& item = model_.items[id];
    const std::string* field = text_field(item, model_.type(item), "field");
    const std::string* reason = text_field(item, model_.type(item), "reason");
    if (item.parent == no_item || !lists_.find(item.parent)) continue;
    ++counts[{field == nullptr ? "" : *field, reason == nullptr ? "" : *reason}];
  }
  std::vector<std::pair<std::size_t, const std::pair<std::string, std::string>*>> sorted;
  sorted.reserve(counts.size());
  for (const auto& [what, count] : counts) sorted.emplace_back(count, &what);
  std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  Array& list = arena_.array();
  for (std::size_t i = 0; i < std::min(most_reasons, sorted.size()); ++i)
    list.add(arena_.table()
                 .set("label", arena_.keep(label_of(sorted[i].second->first)))
                 .set("reason", arena_.keep(sorted[i].second->second))
                 .set("count", sorted[i].first));
  return list;
}

void DataDescription::write(Table& context) {
  context.set("licence", licence())
      .set("downloads", downloads())
      .set("dictionary", dictionary())
      .set("missing", missing())
      .set("withheld", withheld())
      .set("total", ContractRows::total(total_of(lists_.contracts(), lists_.orders()[ContractOrder::title]), arena_));
}

}  // namespace

void plan_data_page(const std::shared_ptr<const RegisterLists>& lists, SitePlan& plan) {
  PlannedPage page;
  page.address = lists->root() + "data/";
  page.template_name = "register-data.html";
  page.title = lists->words().text("data.title");
  page.summary = lists->words().text("data.says");
  page.crumbs = lists->crumbs();
  page.fill = [lists, &plan](Table& context, Arena& arena) { DataDescription(*lists, plan, arena).write(context); };
  plan.pages.push_back(std::move(page));
}

}  // namespace framewright
