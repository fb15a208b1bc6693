#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "model/model.h"
#include "template/value.h"

namespace framewright {

class ModelValues;

// Items as a list of the expression language, borrowed from an array of ids.
class ItemList final : public List {
public:
  ItemList(const ModelValues& values, std::vector<ItemId> items) : values_(&values), items_(std::move(items)) {}
  std::size_t size() const override { return items_.size(); }
  Value at(std::size_t index) const override;
  std::span<const ItemId> items() const { return items_; }

private:
  const ModelValues* values_;
  std::vector<ItemId> items_;
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

private:
  const ModelValues* values_;
  ItemId item_;
};

// Every item of a model as a value, with its lists made once, so that pages rendered on many threads only borrow.
class ModelValues {
public:
  explicit ModelValues(const Model& model);
  ModelValues(const ModelValues&) = delete;
  ModelValues& operator=(const ModelValues&) = delete;

  const Model& model() const { return model_; }
  const ItemValue& operator[](ItemId item) const { return items_[item]; }

private:
  friend class ItemValue;
  struct Groups {
    std::vector<LinkGroup> groups;
    std::vector<std::uint32_t> starts;
    std::span<const LinkGroup> of(ItemId item) const;
  };
  void group_links();
  void group_back_links();
  void make_texts();

  const Model& model_;
  std::vector<ItemValue> items_;
  Groups links_, back_links_;
  std::vector<GroupList> link_lists_, back_lists_;
  std::vector<ItemList> nested_;
  std::vector<std::string> names_, reads_, addresses_;
  // Lists of fields, as values: item and field to an Array.
  std::vector<std::vector<std::pair<std::uint16_t, Array>>> field_lists_;
};

}  // namespace framewright
