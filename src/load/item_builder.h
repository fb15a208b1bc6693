#pragma once

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/origin.h"
#include "load/field_reader.h"
#include "load/sources.h"
#include "model/config.h"
#include "model/model.h"

namespace framewright {

// A relation as written, before its ids are looked up.
struct WrittenLink {
  ItemId from = no_item;
  LinkId link = 0;
  std::vector<ListedText> ids;
  bool refused = false;  // its value is none: a finding says so, and how many it names is not known
};

// A Markdown text that is still to be parsed. `field` is an index in TypeDef::fields.
struct WrittenText {
  enum class Use : std::uint8_t { body, title, field } use = Use::body;
  ItemId item = no_item;
  std::size_t field = 0;
  std::string text;
  Origin origin;
};

// Makes items of what was read: checks every key and value against the type, and sets aside the links and texts.
class ItemBuilder {
public:
  ItemBuilder(const Config& config, Model& model, Diagnostics& diagnostics)
      : config_(config), model_(model), diagnostics_(diagnostics) {}

  // Uses the items up; they go as they are built.
  void build(Sources& sources);

  std::vector<WrittenLink> links;
  std::vector<WrittenText> texts;

private:
  ItemId add(RawItem& raw, ItemId parent);
  void add_nested(ItemId parent, const NestDef& nest, TomlValue& value);
  void read_entry(ItemId id, RawItem& raw, TomlEntry& entry, const SourceSettings& settings);
  void read_text_key(ItemId id, TomlEntry& entry);
  void read_special(Item& item, const FieldDef& def, const FieldValue& value);
  void settle_title(ItemId id, const RawItem& raw);
  void take_heading_as_title(Item& item);
  void report_unknown(ItemId id, const RawItem& raw, const TomlEntry& entry);
  // Whether an unknown key of the item being read is near to the field, so that its lack is no second finding.
  bool was_meant(std::string_view field) const;
  void remember_meant(ItemId id, const TypeDef& type, const std::string& near);
  void allow_withheld(ItemId id, const RawItem& raw);
  void report_missing(const Item& item, const RawItem& raw);
  void report_missing_title(const Item& item, const RawItem& raw);
  // Whether the file of an item has no column for a field, which is reported once.
  bool reports_column(const Item& item, const FieldDef& def);
  std::string heading_of(const TomlEntry& column) const;
  void report_missing_field(const Item& item, const RawItem& raw, const FieldDef& def);
  bool is_new_id(const RawItem& raw);
  void read_waivers(const TomlValue& value);

  const Config& config_;
  Model& model_;
  Diagnostics& diagnostics_;
  std::vector<FieldValue> fields_;  // of the item at hand, so that it gets a list of the right length
  std::unordered_map<FileId, const CsvHeader*> headers_;
  std::unordered_map<std::string, Span> nested_ids_;                       // "type:id" of nested items
  std::map<std::pair<FileId, std::string>, std::string> unknown_columns_;  // and what each is near to, if anything
  std::set<std::pair<FileId, std::string>> missing_columns_;               // that were reported
  std::vector<std::string> meant_;  // of the item being read: what its unknown keys are near to
};

// The number in the id of a numbered type: "3" of S3, "3.1" of S3.1; empty without one.
std::string number_in(std::string_view id);

}  // namespace framewright
