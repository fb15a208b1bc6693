#pragma once

#include "model/site_plan.h"
#include "port/json.h"
#include "register/data_table.h"

namespace framewright {

// Writes an item as an object whose keys are the columns of its table; what is not given is left out. A contract also
// has its suppliers as objects, what is nested in it, and `page`, the address of its page.
void write_record(JsonWriter& json, const OpenData& data, const DataTable& table, ItemId item);

// The whole register as one JSON text: who publishes it, its totals, contracts, suppliers and grants; a record a line.
void write_register_json(const OpenData& data, const ByteSink& sink);

// JSON Lines: one contract a line.
void write_json_lines(const OpenData& data, std::span<const ItemId> contracts, const ByteSink& sink);

}  // namespace framewright
