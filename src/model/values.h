#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/model.h"
#include "template/value.h"

namespace framewright {

class ModelValues;

// Items as a list of the expression language, borrowed from an array of ids.
class ItemList final : public List {
public:
  ItemList(const ModelValues& values, std::span<const ItemId> items) : values_(&values), items_(items) {}
  std::size_t size() const override { return items_.size(); }
  Value at(std::size_t index) const override;
  std::span<const ItemId> items() const { return items_; }

private:
  const ModelValues* values_;
  std::span<const ItemId> items_;
};

// The values of a field that is a list, borrowed from its item.
class FieldList final : public List {
public:
  explicit FieldList(const std::vector<ListElement>& elements) : elements_(&elements) {}
  std::size_t size() const override { return elements_->size(); }
  Value at(std::size_t index) const override;
  const std::vector<ListElement>& elements() const { return *elements_; }

private:
  const std::vector<ListElement>* elements_;
};

// The items at the other end of one relation of an item: members `name`, `reads` ("is realised by"), `items`.
class LinkGroup final : public Object {
public:
  LinkGroup(const LinkDef& def, bool back, ItemList items) : def_(&def), back_(back), items_(std::move(items)) {}
  Value member(std::string_view name) const override;
  std::vector<std::string_view> names() const override { return {"name", "reads", "items"}; }
  const LinkDef& def() const { return *def_; }
  const ItemList& items() const { return items_; }

private:
  const LinkDef* def_;
  bool back_;
  ItemList items_;
};

class GroupList final : public List {
public:
  explicit GroupList(std::span<const LinkGroup> groups) : groups_(groups) {}
  std::size_t size() const override { return groups_.size(); }
  Value at(std::size_t index) const override { return groups_[index]; }

private:
  std::span<const LinkGroup> groups_;
};

// An item as an object of the expression language: its fields, links and nested items by name, and
//   id, title, name (the title, or "Standard 3" without one), reads (as a reference reads), number, type, label,
//   address (from the site's root, with its anchor), anchor, path, parent, nested, links, back_links, and the name of
//   each type: whether it is one.
// A member that the type declares and the item lacks is empty; any other is undefined. A field with markup is its
// words.
class ItemValue final : public Object {
public:
  ItemValue(const ModelValues& values, ItemId item) : values_(&values), item_(item) {}
  Value member(std::string_view name) const override;
  std::string_view key() const override;
  std::vector<std::string_view> names() const override;
  ItemId item() const { return item_; }
  const TypeDef& type() const;
  const LinkDef* link(std::string_view name) const;  // that its type declares; null for none

private:
  const ModelValues* values_;
  ItemId item_;
};

// Every item of a model as a value, with its lists made once, so that pages rendered on many threads only borrow. What
// a value has in the model already is borrowed from there: a register has some hundred thousand items.
class ModelValues {
public:
  explicit ModelValues(const Model& model);
  ModelValues(const ModelValues&) = delete;
  ModelValues& operator=(const ModelValues&) = delete;

  const Model& model() const { return model_; }
  const ItemValue& operator[](ItemId item) const { return items_[item]; }

private:
  friend class ItemValue;
  // The groups of all items, one item after another, and the items at their other ends.
  struct Groups {
    std::vector<ItemId> ends;
    std::vector<LinkGroup> groups;
    std::vector<std::uint32_t> starts;
    std::vector<GroupList> lists;
    std::span<const LinkGroup> of(ItemId item) const;
  };
  // A text that stands in no field of its item.
  using Texts = std::unordered_map<ItemId, std::string>;

  void group_links();
  void group_back_links();
  static void make_lists(Groups& groups, std::size_t items);
  void make_texts();
  void make_field_lists();
  const FieldList* field_list(ItemId item, const std::vector<ListElement>& elements) const;
  static const std::string& text(const Texts& made, ItemId item, const std::string& otherwise);

  const Model& model_;
  std::vector<ItemValue> items_;
  Groups links_, back_links_;
  std::unordered_map<ItemId, ItemList> nested_;  // of items that have any
  ItemList nothing_nested_;
  Texts names_, reads_, addresses_;
  std::vector<FieldList> field_lists_;  // in the order of items and their fields
  std::vector<std::uint32_t> field_list_starts_;
};

}  // namespace framewright
