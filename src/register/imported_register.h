#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
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
  std::vector<ImportedItem> contracts, suppliers;
};

struct ImportedFile {
  std::string path;  // below the folder of the register
  std::string text;
};

// The files of the register's own form: contracts.csv, suppliers.csv when there are suppliers, and TOML files for what
// a row cannot hold: parts, and values that would not come back from a cell as they are.
std::vector<ImportedFile> imported_files(const ImportedRegister& read, const Schema& schema);

// The text as Markdown that reads as it stands. `typographic`: quotation marks and dots are kept from becoming others.
std::string markdown_of(std::string_view text, bool typographic);

// Makes suppliers of names, each name once, with ids made of the names.
class SupplierNames {
public:
  SupplierNames(ImportedRegister& into, ImportReport& report) : into_(into), report_(report) {}
  // The supplier of this name; a new one gets the id `wanted`, when it is one and is free, else one made of the name.
  ImportedItem& named(const std::string& name, std::string_view wanted = {});
  // Gives a supplier a number; one that differs from the number it has is reported.
  void set(ImportedItem& supplier, const std::string& field, const std::string& value);

private:
  ImportedRegister& into_;
  ImportReport& report_;
  std::map<std::string, std::size_t, std::less<>> by_name_;
  std::map<std::string, std::string, std::less<>> folded_;
  std::set<std::string, std::less<>> ids_;
};

}  // namespace framewright
