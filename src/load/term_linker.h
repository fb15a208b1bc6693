#pragma once

#include <vector>

#include "base/term_matcher.h"
#include "model/model.h"

namespace framewright {

// Finds the names of glossary entries in prose, in time linear in the text. Built once; used by many threads.
class TermLinker {
public:
  // `linked` is whether any use may become a link.
  TermLinker(const Model& model, bool linked);
  bool empty() const { return names_.empty(); }
  // Fills `text.terms` with every use; those that may become links are marked.
  void find_terms(Text& text) const;

private:
  struct Name {
    ItemId term = no_item;
    bool abbreviation = false;
  };
  std::vector<Name> names_;
  bool linked_;
  TermMatcher matcher_;
};

}  // namespace framewright
