#pragma once

#include <string>
#include <vector>

#include "check/contract_view.h"
#include "model/config.h"

namespace framewright {

// A value at which other rules begin.
struct Threshold {
  Money at;
  std::string says;  // where it comes from: the level "group-level" (Group level)
};

// The values of a site at which another level, board or kind of decision begins: the ends of ranges of levels, the
// limits of boards and `decision_threshold` of site.toml. In their order, each value once.
std::vector<Threshold> decision_thresholds(const Model& model, const Config& config);

// The value above which a contract needs a decision: `decision_threshold` of site.toml, else the smallest limit that a
// board has; nothing where there is neither.
std::optional<Threshold> needs_decision_above(const Model& model, const Config& config);

// The threshold of a regime for a contract, VAT included; nothing where the regime has none for it.
std::optional<Money> regime_threshold(const Regime& regime, const ContractView& contract);

}  // namespace framewright
