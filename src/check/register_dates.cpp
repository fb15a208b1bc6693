#include <algorithm>
#include <string>

#include "base/text.h"
#include "check/contract_view.h"
#include "check/inspection.h"
#include "check/wording.h"

namespace framewright {

namespace {

using Field = ContractField;

// A date that is not in the order of the start and the end has a finding already.
bool is_in_order(const ContractView& contract, const Date& date) {
  const Date* start = contract.date(Field::start);
  const Date* end = contract.date(Field::end);
  return !(start != nullptr && date < *start) && !(end != nullptr && *end < date);
}

bool has_ended(const ContractView& contract, Date today) {
  const Date* end = contract.date(Field::end);
  return end != nullptr && *end < today && !contract.flag(Field::open_ended);
}

bool is_followed(const Model& model, const ContractView& contract) {
  const auto incoming = model.links_to(contract.id());
  return contract.has(ContractLink::successor) ||
         std::any_of(incoming.begin(), incoming.end(), [&](std::uint32_t index) {
           return model.schema->links[model.links[index].link].name == "predecessor";
         });
}

void check_review(const ContractView& contract, Date today, Diagnostics& diagnostics) {
  const Date* review = contract.date(Field::review);
  const bool over = contract.is(Field::status, "ended") || contract.is(Field::status, "terminated") ||
                    contract.is(Field::status, "planned") || has_ended(contract, today);
  if (review == nullptr || !(*review < today) || over || !is_in_order(contract, *review)) return;
  Diagnostic& d =
      diagnostics.warning("review-overdue", contract.where(Field::review), "the review of this contract is overdue");
  d.label = "it was due " + counted(static_cast<std::size_t>(days_between(*review, today)), "day", "days") + " ago";
  d.help = "review it, and set review to the day of the next one";
}

void check_ended(const Inspection& site, const ContractView& contract, Diagnostics& diagnostics) {
  const Date* end = contract.date(Field::end);
  if (!contract.is(Field::status, "active") || !has_ended(contract, site.config.today) ||
      contract.item().leads_nowhere || !is_in_order(contract, *end) || is_followed(site.model, contract))
    return;
  Diagnostic& d = diagnostics.warning("ended-still-active", contract.where(Field::status),
                                      "this contract is active, but its end has passed");
  d.label = "it ended on " + iso_date(*end);
  d.notes.push_back({contract.where(Field::end), "end stands here"});
  d.help =
      "write status = \"ended\"; or mend end if it was extended; or name the contract that follows it with successor";
}

void check_award(const ContractView& contract, Diagnostics& diagnostics) {
  const Date* awarded = contract.date(Field::awarded);
  const Date* start = contract.date(Field::start);
  if (awarded == nullptr || start == nullptr || !(*start < *awarded)) return;
  Diagnostic& d = diagnostics.warning("award-after-start", contract.where(Field::awarded),
                                      "this contract was awarded after it had started");
  d.label = "start is " + iso_date(*start);
  d.notes.push_back({contract.where(Field::start), "start stands here"});
  d.help = "mend the one of the two dates that is wrong";
}

void check_open_end(const ContractView& contract, Diagnostics& diagnostics) {
  const bool open = contract.flag(Field::open_ended);
  if (!open) {
    if (contract.lacks(Field::end) && !contract.was_refused(Field::open_ended))
      diagnostics
          .error("missing-end", place_of(contract.item()), "this contract has no end and is not said to be open ended")
          .help =
          "add end: the last day; or open_ended and notice_period, if it runs until one of the sides gives notice";
    return;
  }
  if (contract.date(Field::end) != nullptr) {
    Diagnostic& d = diagnostics.error("open-ended-with-end", contract.where(Field::end),
                                      "this contract has an end and is said to be open ended");
    d.notes.push_back({contract.where(Field::open_ended), "open_ended stands here"});
    d.help = "take out the one of the two that is wrong";
  } else if (contract.lacks(Field::notice_period)) {
    diagnostics
        .warning("open-ended-without-notice", place_of(contract.item()),
                 "this contract is open ended and does not say what notice ends it")
        .help = "add notice_period: the notice that ends it, such as \"six months\"";
  }
}

}  // namespace

void check_register_dates(const Inspection& site, Diagnostics& diagnostics) {
  const ContractViews contracts(site.model);
  for (const ItemId id : contracts.ids()) {
    const ContractView contract = contracts[id];
    if (site.config.today.ok()) {
      check_review(contract, site.config.today, diagnostics);
      check_ended(site, contract, diagnostics);
    }
    check_award(contract, diagnostics);
    check_open_end(contract, diagnostics);
  }
}

}  // namespace framewright
