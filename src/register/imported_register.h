#pragma once

#include <array>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/source.h"
#include "model/config.h"
#include "model/schema.h"
#include "register/import_report.h"

namespace framewright {

// Fields and links by their names; values in the form of data files: 1234.50, 2027-03-31, true.
using ImportedFields = std::map<std::string, std::vector<std::string>, std::less<>>;

// A notice, a rating, a share or a redaction of a contract.
struct ImportedPart {
  std::string nest;
  ImportedFields fields;
};

struct ImportedItem {
  std::string id;
  ImportedFields fields;
  std::vector<ImportedPart> parts;
  Span where;
};

// What was read of a register, before it is written in the form of a site.
struct ImportedRegister {
  std::vector<ImportedItem> contracts, suppliers, grants;
};

struct ImportedFile {
  std::string path;  // below the folder of the register
  std::string text;
};

// The paths of all files that an import may write.
inline constexpr std::array<std::string_view, 6> imported_file_names{
    "contracts.csv", "details.toml", "suppliers.csv", "suppliers/details.toml", "grants.csv", "grants/details.toml"};

// Notes which fields and links every contract needs and were not read of all of them.
void note_what_is_missing(const ImportedRegister& read, const Schema& schema, ImportReport& report);

// The files of the register's own form below a folder: contracts.csv, suppliers.csv and grants.csv when there are any,
// and TOML files for what a row cannot hold: parts, and values that would not come back from a cell as they are.
// Headings, separators and dates are those by which the site reads files of these names in `folder`, a path below the
// site.
std::vector<ImportedFile> imported_files(const ImportedRegister& read, const Config& config, std::string_view folder);

// The text as Markdown that reads as it stands. `typographic`: quotation marks and dots are kept from becoming others.
std::string markdown_of(std::string_view text, bool typographic);

// Makes suppliers of names, with ids made of the names.
class SupplierNames {
public:
  // `exact`: quotation marks in names stay as they are.
  SupplierNames(ImportedRegister& into, ImportReport& report, bool exact)
      : into_(into), report_(report), exact_(exact) {}
  // Keeps an id from suppliers whose ids are made of their names.
  void reserve(std::string_view id) { reserved_.emplace(id); }
  // The supplier of this name and number; a new one gets the id `wanted`, when it is one and is free, else one made of
  // the name. One reference stands until the next call.
  ImportedItem& named(const std::string& name, std::string_view number = {}, std::string_view wanted = {});
  ImportedItem& by_id(std::string_view id) { return into_.suppliers[ids_.find(id)->second]; }
  // Gives a supplier a number; one that differs from the number it has is reported.
  void set(ImportedItem& supplier, const std::string& field, const std::string& value);

private:
  std::string free_id(const std::string& name, std::string_view wanted);

  ImportedRegister& into_;
  ImportReport& report_;
  bool exact_;
  std::map<std::pair<std::string, std::string>, std::size_t, std::less<>> known_;  // by name and number
  std::map<std::string, std::string, std::less<>> folded_;
  std::map<std::string, std::size_t, std::less<>> ids_;
  std::map<std::string, std::size_t, std::less<>> last_number_;  // that was put behind an id
  std::set<std::string, std::less<>> reserved_;
};

// Whether it can be the id of an item as it stands: letters, digits, - and _.
bool is_plain_id(std::string_view id);

}  // namespace framewright
