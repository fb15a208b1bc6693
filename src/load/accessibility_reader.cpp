#include "load/accessibility_reader.h"

#include <array>

#include "base/text.h"
#include "load/table_reader.h"

namespace framewright {

namespace {

constexpr std::array<std::string_view, 3> statuses{"fully compliant", "partially compliant", "not compliant"};
constexpr std::array<std::string_view, 3> reasons{"non-compliance", "disproportionate burden", "out of scope"};
constexpr std::array<std::string_view, 2> nations{"Great Britain", "Northern Ireland"};

// The place of a word in a list of those that may stand there; a finding when it is none of them.
template <std::size_t N>
std::optional<std::size_t> chosen(TableReader& reader, std::string_view key,
                                  const std::array<std::string_view, N>& words, const TomlValue** place = nullptr) {
  std::string word;
  const TomlValue* value = reader.text(key, word);
  if (place != nullptr) *place = value;
  if (value == nullptr) return std::nullopt;
  for (std::size_t i = 0; i < N; ++i)
    if (words[i] == word) return i;
  const std::vector<std::string> all(words.begin(), words.end());
  reader.wrong(value->where, std::string(key) + " is " + join_words(all, "or"));
  return std::nullopt;
}

AccessibilityFailure read_failure(const TomlValue& table, Diagnostics& diagnostics) {
  TableReader reader(table, "[[accessibility.failure]]", diagnostics);
  AccessibilityFailure failure;
  failure.where = table.where;
  reader.text("says", failure.says);
  if (const auto reason = chosen(reader, "reason", reasons)) failure.reason = static_cast<FailureReason>(*reason);
  const TomlValue* criterion = reader.text("criterion", failure.criterion);
  if (criterion != nullptr && criterion_name(failure.criterion).empty()) {
    reader.wrong(criterion->where, "WCAG 2.2 has no criterion " + failure.criterion + " of level A or AA").help =
        "write the number of the success criterion, such as 1.4.10 for Reflow";
    failure.criterion.clear();
  }
  if (const TomlValue* fix = reader.date("fix_by", failure.fix_by)) failure.fix_where = fix->where;
  reader.finish();
  reader.require("says", "what cannot be used, and by whom");
  if (failure.reason != FailureReason::out_of_scope)
    reader.require("criterion", "the success criterion that is not met");
  return failure;
}

}  // namespace

std::optional<AccessibilityStatement> read_accessibility(const TomlValue& table, Diagnostics& diagnostics) {
  TableReader reader(table, "[accessibility]", diagnostics);
  AccessibilityStatement statement;
  statement.where = table.where;
  const TomlValue* place = nullptr;
  const auto status = chosen(reader, "status", statuses, &place);
  if (place != nullptr) statement.status_where = place->where;
  if (status) statement.status = static_cast<Compliance>(*status);
  if (const TomlValue* prepared = reader.date("prepared", statement.prepared))
    statement.prepared_where = prepared->where;
  if (const TomlValue* reviewed = reader.date("reviewed", statement.reviewed))
    statement.reviewed_where = reviewed->where;
  reader.date("tested", statement.tested);
  reader.text("tested_by", statement.tested_by);
  reader.count("response_days", statement.response_days);
  statement.northern_ireland = chosen(reader, "nation", nations) == std::size_t{1};
  for (const TomlValue* failure : reader.tables("failure"))
    statement.failures.push_back(read_failure(*failure, diagnostics));
  reader.finish();
  reader.require("status", "how far the site meets the standard");
  reader.require("prepared", "the day on which the statement was prepared");
  if (!status || !statement.prepared) return std::nullopt;
  return statement;
}

}  // namespace framewright
