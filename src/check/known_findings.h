#pragma once

#include <set>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "model/model.h"

namespace framewright {

// What loading found, so that one mistake does not give a second finding.
class KnownFindings {
public:
  KnownFindings(const Diagnostics& diagnostics, const Model& model);

  // Some file, directive or reference could not be read, so that whatever seems to be missing may stand there.
  bool anything_unreadable() const { return anything_unreadable_; }
  // The same for items of one type.
  bool is_unreadable(TypeId type) const { return unreadable_types_.contains(type); }
  // A link or reference in the file of the item leads nowhere.
  bool has_unresolved(const Item& item) const { return unresolved_in_.contains(item.file); }
  // A reference leads nowhere that was probably meant for this id.
  bool was_meant(const std::string& id) const { return meant_.contains(id); }

private:
  void add(const Diagnostic& diagnostic, const Model& model);

  bool anything_unreadable_ = false;
  std::set<TypeId> unreadable_types_;
  std::set<FileId> unresolved_in_;
  std::set<std::string, std::less<>> meant_;
};

}  // namespace framewright
