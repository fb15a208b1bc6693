#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "load/name_index.h"
#include "load/term_linker.h"
#include "model/config.h"
#include "model/model.h"
#include "model/values.h"
#include "template/filter.h"

namespace framewright {

// Reads pages anew of which nothing but their words changed, in a model that is whole otherwise. What reading needs to
// know of all items is made once, and holds as long as the items are the same ones.
class BodyReader {
public:
  // All are borrowed; `values` is that of `model`. Every file of the model could be read.
  BodyReader(Model& model, const ModelValues& values, const Config& config,
             const std::vector<std::string>& own_directives, const Filters& filters);

  // Puts `text` in the place of the file of a page. False, and the model as it was, where more hangs on the file than
  // the words of the page: its front matter is another, or its title, the numbers of paragraphs or texts within texts
  // may be, or no words are left.
  bool read(ItemId page, std::string text, Diagnostics& diagnostics);

private:
  bool may_read(const Item& page) const;
  // `before` is what `text` stands for, and `text` is the model's.
  bool fill(Text& text, const Text& before, const Item& page, Diagnostics& diagnostics) const;

  Model& model_;
  const ModelValues& values_;
  const Config& config_;
  const std::vector<std::string>& own_directives_;
  const Filters& filters_;
  NameIndex names_;
  TermLinker terms_;
};

}  // namespace framewright
