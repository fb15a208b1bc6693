#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/origin.h"
#include "model/values.h"
#include "port/toml.h"
#include "template/expression.h"
#include "template/filter.h"
#include "template/static_type.h"

namespace framewright {

// What names mean in a `select` or `require`: the fields and links of a type, or of any type when none is known.
class ItemTypes final : public TypeScope {
public:
  ItemTypes(const Model& model, std::optional<TypeId> type) : model_(model), type_(type) {}
  std::optional<StaticType> name(std::string_view name) const override;
  std::optional<StaticType> member(std::string_view object, std::string_view name) const override;
  std::vector<std::string_view> names() const override;
  std::vector<std::string_view> members(std::string_view object) const override;
  bool has_key(std::string_view object, std::string_view key) const override;
  std::vector<std::string_view> keys(std::string_view object) const override;

private:
  std::optional<StaticType> member_of_type(const TypeDef& type, std::string_view name) const;

  const Model& model_;
  std::optional<TypeId> type_;
};

// A compiled `select`. When it can be true of the items of one type alone, only those are looked at.
struct Selection {
  Expression expression;
  std::optional<TypeId> type;
};

// Parses and checks a condition on items; nothing after a finding of the rule bad-expression.
std::optional<Selection> compile_selection(std::string_view text, const Origin& origin, const Model& model,
                                           const Filters& filters, Diagnostics& diagnostics);

// A further condition on the items of a selection, such as the `require` of a rule.
std::optional<Expression> compile_condition(std::string_view text, const Origin& origin, const Selection& selection,
                                            const Model& model, const Filters& filters, Diagnostics& diagnostics);

// Whether the condition is true of an item.
bool holds(const Expression& condition, std::optional<TypeId> type, ItemId item, const ModelValues& values,
           const Filters& filters, Diagnostics& diagnostics);

// The items that a selection is true of, in reading order.
std::vector<ItemId> select_items(const Selection& selection, const ModelValues& values, const Filters& filters,
                                 Diagnostics& diagnostics);

// The same without the introductions of indexes, as directives show them.
std::vector<ItemId> select_for_list(const Selection& selection, const ModelValues& values, const Filters& filters,
                                    Diagnostics& diagnostics);

// The option `limit` of a directive; nothing where it is not given, or is no number above 0.
std::optional<std::size_t> limit_of(const TomlValue& options);

// Puts selected items in the order of the option `sort` of a directive, and keeps as many as its `limit` says; drafts
// do not count, as a site is published without them.
void sort_and_limit(std::vector<ItemId>& items, const TomlValue& options, const ModelValues& values);

}  // namespace framewright
