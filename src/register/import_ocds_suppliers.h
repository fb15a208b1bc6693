#pragma once

#include <string>
#include <vector>

#include "port/json.h"
#include "register/imported_register.h"

namespace framewright {

// Inner part of register/import_ocds: the suppliers of the processes of a package, each once.
class OcdsSuppliers {
public:
  OcdsSuppliers(ImportedRegister& into, ImportReport& report) : names_(into, report, true), report_(report) {}

  // To be called for every release before the first is read: ids that parties have are theirs.
  void reserve_ids(const JsonValue& release);
  // Gives the contract the suppliers of an award and what the package says of them.
  void read(const JsonValue& release, const JsonValue& award, ImportedItem& contract);

private:
  struct Answers {
    bool yes = false, open = false;
    void add(bool known, bool truth) {
      yes = yes || (known && truth);
      open = open || !known;
    }
  };
  void read_one(const JsonValue& reference, const JsonValue& party, ImportedItem& contract);
  void read_numbers(const JsonValue& party, ImportedItem& supplier, const std::string& contract);
  void read_details(const JsonValue& party, ImportedItem& supplier, const ImportedItem& contract);
  void answer(ImportedItem& contract, const std::string& field, const Answers& answers) const;

  SupplierNames names_;
  ImportReport& report_;
  Answers sme_, vcse_;  // of the contract that is read
  std::size_t count_ = 0;
};

bool has_role(const JsonValue& party, std::string_view role);

}  // namespace framewright
