#include "check/contract_view.h"

#include <algorithm>
#include <limits>

#include "base/text.h"
#include "check/wording.h"

namespace framewright {

namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(ContractField::count)> field_names{"status",
                                                                                                   "department",
                                                                                                   "buyer",
                                                                                                   "value_net",
                                                                                                   "annual_value",
                                                                                                   "vat_irrecoverable",
                                                                                                   "original_value",
                                                                                                   "awarded",
                                                                                                   "start",
                                                                                                   "end",
                                                                                                   "review",
                                                                                                   "base_end",
                                                                                                   "max_end",
                                                                                                   "extensions",
                                                                                                   "open_ended",
                                                                                                   "notice_period",
                                                                                                   "procedure",
                                                                                                   "justification",
                                                                                                   "sme",
                                                                                                   "vcse",
                                                                                                   "cpv",
                                                                                                   "light_touch",
                                                                                                   "bids_received"};
constexpr std::array<std::string_view, static_cast<std::size_t>(ContractLink::count)> link_names{
    "supplier", "for", "strategy", "standards", "decision", "predecessor", "successor"};

constexpr LinkId no_link = std::numeric_limits<LinkId>::max();
constexpr std::string_view works_division = "45";
constexpr std::array<std::int64_t, 3> placeholder_pence{1, 100, 9999999900};

}  // namespace

const FieldValue* ContractView::field(ContractField name) const {
  const std::size_t index = places_.fields[static_cast<std::size_t>(name)];
  for (const FieldValue& value : item_.fields)
    if (value.field == index) return &value;
  return nullptr;
}

bool ContractView::flag(ContractField name) const {
  const bool* flag = scalar<bool>(name);
  return flag != nullptr && *flag;
}

bool ContractView::is(ContractField name, std::string_view choice) const {
  const std::string* given = text(name);
  return given != nullptr && *given == choice;
}

bool ContractView::lacks(ContractField name) const {
  if (item_.incomplete || was_refused(name)) return false;
  const std::string* words = text(name);
  return field(name) == nullptr || (words != nullptr && trim(*words).empty());
}

bool ContractView::was_refused(ContractField name) const {
  const std::size_t index = places_.fields[static_cast<std::size_t>(name)];
  return std::find(item_.refused.begin(), item_.refused.end(), index) != item_.refused.end();
}

Span ContractView::where(ContractField name) const {
  const FieldValue* value = field(name);
  return value == nullptr ? place_of(item_) : value->where;
}

std::vector<const Link*> ContractView::links(ContractLink name) const {
  std::vector<const Link*> found;
  for (const Link& link : model_.links_from(id_))
    if (link.link == places_.links[static_cast<std::size_t>(name)]) found.push_back(&link);
  return found;
}

bool ContractView::has(ContractLink name) const {
  const auto all = model_.links_from(id_);
  return std::any_of(all.begin(), all.end(),
                     [&](const Link& link) { return link.link == places_.links[static_cast<std::size_t>(name)]; });
}

const Money* ContractView::sound_money(ContractField name) const {
  const Money* amount = money(name);
  return amount == nullptr || amount->pence <= 0 || is_placeholder(*amount) ? nullptr : amount;
}

const Money* ContractView::worth() const { return sound_money(worth_field()); }

ContractField ContractView::worth_field() const {
  const bool whole = field(ContractField::value_net) != nullptr;
  return whole ? ContractField::value_net : ContractField::annual_value;
}

std::optional<Money> ContractView::value_with_vat() const {
  const Money* net = sound_money(ContractField::value_net);
  const Money* vat = money(ContractField::vat_irrecoverable);
  if (net == nullptr) return std::nullopt;
  Money sum = *net;
  if (vat != nullptr && vat->pence > 0 && __builtin_add_overflow(net->pence, vat->pence, &sum.pence))
    sum.pence = std::numeric_limits<std::int64_t>::max();
  return sum;
}

const Date* ContractView::begun() const {
  const Date* awarded = date(ContractField::awarded);
  return awarded != nullptr ? awarded : date(ContractField::start);
}

bool ContractView::is_works() const {
  const FieldValue* codes = field(ContractField::cpv);
  const auto* list = codes == nullptr ? nullptr : std::get_if<std::vector<ListElement>>(&codes->value);
  return list != nullptr && std::any_of(list->begin(), list->end(), [](const ListElement& code) {
           const auto* text = std::get_if<std::string>(&code.value);
           return text != nullptr && text->starts_with(works_division);
         });
}

bool is_placeholder(Money amount) {
  return std::find(placeholder_pence.begin(), placeholder_pence.end(), amount.pence) != placeholder_pence.end();
}

ContractViews::ContractViews(const Model& model) : model_(model), ids_(items_named(model, "contract")) {
  if (ids_.empty()) return;
  const TypeDef& type = model.type(model.items[ids_.front()]);
  for (std::size_t i = 0; i < field_names.size(); ++i) places_.fields[i] = type.field_index(field_names[i]);
  for (std::size_t i = 0; i < link_names.size(); ++i) {
    LinkId id = no_link;
    places_.links[i] = model.schema->link(type, link_names[i], &id) == nullptr ? no_link : id;
  }
}

std::span<const ItemId> items_named(const Model& model, std::string_view type) {
  const auto id = model.schema->find(type);
  return id ? model.of_type(*id) : std::span<const ItemId>();
}

}  // namespace framewright
