#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/diagnostic.h"
#include "base/index_table.h"
#include "model/model.h"
#include "model/site_plan.h"

namespace framewright {

// What stands at each file of the site, so that nothing is published over anything else. It borrows from the model, and
// from the pages that claim files in it.
class AddressClaims {
public:
  AddressClaims(const Model& model, Diagnostics& diagnostics) : model_(model), diagnostics_(diagnostics) {}

  // What is said of a holder in a finding. `help` says how it is given up for another; empty where either of two may
  // move.
  struct Words {
    Span where;
    std::string what;  // "the file content/map.svg"
    std::string help;
  };

  // Takes a file of the output. False, with a finding of the rule route-collision, when it is taken, in whatever
  // capitals, or when it would have to be a file and a folder at once.
  bool claim(std::string file, ItemId item);
  bool claim(std::string file, const PlannedPage& page);
  bool claim(std::string file, Words words);
  // Whether nothing stands at this file in any capitals, in its way, or in a folder of its name.
  bool is_free(std::string_view file) const;
  // Whether something stands at this very file.
  bool has(std::string_view file) const;

private:
  using Holder = std::variant<ItemId, const PlannedPage*, std::unique_ptr<const Words>>;
  struct Claim {
    std::string file;
    Holder holder;
  };
  struct Folder {
    std::uint32_t claim = 0;  // the first of a file below it
    std::uint32_t size = 0;   // of its path, in small letters
  };
  bool take(std::string file, Holder holder);
  bool refuse(const std::string& between, const Words& words, const Words& other);
  Words words_of(const Holder& holder) const;
  std::uint32_t find_file(std::string_view key) const;
  std::uint32_t find_folder(std::string_view key) const;
  auto is_folder(std::string_view key) const;

  const Model& model_;
  Diagnostics& diagnostics_;
  std::vector<Claim> claims_;
  std::vector<Folder> folders_;
  IndexTable by_file_, by_folder_;  // by their names in small letters
};

}  // namespace framewright
