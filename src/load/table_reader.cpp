#include "load/table_reader.h"

#include <algorithm>

#include "base/text.h"

namespace framewright {

const TomlValue* TableReader::any(std::string_view key) {
  known_.push_back(key);
  return table_.find(key);
}

const TomlValue* TableReader::expect(std::string_view key, TomlValue::Kind kind, std::string_view kind_words) {
  const TomlValue* value = any(key);
  if (value == nullptr || value->kind == kind) return value;
  wrong(value->where, std::string(key) + " in " + what_ + " must be " + std::string(kind_words));
  return nullptr;
}

const TomlValue* TableReader::text(std::string_view key, std::string& out) {
  const TomlValue* value = expect(key, TomlValue::Kind::text, "text between quotation marks");
  if (value != nullptr) out = value->text;
  return value;
}

const TomlValue* TableReader::flag(std::string_view key, bool& out) {
  const TomlValue* value = expect(key, TomlValue::Kind::boolean, "true or false");
  if (value != nullptr) out = value->boolean;
  return value;
}

const TomlValue* TableReader::count(std::string_view key, std::size_t& out) {
  const TomlValue* value = expect(key, TomlValue::Kind::integer, "a whole number");
  if (value == nullptr) return nullptr;
  if (value->integer < 0) {
    wrong(value->where, std::string(key) + " in " + what_ + " cannot be below 0");
    return nullptr;
  }
  out = static_cast<std::size_t>(value->integer);
  return value;
}

const TomlValue* TableReader::money(std::string_view key, Money& out) {
  const TomlValue* value = any(key);
  if (value == nullptr) return nullptr;
  const bool whole = value->kind == TomlValue::Kind::integer;  // it may be written 30_000
  const std::optional<Money> amount = parse_money(whole ? std::to_string(value->integer) : value->text);
  if (!amount) {
    wrong(value->where, std::string(key) + " in " + what_ + " must be an amount in pounds, such as 5000");
    return nullptr;
  }
  out = *amount;
  return value;
}

const TomlValue* TableReader::date(std::string_view key, std::optional<Date>& out) {
  const TomlValue* value = expect(key, TomlValue::Kind::date, "a date, such as 2027-04-01, without quotation marks");
  if (value != nullptr) out = value->date;
  return value;
}

const TomlValue* TableReader::texts(std::string_view key, std::vector<std::string>& out) {
  const TomlValue* value = any(key);
  if (value == nullptr) return nullptr;
  const bool list = value->kind == TomlValue::Kind::array &&
                    std::all_of(value->items.begin(), value->items.end(),
                                [](const TomlValue& item) { return item.kind == TomlValue::Kind::text; });
  if (!list) {
    wrong(value->where, std::string(key) + " in " + what_ + " must be a list of texts, such as [\"one\", \"two\"]");
    return nullptr;
  }
  out.clear();
  for (const TomlValue& item : value->items) out.push_back(item.text);
  return value;
}

const TomlValue* TableReader::table(std::string_view key) {
  return expect(key, TomlValue::Kind::table, "a table, such as [" + std::string(key) + "]");
}

std::vector<const TomlValue*> TableReader::tables(std::string_view key) {
  std::vector<const TomlValue*> found;
  const TomlValue* value = any(key);
  if (value == nullptr) return found;
  if (value->kind != TomlValue::Kind::array) {
    wrong(value->where, std::string(key) + " must be written as [[" + std::string(key) + "]], once for each");
    return found;
  }
  for (const TomlValue& item : value->items) {
    if (item.kind == TomlValue::Kind::table)
      found.push_back(&item);
    else
      wrong(item.where, std::string(key) + " must be written as [[" + std::string(key) + "]], once for each");
  }
  return found;
}

Diagnostic& TableReader::wrong(Span where, std::string message) {
  return diagnostics_.error("bad-config", where, std::move(message));
}

void TableReader::require(std::string_view key, std::string_view what_for) {
  if (table_.find(key) != nullptr || was_meant(key)) return;
  wrong(table_.where, what_ + " needs " + std::string(key) + (what_for.empty() ? "" : ", ") + std::string(what_for));
}

void TableReader::finish() {
  for (const TomlEntry& entry : table_.entries) {
    if (std::find(known_.begin(), known_.end(), entry.key) != known_.end()) continue;
    Diagnostic& d = wrong(entry.key_where, what_ + " has no setting \"" + entry.key + "\"");
    const auto near = nearest(entry.key, known_);
    if (!near) continue;
    d.label = "did you mean \"" + std::string(*near) + "\"?";
    meant_.push_back(*near);
  }
}

bool TableReader::was_meant(std::string_view key) const {
  return std::find(meant_.begin(), meant_.end(), key) != meant_.end();
}

}  // namespace framewright
