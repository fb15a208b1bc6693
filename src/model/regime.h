#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/money.h"

namespace framewright {

// What a contract buys, as the thresholds of procurement law tell it apart.
enum class PurchaseKind : std::uint8_t { goods_and_services, works, light_touch };

// From when to when something is in force, both days included; open where no day is given.
struct InForce {
  std::optional<Date> from, to;
  bool on(Date day) const { return !(from && day < *from) && !(to && *to < day); }
};

// The values, VAT included, at which a contract comes under the regime. A kind without one never does.
struct RegimeThresholds {
  InForce in_force;
  std::optional<Money> goods_and_services, works, light_touch;
  std::optional<Money> of(PurchaseKind kind) const;
};

// A notice that a contract under the regime needs.
struct RegimeNotice {
  std::string code;
  std::vector<std::string> procedures;            // those of a contract that needs it; empty: all
  std::optional<std::size_t> within;              // days after the award, or the start where no award is given
  std::optional<std::size_t> within_light_touch;  // the same for light touch; `within` without it
};

// A body of rules that a register may be under, such as the Procurement Act 2023. All of it is data: the program's own
// regimes.toml, and [regime.NAME] in site.toml.
struct Regime {
  std::string name, says;
  InForce in_force;
  std::optional<Money> publish_over;  // contracts above it are to be published
  std::vector<std::string> fields;    // what is to be published of each
  std::optional<Money> kpis_over;     // contracts above it, VAT included, need measures of performance
  std::size_t kpis = 0;               // how many
  std::string change_notice;          // the notice that a change of the value needs; empty for none
  std::size_t change_over = 0;        // in per cent of the value at the award
  std::size_t change_over_works = 0;  // the same for works
  std::vector<RegimeThresholds> thresholds;
  std::vector<RegimeNotice> notices;

  // The thresholds of a day; nothing when none are given for it.
  const RegimeThresholds* thresholds_on(Date day) const;
};

}  // namespace framewright
