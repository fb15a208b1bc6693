#include "register/contract_page.h"

#include <unordered_set>

#include "base/text.h"
#include "model/cpv.h"
#include "register/contract_event.h"

namespace framewright {

namespace {

class ContractDescription {
public:
  ContractDescription(const RegisterLists& lists, ContractIndex index, Arena& arena)
      : lists_(lists),
        model_(lists.model()),
        contract_(lists.contracts().contracts[index]),
        index_(index),
        item_(model_.items[contract_.item]),
        type_(model_.type(item_)),
        arena_(arena) {}

  Table& write();

private:
  Value items(const std::vector<ItemId>& items) { return lists_.rows().items(items, arena_); }
  Value facet_address(std::string_view facet, const std::string& label);
  Value department();
  Value buyers();
  Value categories();
  Value thread();
  Value history();
  Value extensions();
  Value notices();
  Value redactions();
  Value linked_both_ways(std::string_view link, std::string_view back);
  void write_pooled(Table& table);
  // Nested items of a type.
  std::vector<const Item*> nested(std::string_view type) const;
  Value text(const Item& item, std::string_view field) const;
  Value date(const Item& item, std::string_view field) const;

  const RegisterLists& lists_;
  const Model& model_;
  const Contract& contract_;
  const ContractIndex index_;
  const Item& item_;
  const TypeDef& type_;
  Arena& arena_;
};

std::vector<const Item*> ContractDescription::nested(std::string_view type) const {
  std::vector<const Item*> found;
  for (const ItemId id : model_.nested_in(contract_.item))
    if (model_.type(model_.items[id]).name == type) found.push_back(&model_.items[id]);
  return found;
}

Value ContractDescription::text(const Item& item, std::string_view field) const {
  const std::string* found = text_field(item, model_.type(item), field);
  return found == nullptr ? Value("") : Value(*found);
}

Value ContractDescription::date(const Item& item, std::string_view field) const {
  const Date* found = date_field(item, model_.type(item), field);
  return found == nullptr ? Value(Empty{}) : Value(*found);
}

Value ContractDescription::facet_address(std::string_view name, const std::string& label) {
  const Facet& facet = lists_.facet(name);
  const FacetValue* value = facet.find(label);
  return value == nullptr ? Value(Empty{}) : Value(arena_.keep(facet.address_of(*value)));
}

Value ContractDescription::department() {
  if (contract_.department == no_department) return Empty{};
  const std::string& label = lists_.contracts().departments[contract_.department];
  return arena_.table().set("label", label).set("address", facet_address("department", label));
}

Value ContractDescription::buyers() {
  Array& list = arena_.array();
  for (std::string& buyer : text_list_field(item_, type_, "buyer")) list.add(arena_.keep(std::move(buyer)));
  const std::string& own = lists_.contracts().config->organisation.name;
  if (list.size() == 0 && !own.empty()) list.add(own);
  return list;
}

Value ContractDescription::categories() {
  Array& list = arena_.array();
  for (std::string& code : text_list_field(item_, type_, "cpv")) {
    const std::string label = category_label(code, lists_.words());
    list.add(arena_.table()
                 .set("address", facet_address("category", label))
                 .set("label", arena_.keep(label))
                 .set("code", arena_.keep(std::move(code))));
  }
  return list;
}

Value ContractDescription::thread() {
  const GoldenThread thread = thread_of(lists_.contracts(), contract_.item);
  const Words& words = lists_.words();
  Array& steps = arena_.array();
  const auto add = [&](std::string_view label, const std::vector<ItemId>& found) {
    if (!found.empty()) steps.add(arena_.table().set("label", label).set("items", items(found)));
  };
  add(words.text("purpose.services"), thread.services);
  add(words.text("purpose.recommendations"), thread.recommendations);
  add(words.text("purpose.strategies"), thread.strategies);
  add(words.text("purpose.priorities"), thread.priorities);
  add(words.text("purpose.standards"), thread.standards);
  add(words.text("purpose.principles"), thread.principles);
  add(words.text("purpose.outcomes"), thread.outcomes);
  return steps;
}

Value ContractDescription::history() {
  const std::vector<ContractEvent> events = events_of(model_, contract_.item);
  const std::vector<std::string> anchors = anchors_of(events);
  Array& list = arena_.array();
  for (std::size_t i = 0; i < events.size(); ++i)
    list.add(arena_.table()
                 .set("date", events[i].date)
                 .set("words", arena_.keep(words_of(events[i], lists_.today(), lists_.words())))
                 .set("anchor", arena_.keep(anchors[i]))
                 .set("url", events[i].item == no_item ? Value("") : text(model_.items[events[i].item], "url"))
                 .set("future", events[i].date > lists_.today()));
  return list;
}

Value ContractDescription::extensions() {
  Array& list = arena_.array();
  for (const Extension& extension : extensions_of(item_, type_))
    list.add(arena_.table()
                 .set("words", arena_.keep(counted(static_cast<std::size_t>(extension.months), "month", "months")))
                 .set("taken_on", extension.taken_on ? Value(*extension.taken_on) : Value(Empty{})));
  return list;
}

Value ContractDescription::notices() {
  Array& list = arena_.array();
  for (const Item* notice : nested("notice")) {
    const Value code = text(*notice, "code");
    list.add(arena_.table()
                 .set("code", code)
                 .set("name", notice_name(*code.get<std::string_view>()))
                 .set("published", date(*notice, "published"))
                 .set("url", text(*notice, "url")));
  }
  return list;
}

Value ContractDescription::redactions() {
  Array& list = arena_.array();
  for (const Item* redaction : nested("redaction")) {
    const std::string* name = text_field(*redaction, model_.type(*redaction), "field");
    const FieldDef* field = name == nullptr ? nullptr : type_.field(*name);
    std::string label = field != nullptr ? field->label : name == nullptr ? "" : *name;
    if (!label.empty() && label[0] >= 'a' && label[0] <= 'z') label[0] = static_cast<char>(label[0] - 'a' + 'A');
    list.add(arena_.table()
                 .set("label", arena_.keep(std::move(label)))
                 .set("reason", text(*redaction, "reason"))
                 .set("decided_by", text(*redaction, "decided_by"))
                 .set("on", date(*redaction, "on"))
                 .set("review", date(*redaction, "review")));
  }
  return list;
}

void ContractDescription::write_pooled(Table& table) {
  const std::vector<const Item*> shares = nested("pooled_share");
  const auto amount_of = [&](const Item* share) { return money_field(*share, model_.type(*share), "share"); };
  Money total;
  for (const Item* share : shares)
    if (const Money* amount = amount_of(share)) add_to(total, *amount);
  Array& list = arena_.array();
  for (const Item* share : shares) {
    const Money* amount = amount_of(share);
    list.add(arena_.table()
                 .set("partner", text(*share, "partner"))
                 .set("share", amount == nullptr ? Value(Empty{}) : Value(*amount))
                 .set("percent", amount == nullptr ? Value(Empty{}) : Value(share_of(*amount, total))));
  }
  table.set("pooled", list).set("pooled_total", total);
}

Value ContractDescription::linked_both_ways(std::string_view link, std::string_view back) {
  std::vector<ItemId> found = published_links(lists_.contracts(), contract_.item, link);
  std::unordered_set<ItemId> seen(found.begin(), found.end());
  for (const std::uint32_t index : model_.links_to(contract_.item)) {
    const Link& other = model_.links[index];
    if (model_.schema->links[other.link].name == back && lists_.find(other.from) && seen.insert(other.from).second)
      found.push_back(other.from);
  }
  return items(found);
}

Table& ContractDescription::write() {
  Table& table = lists_.rows().row(index_, arena_);
  table.set("buyers", buyers())
      .set("department", department())
      .set("categories", categories())
      .set("decisions", items(decisions_on(lists_.contracts(), contract_.item)))
      .set("predecessors", linked_both_ways("predecessor", "successor"))
      .set("successors", linked_both_ways("successor", "predecessor"))
      .set("thread", thread())
      .set("history", history())
      .set("extensions", extensions())
      .set("notices", notices())
      .set("redactions", redactions());
  write_pooled(table);
  return table;
}

}  // namespace

Table& describe_contract(const RegisterLists& lists, ContractIndex index, Arena& arena) {
  return ContractDescription(lists, index, arena).write();
}

}  // namespace framewright
