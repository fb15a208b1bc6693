#include <string>

#include "check/inspection.h"

namespace framewright {

namespace {

const FieldValue* given_date(const Item& item, const TypeDef& type, std::string_view name, Date& out) {
  const Date* date = date_field(item, type, name);
  if (date == nullptr) return nullptr;
  out = *date;
  return item.field(type, name);
}

Diagnostic& report(std::string rule, const FieldValue& at, const std::string& message, const std::string& other,
                   Date date, const FieldValue& there, Diagnostics& diagnostics) {
  Diagnostic& d = diagnostics.error(std::move(rule), at.where, message);
  d.label = other + " is " + iso_date(date);
  d.notes.push_back({there.where, other + " stands here"});
  d.help = "mend the one of the two dates that is wrong";
  return d;
}

void check_from(const Item& item, const TypeDef& type, const FieldDef& def, Diagnostics& diagnostics) {
  Date first{}, last{};
  const FieldValue* from = given_date(item, type, def.from, first);
  const FieldValue* value = given_date(item, type, def.name, last);
  if (from != nullptr && value != nullptr && last < first)
    report("end-before-start", *value, def.name + " is before " + def.from, def.from, first, *from, diagnostics);
}

void check_between(const Item& item, const TypeDef& type, const FieldDef& def, Diagnostics& diagnostics) {
  if (def.between.size() != 2) return;
  Date date{}, first{}, last{};
  const FieldValue* value = given_date(item, type, def.name, date);
  const FieldValue* from = given_date(item, type, def.between[0], first);
  const FieldValue* to = given_date(item, type, def.between[1], last);
  if (value == nullptr || (from != nullptr && to != nullptr && last < first)) return;
  if (from != nullptr && date < first)
    report("bad-value", *value, def.name + " is before " + def.between[0], def.between[0], first, *from, diagnostics);
  else if (to != nullptr && last < date)
    report("bad-value", *value, def.name + " is after " + def.between[1], def.between[1], last, *to, diagnostics);
}

}  // namespace

void check_date_order(const Inspection& site, Diagnostics& diagnostics) {
  for (const Item& item : site.model.items) {
    const TypeDef& type = site.model.type(item);
    for (const FieldValue& value : item.fields) {
      const FieldDef& def = type.fields[value.field];
      if (!def.from.empty()) check_from(item, type, def, diagnostics);
      if (!def.between.empty()) check_between(item, type, def, diagnostics);
    }
  }
}

}  // namespace framewright
