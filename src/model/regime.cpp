#include "model/regime.h"

#include <algorithm>

namespace framewright {

std::optional<Money> RegimeThresholds::of(PurchaseKind kind) const {
  switch (kind) {
    case PurchaseKind::goods_and_services: return goods_and_services;
    case PurchaseKind::works: return works;
    case PurchaseKind::light_touch: return light_touch;
  }
  return std::nullopt;
}

const RegimeThresholds* Regime::thresholds_on(Date day) const {
  const auto found = std::find_if(thresholds.begin(), thresholds.end(),
                                  [&](const RegimeThresholds& each) { return each.in_force.on(day); });
  return found == thresholds.end() ? nullptr : &*found;
}

}  // namespace framewright
