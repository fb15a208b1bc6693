#include "register/contract_event.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"
#include "model/cpv.h"
#include "register/contract.h"

namespace framewright {

namespace {

constexpr std::array<std::string_view, 5> event_names{"awarded", "notice", "started", "extended", "ended"};

void add_notices(const Model& model, ItemId contract, std::vector<ContractEvent>& events) {
  for (const ItemId id : model.nested_in(contract)) {
    const Item& item = model.items[id];
    const TypeDef& type = model.type(item);
    if (type.name != "notice") continue;
    const Date* published = date_field(item, type, "published");
    const std::string* code = text_field(item, type, "code");
    if (published != nullptr)
      events.push_back({ContractEventKind::notice, *published, code == nullptr ? "" : *code, id, 0});
  }
}

}  // namespace

std::string_view contract_event_name(ContractEventKind kind) { return event_names[static_cast<std::size_t>(kind)]; }

std::vector<ContractEvent> events_of(const Model& model, ItemId id) {
  const Item& item = model.items[id];
  const TypeDef& type = model.type(item);
  std::vector<ContractEvent> events;
  if (const Date* date = date_field(item, type, "awarded"))
    events.push_back({ContractEventKind::awarded, *date, {}, no_item, 0});
  add_notices(model, id, events);
  const Contract contract = read_contract(model, id, Date());
  if (contract.start) events.push_back({ContractEventKind::started, *contract.start, {}, no_item, 0});
  for (const Extension& extension : extensions_of(item, type))
    if (extension.taken_on)
      events.push_back({ContractEventKind::extended, *extension.taken_on,
                        counted(static_cast<std::size_t>(extension.months), "month", "months"), no_item,
                        extension.months});
  if (contract.end && !contract.open_ended) events.push_back({ContractEventKind::ended, *contract.end, {}, no_item, 0});
  std::stable_sort(events.begin(), events.end(), [](const ContractEvent& a, const ContractEvent& b) {
    return a.date != b.date ? a.date < b.date : a.kind < b.kind;
  });
  return events;
}

std::string words_of(const ContractEvent& event, Date today, const Words& words) {
  switch (event.kind) {
    case ContractEventKind::awarded: return words.text("event.awarded");
    case ContractEventKind::notice: {
      const std::string_view name = notice_name(event.detail);
      if (event.detail.empty()) return words.text("event.notice");
      return name.empty() ? words.text("event.notice_code", {event.detail})
                          : words.text("event.notice_name", {name, event.detail});
    }
    case ContractEventKind::started: return words.text(event.date > today ? "event.starts" : "event.started");
    case ContractEventKind::extended: return words.text("event.extended", {event.months});
    case ContractEventKind::ended: break;
  }
  return words.text(event.date >= today ? "event.ends" : "event.ended");
}

std::vector<std::string> anchors_of(const std::vector<ContractEvent>& events) {
  std::vector<std::string> anchors;
  std::map<std::string, int> counts;
  for (const ContractEvent& event : events) {
    std::string anchor(contract_event_name(event.kind));
    if (event.kind == ContractEventKind::notice && !event.detail.empty()) anchor += "-" + ascii_lower(event.detail);
    anchor += "-" + iso_date(event.date);
    if (const int count = ++counts[anchor]; count > 1) anchor += "-" + std::to_string(count);
    anchors.push_back(std::move(anchor));
  }
  return anchors;
}

}  // namespace framewright
