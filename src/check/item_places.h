#pragma once

#include <map>
#include <vector>

#include "model/model.h"

namespace framewright {

// Tells which item a place in a file belongs to.
class ItemPlaces {
public:
  explicit ItemPlaces(const Model& model);
  // The item that the place stands in, the innermost one; no_item outside of all.
  ItemId at(Span where) const;

private:
  struct Mark {
    std::uint32_t begin;
    ItemId item;
  };
  void add(Span where, ItemId item);

  std::map<FileId, std::vector<Mark>> marks_;  // sorted; an item goes on until the next mark
};

}  // namespace framewright
