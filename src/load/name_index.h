#pragma once

#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/index_table.h"
#include "load/near_names.h"
#include "load/sources.h"
#include "load/unreadable_words.h"
#include "model/config.h"
#include "model/model.h"

namespace framewright {

// Finds items by what authors call them: id, path, title, other name, plural, abbreviation. Built once; read by many
// threads.
class NameIndex {
public:
  NameIndex(const Model& model, const std::vector<UnreadableFile>& unreadable);

  // What a reference in text leads to. An exact id goes before names; an id that two types have, or a name that two
  // items have, is a finding that lists each. no_item after a finding, or when it may stand in a file that could not
  // be read: that is the one mistake.
  ItemId find(std::string_view written, Span where, Diagnostics& diagnostics) const;

  // What a link of front matter leads to: an id of the types that it may have, or `type:id`.
  ItemId find_link(const LinkDef& link, std::string_view written, Span where, Diagnostics& diagnostics) const;

  // Every item of this exact id, in reading order.
  std::vector<ItemId> with_id(std::string_view id) const;
  // Every item of this name, or of another form of it, in reading order.
  std::vector<ItemId> with_name(std::string_view folded) const;

private:
  // `type:id` in its parts; nothing when there is no such type.
  struct Typed {
    TypeId type;
    std::string_view id;
    ItemId item;  // no_item when the type has none of this id
  };
  std::optional<Typed> typed(std::string_view written) const;
  void report_ambiguous(std::string_view written, const std::vector<ItemId>& found, Span where,
                        Diagnostics& diagnostics) const;
  enum class Names { allowed, refused };  // whether a name would do as well as an id
  void report_unresolved(std::string_view written, const std::vector<TypeId>& types, Names names, Span where,
                         Diagnostics& diagnostics) const;
  std::string describe(ItemId item) const;

  const Model& model_;
  UnreadableWords unreadable_;
  IndexTable first_of_id_;
  std::vector<ItemId> next_of_id_;  // by item: the next one of its id
  // The forms of all names by their hashes; made when the first name is looked for, as a register of many rows may be
  // linked by ids alone.
  using NameHash = std::pair<std::size_t, ItemId>;
  const std::vector<NameHash>& names() const;
  mutable std::once_flag names_made_;
  mutable std::vector<NameHash> names_;  // sorted
  // The ids of a type, or of all items, put in order when the first is looked for that there is not.
  struct Near {
    std::once_flag made;
    NearNames ids;
  };
  const NearNames& near(std::optional<TypeId> type) const;
  mutable std::deque<Near> near_;  // by type, and after these of all items
};

// Other forms of a name in English: "pooled budget" and "pooled budgets", folded. The name itself is the first.
std::vector<std::string> name_forms(std::string_view folded);

}  // namespace framewright
