#include "load/waiver_reader.h"

#include "base/text.h"
#include "load/table_reader.h"

namespace framewright {

std::optional<Waiver> read_waiver(const TomlValue& table, const std::string& what, bool needs_place,
                                  Diagnostics& diagnostics) {
  Waiver waiver;
  TableReader reader(table, what, diagnostics);
  const TomlValue* rule = reader.text("rule", waiver.rule);
  const TomlValue* reason = reader.text("reason", waiver.reason);
  const TomlValue* at = needs_place ? reader.text("at", waiver.at) : nullptr;
  reader.date("until", waiver.until);
  reader.finish();
  waiver.where = rule != nullptr ? rule->where : table.where;
  reader.require("rule", "the finding that is waived");
  if (needs_place) reader.require("at", "the id or the path of what it is for");
  reader.require("reason", "why the finding may stand");
  if (reason != nullptr && trim(waiver.reason).empty())
    reader.wrong(reason->where, "the reason says nothing").help = "say why the finding may stand";
  const bool complete = rule != nullptr && !trim(waiver.reason).empty() && (at != nullptr || !needs_place);
  return complete ? std::optional(waiver) : std::nullopt;
}

}  // namespace framewright
