#pragma once

#include <span>
#include <string>

#include "port/json.h"
#include "register/data_table.h"
#include "register/ocds_step.h"

namespace framewright {

// The open contracting id of a contract: its own, or the prefix of the site and its id.
std::string ocid_of(const OpenData& data, ItemId contract);

// Writes the release of one step, with what is known of the contract after it: facts that have a date are left out of
// the releases before it, and facts without one stand in all. Nothing empty is ever written.
void write_release(JsonWriter& json, const OpenData& data, ItemId contract, std::span<const OcdsStep> steps,
                   std::size_t step);

// Writes the compiled release of all steps: what is known now.
void write_compiled_release(JsonWriter& json, const OpenData& data, ItemId contract, std::span<const OcdsStep> steps);

}  // namespace framewright
