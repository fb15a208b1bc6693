#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/money.h"
#include "port/toml.h"

namespace framewright {

// Reads one table of a configuration file by the names of its keys, reports values of the wrong kind at their place,
// and at the end the keys that nobody asked for, with the nearest that is known. `what` names the table in messages
// ("[organisation]").
class TableReader {
public:
  TableReader(const TomlValue& table, std::string what, Diagnostics& diagnostics)
      : table_(table), what_(std::move(what)), diagnostics_(diagnostics) {}

  // Each leaves `out` as it was when the key is absent, and returns the value that it read.
  const TomlValue* text(std::string_view key, std::string& out);
  const TomlValue* flag(std::string_view key, bool& out);
  const TomlValue* count(std::string_view key, std::size_t& out);
  const TomlValue* money(std::string_view key, Money& out);
  const TomlValue* date(std::string_view key, std::optional<Date>& out);
  const TomlValue* texts(std::string_view key, std::vector<std::string>& out);
  // A [table] or an [[array of tables]]; nothing when absent or of another kind.
  const TomlValue* table(std::string_view key);
  std::vector<const TomlValue*> tables(std::string_view key);
  // Any value; the caller checks its kind.
  const TomlValue* any(std::string_view key);
  // Reports an error of this table's configuration.
  Diagnostic& wrong(Span where, std::string message);
  // Reports unknown keys. Call once, when all others are read.
  void finish();
  // Once finished: whether an unknown key is near to this one, so that its lack is no second finding.
  bool was_meant(std::string_view key) const;
  // Once finished: reports a needed key that is absent and not meant, at the table; one of the wrong kind was reported
  // when it was read. `what_for` says what the key is: "the old address".
  void require(std::string_view key, std::string_view what_for = {});

private:
  const TomlValue* expect(std::string_view key, TomlValue::Kind kind, std::string_view kind_words);

  const TomlValue& table_;
  std::string what_;
  Diagnostics& diagnostics_;
  std::vector<std::string_view> known_;
  std::vector<std::string_view> meant_;
};

}  // namespace framewright
