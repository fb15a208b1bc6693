#include "model/values.h"

#include <algorithm>

namespace framewright {

namespace {

struct AsValue {
  Value operator()(const std::string& text) const { return text; }
  Value operator()(std::int64_t number) const { return number; }
  Value operator()(Money money) const { return money; }
  Value operator()(Date date) const { return date; }
  Value operator()(bool boolean) const { return boolean; }
  Value operator()(const TextRef& text) const { return text.plain; }
};

}  // namespace

Value ItemList::at(std::size_t index) const { return (*values_)[items_[index]]; }

Value LinkGroup::member(std::string_view name) const {
  if (name == "items") return items_;
  if (name == "reads") return back_ ? def_->reads_back : def_->reads;
  if (name == "name") return def_->name;
  return {};
}

std::span<const LinkGroup> ModelValues::Groups::of(ItemId item) const {
  return std::span(groups).subspan(starts[item], starts[item + 1] - starts[item]);
}

ModelValues::ModelValues(const Model& model) : model_(model) {
  const std::size_t count = model.items.size();
  items_.reserve(count);
  nested_.reserve(count);
  field_lists_.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    const auto id = static_cast<ItemId>(i);
    items_.emplace_back(*this, id);
    const auto nested = model.nested_in(id);
    nested_.emplace_back(*this, std::vector<ItemId>(nested.begin(), nested.end()));
    for (const FieldValue& field : model.items[i].fields)
      if (const auto* list = std::get_if<std::vector<ListElement>>(&field.value)) {
        Array array;
        for (const ListElement& element : *list) array.add(std::visit(AsValue{}, element.value));
        field_lists_[i].emplace_back(field.field, std::move(array));
      }
  }
  make_texts();
  group_links();
  group_back_links();
  link_lists_.reserve(count);
  back_lists_.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    link_lists_.emplace_back(links_.of(static_cast<ItemId>(i)));
    back_lists_.emplace_back(back_links_.of(static_cast<ItemId>(i)));
  }
}

void ModelValues::make_texts() {
  for (std::size_t i = 0; i < model_.items.size(); ++i) {
    const auto id = static_cast<ItemId>(i);
    names_.push_back(model_.name(id));
    reads_.push_back(model_.reads(id));
    const Item& item = model_.items[i];
    addresses_.push_back(item.anchor.empty() ? item.address : item.address + "#" + item.anchor);
  }
}

void ModelValues::group_links() {
  links_.starts.push_back(0);
  for (std::size_t i = 0; i < model_.items.size(); ++i) {
    const auto id = static_cast<ItemId>(i);
    const std::span<const Link> links = model_.links_from(id);
    for (const LinkId link : model_.type(model_.items[i]).links) {
      std::vector<ItemId> to;
      for (const Link& stated : links)
        if (stated.link == link) to.push_back(stated.to);
      if (!to.empty()) links_.groups.emplace_back(model_.schema->links[link], false, ItemList(*this, std::move(to)));
    }
    links_.starts.push_back(static_cast<std::uint32_t>(links_.groups.size()));
  }
}

void ModelValues::group_back_links() {
  back_links_.starts.push_back(0);
  for (std::size_t i = 0; i < model_.items.size(); ++i) {
    std::vector<std::pair<LinkId, ItemId>> from;
    for (const std::uint32_t index : model_.links_to(static_cast<ItemId>(i)))
      from.emplace_back(model_.links[index].link, model_.links[index].from);
    std::stable_sort(from.begin(), from.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t at = 0; at < from.size();) {
      std::vector<ItemId> group;
      const LinkId link = from[at].first;
      for (; at < from.size() && from[at].first == link; ++at) group.push_back(from[at].second);
      back_links_.groups.emplace_back(model_.schema->links[link], true, ItemList(*this, std::move(group)));
    }
    back_links_.starts.push_back(static_cast<std::uint32_t>(back_links_.groups.size()));
  }
}

const TypeDef& ItemValue::type() const {
  const Model& model = values_->model();
  return model.type(model.items[item_]);
}

std::string_view ItemValue::key() const { return values_->model().items[item_].id; }

std::vector<std::string_view> ItemValue::names() const {
  const Model& model = values_->model();
  std::vector<std::string_view> names = model.schema->names(model.type(model.items[item_]));
  for (const std::string_view own : {"name", "reads", "number", "type", "label", "address", "anchor", "path", "parent",
                                     "nested", "links", "back_links"})
    names.push_back(own);
  return names;
}

Value ItemValue::member(std::string_view name) const {
  const Model& model = values_->model();
  const Item& item = model.items[item_];
  const TypeDef& type = model.type(item);
  if (const std::size_t index = type.field_index(name); index < type.fields.size()) {
    if (name == "id") return item.id;
    if (name == "title") return item.title.empty() ? Value(Empty{}) : Value(item.title);
    for (const auto& [field, array] : values_->field_lists_[item_])
      if (field == index) return array;
    const FieldValue* value = item.field(type, name);
    const Scalar* scalar = value == nullptr ? nullptr : std::get_if<Scalar>(&value->value);
    return scalar == nullptr ? Value(Empty{}) : std::visit(AsValue{}, *scalar);
  }
  if (const LinkDef* def = model.schema->link(type, name)) {
    for (const LinkGroup& group : values_->links_.of(item_))
      if (&group.def() == def) return def->one() ? group.items().at(0) : Value(group.items());
    return Empty{};
  }
  if (const NestDef* nest = type.nest(name)) {
    for (const LinkGroup& group : values_->back_links_.of(item_))
      if (&group.def() == &model.schema->links[nest->link]) return group.items();
    return Empty{};
  }
  if (name == "name") return values_->names_[item_];
  if (name == "reads") return values_->reads_[item_];
  if (name == "number") return item.number.empty() ? Value(Empty{}) : Value(item.number);
  if (name == "type") return type.name;
  if (name == "label") return type.label;
  if (name == "address") return values_->addresses_[item_];
  if (name == "anchor") return item.anchor;
  if (name == "path") return item.path;
  if (name == "parent") return item.parent == no_item ? Value(Empty{}) : Value((*values_)[item.parent]);
  if (name == "nested") return values_->nested_[item_];
  if (name == "links") return values_->link_lists_[item_];
  if (name == "back_links") return values_->back_lists_[item_];
  if (const auto other = model.schema->find(name)) return *other == item.type;
  return {};
}

}  // namespace framewright
