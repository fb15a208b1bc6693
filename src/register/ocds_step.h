#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "model/model.h"

namespace framewright {

// What happened to a contract on one day: a release of its own in the Open Contracting Data Standard.
struct OcdsStep {
  Date date;
  bool ends = false;                   // the contract ended with this day
  std::vector<std::string_view> tags;  // of the codelist releaseTag, each once
  // What is known after it.
  bool tendered = false, cancelled = false, awarded = false, contracted = false, terminated = false;

  std::string time() const { return iso_date(date) + (ends ? "T23:59:59Z" : "T00:00:00Z"); }
};

// The steps of a contract up to today, one a day, the earliest first; never empty: a contract of which nothing has
// happened yet has one step, of today.
std::vector<OcdsStep> ocds_steps(const Model& model, ItemId contract, Date today);

}  // namespace framewright
