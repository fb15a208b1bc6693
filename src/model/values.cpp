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
  Value operator()(const TextRef& text) const { return *text.plain; }
};

}  // namespace

Value ItemList::at(std::size_t index) const { return (*values_)[items_[index]]; }

Value FieldList::at(std::size_t index) const { return std::visit(AsValue{}, (*elements_)[index].value); }

Value LinkGroup::member(std::string_view name) const {
  if (name == "items") return items_;
  if (name == "reads") return back_ ? def_->reads_back : def_->reads;
  if (name == "name") return def_->name;
  return {};
}

std::span<const LinkGroup> ModelValues::Groups::of(ItemId item) const {
  return std::span(groups).subspan(starts[item], starts[item + 1] - starts[item]);
}

ModelValues::ModelValues(const Model& model) : model_(model), nothing_nested_(*this, {}) {
  const std::size_t count = model.items.size();
  items_.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const auto id = static_cast<ItemId>(i);
    items_.emplace_back(*this, id);
    if (const auto nested = model.nested_in(id); !nested.empty()) nested_.try_emplace(id, *this, nested);
  }
  make_field_lists();
  make_texts();
  group_links();
  group_back_links();
}

void ModelValues::make_field_lists() {
  field_list_starts_.reserve(model_.items.size() + 1);
  field_list_starts_.push_back(0);
  for (const Item& item : model_.items) {
    for (const FieldValue& field : item.fields)
      if (const auto* list = std::get_if<std::vector<ListElement>>(&field.value)) field_lists_.emplace_back(*list);
    field_list_starts_.push_back(static_cast<std::uint32_t>(field_lists_.size()));
  }
  field_lists_.shrink_to_fit();
}

const FieldList* ModelValues::field_list(ItemId item, const std::vector<ListElement>& elements) const {
  for (std::size_t i = field_list_starts_[item]; i < field_list_starts_[item + 1]; ++i)
    if (&field_lists_[i].elements() == &elements) return &field_lists_[i];
  return nullptr;
}

void ModelValues::make_texts() {
  for (std::size_t i = 0; i < model_.items.size(); ++i) {
    const auto id = static_cast<ItemId>(i);
    const Item& item = model_.items[i];
    if (item.title.empty()) names_.emplace(id, model_.name(id));
    if (!model_.type(item).reads.empty()) reads_.emplace(id, model_.reads(id));
    if (!item.anchor.empty()) addresses_.emplace(id, item.address + "#" + item.anchor);
  }
}

const std::string& ModelValues::text(const Texts& made, ItemId item, const std::string& otherwise) {
  const auto found = made.find(item);
  return found == made.end() ? otherwise : found->second;
}

void ModelValues::group_links() {
  // One for each link, so that the groups may borrow from it while it grows.
  links_.ends.reserve(model_.links.size());
  links_.starts.reserve(model_.items.size() + 1);
  links_.starts.push_back(0);
  for (std::size_t i = 0; i < model_.items.size(); ++i) {
    const std::span<const Link> links = model_.links_from(static_cast<ItemId>(i));
    for (const LinkId link : model_.type(model_.items[i]).links) {
      const std::size_t begin = links_.ends.size();
      for (const Link& stated : links)
        if (stated.link == link) links_.ends.push_back(stated.to);
      const auto to = std::span<const ItemId>(links_.ends).subspan(begin);
      if (!to.empty()) links_.groups.emplace_back(model_.schema->links[link], false, ItemList(*this, to));
    }
    links_.starts.push_back(static_cast<std::uint32_t>(links_.groups.size()));
  }
  make_lists(links_, model_.items.size());
}

void ModelValues::group_back_links() {
  back_links_.ends.reserve(model_.links.size());
  back_links_.starts.reserve(model_.items.size() + 1);
  back_links_.starts.push_back(0);
  std::vector<std::pair<LinkId, ItemId>> from;
  for (std::size_t i = 0; i < model_.items.size(); ++i) {
    from.clear();
    for (const std::uint32_t index : model_.links_to(static_cast<ItemId>(i)))
      from.emplace_back(model_.links[index].link, model_.links[index].from);
    std::stable_sort(from.begin(), from.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t at = 0; at < from.size();) {
      const std::size_t begin = back_links_.ends.size();
      const LinkId link = from[at].first;
      for (; at < from.size() && from[at].first == link; ++at) back_links_.ends.push_back(from[at].second);
      const auto group = std::span<const ItemId>(back_links_.ends).subspan(begin);
      back_links_.groups.emplace_back(model_.schema->links[link], true, ItemList(*this, group));
    }
    back_links_.starts.push_back(static_cast<std::uint32_t>(back_links_.groups.size()));
  }
  make_lists(back_links_, model_.items.size());
}

void ModelValues::make_lists(Groups& groups, std::size_t items) {
  groups.groups.shrink_to_fit();
  groups.lists.reserve(items);
  for (std::size_t i = 0; i < items; ++i) groups.lists.emplace_back(groups.of(static_cast<ItemId>(i)));
}

const TypeDef& ItemValue::type() const {
  const Model& model = values_->model();
  return model.type(model.items[item_]);
}

const LinkDef* ItemValue::link(std::string_view name) const { return values_->model().schema->link(type(), name); }

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
    const FieldValue* value = item.field(index);
    if (value == nullptr)
      return name == "language" && item.untranslated ? Value(model.original_language) : Value(Empty{});
    if (const auto* elements = std::get_if<std::vector<ListElement>>(&value->value))
      return *values_->field_list(item_, *elements);
    return std::visit(AsValue{}, std::get<Scalar>(value->value));
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
  if (name == "name") return ModelValues::text(values_->names_, item_, item.title);
  if (name == "reads")
    return ModelValues::text(values_->reads_, item_, ModelValues::text(values_->names_, item_, item.title));
  if (name == "number") return item.number.empty() ? Value(Empty{}) : Value(item.number);
  if (name == "type") return type.name;
  if (name == "label") return type.label;
  if (name == "address") return ModelValues::text(values_->addresses_, item_, item.address);
  if (name == "anchor") return item.anchor;
  if (name == "path") return item.path;
  if (name == "parent") return item.parent == no_item ? Value(Empty{}) : Value((*values_)[item.parent]);
  if (name == "nested") {
    const auto nested = values_->nested_.find(item_);
    return nested == values_->nested_.end() ? values_->nothing_nested_ : nested->second;
  }
  if (name == "links") return values_->links_.lists[item_];
  if (name == "back_links") return values_->back_links_.lists[item_];
  if (const auto other = model.schema->find(name)) return *other == item.type;
  return {};
}

}  // namespace framewright
