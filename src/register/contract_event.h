#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "model/model.h"
#include "model/words.h"

namespace framewright {

// What happened, or is to happen, to a contract. Of one day, events stand in this order.
enum class ContractEventKind : std::uint8_t { awarded, notice, started, extended, ended };
std::string_view contract_event_name(ContractEventKind kind);

struct ContractEvent {
  ContractEventKind kind = ContractEventKind::awarded;
  Date date;
  std::string detail;     // of a notice its code ("UK6"), of an extension its length ("12 months"), else empty
  ItemId item = no_item;  // the notice
  int months = 0;         // of an extension

  friend bool operator==(const ContractEvent&, const ContractEvent&) = default;
};

// The dated events of a contract, the earliest first; those of days to come are among them. What has no date, or whose
// date is withheld, is no event, and neither is the end of a contract that is open ended.
std::vector<ContractEvent> events_of(const Model& model, ItemId contract);

// "Awarded", "Contract award notice (UK6) published", "Extended by 12 months"; of a day to come "Starts" and "Ends".
std::string words_of(const ContractEvent& event, Date today, const Words& words);
// A name for each event that is the same at each build and that no other event of the contract has:
// "started-2025-04-01", "notice-uk6-2025-02-10", then "notice-uk6-2025-02-10-2".
std::vector<std::string> anchors_of(const std::vector<ContractEvent>& events);

}  // namespace framewright
