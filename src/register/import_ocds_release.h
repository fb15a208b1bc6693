#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "port/json.h"
#include "register/import_ocds_suppliers.h"
#include "register/imported_register.h"

namespace framewright {

// Inner part of register/import_ocds: reads what a release says of one contract.
class OcdsReleaseReader {
public:
  // `own_name` is who buys when a contract names nobody; `day` is the one on which the package was published.
  OcdsReleaseReader(std::string own_name, Date day, OcdsSuppliers& suppliers, ImportReport& report)
      : own_name_(std::move(own_name)), day_(day), suppliers_(suppliers), report_(report) {}

  // Reads into an item that has its id and its place. `first_award` is the earliest release with an award, or null.
  void read(const JsonValue& release, const JsonValue* first_award, ImportedItem& item);

private:
  using Texts = std::vector<std::pair<const char*, std::string>>;  // of one thing, by their paths, the best first

  void left_out(const std::string& what) { report_.note(what, "in " + item_->id); }
  void wrong(const std::string& message);
  void put_text(const std::string& field, const Texts& texts, bool markdown);
  std::string day_of(const std::string& path, const JsonValue& holder, const char* key, bool begin = false);
  void put_money(ImportedFields& fields, const std::string& name, const std::string& path, const JsonValue& value);
  void read_words();
  void read_buyers();
  void read_roles();
  void read_method();
  void read_items();
  void read_values();
  void read_period();
  void read_base_end(const JsonValue* first_award);
  void read_review();
  void read_amendments();
  void read_additions();
  void read_status();
  void read_notices(const JsonValue& holder, const std::string& path);
  void read_shares();
  void read_ratings();
  void read_redactions(const JsonValue& holder, const std::string& path);
  void read_related(const JsonValue& holder, const std::string& path, std::string_view relationship,
                    const std::string& field);
  ImportedFields& add_part(const std::string& nest, const JsonValue& source);

  std::string own_name_;
  Date day_;
  OcdsSuppliers& suppliers_;
  ImportReport& report_;
  std::set<std::pair<std::string, std::string>> part_ids_;  // by nest
  // Of the release that is read.
  const JsonValue *release_ = nullptr, *tender_ = nullptr, *award_ = nullptr, *contract_ = nullptr;
  ImportedItem* item_ = nullptr;
  std::map<std::string, std::size_t> part_counts_;
};

}  // namespace framewright
