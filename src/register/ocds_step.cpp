#include "register/ocds_step.h"

#include <algorithm>

#include "register/contract.h"
#include "register/contract_event.h"
#include "register/ocds_notice.h"

namespace framewright {

namespace {

// Gives each event its tag, by what was published before it: the first of a kind, or an update.
class StepList {
public:
  void add(const ContractEvent& event);
  void add_rating(Date date) { tag_implementation(date); }
  void add_undated(Date today, bool has_contract);
  std::vector<OcdsStep> take() { return std::move(steps_); }

private:
  OcdsStep& at(Date date);
  void tag(OcdsStep& step, std::string_view name);
  void tag_award(Date date);
  void tag_contract(Date date, std::string_view change);
  void tag_implementation(Date date);
  void add_notice(const ContractEvent& event);

  std::vector<OcdsStep> steps_;
  bool planned_ = false, implemented_ = false;
};

OcdsStep& StepList::at(Date date) {
  if (!steps_.empty() && steps_.back().date == date) return steps_.back();
  OcdsStep step = steps_.empty() ? OcdsStep() : steps_.back();
  step.date = date;
  step.ends = false;
  step.tags.clear();
  steps_.push_back(std::move(step));
  return steps_.back();
}

// Each once, and no update of what is new in the same release.
void StepList::tag(OcdsStep& step, std::string_view name) {
  constexpr std::string_view update = "Update";
  const std::string_view stem = name.ends_with(update) ? name.substr(0, name.size() - update.size()) : name;
  for (const std::string_view known : step.tags)
    if (known == name || known == stem) return;
  step.tags.push_back(name);
}

void StepList::tag_award(Date date) {
  OcdsStep& step = at(date);
  tag(step, step.awarded ? "awardUpdate" : "award");
  step.awarded = true;
}

// A contract follows an award, so the first release with one has both.
void StepList::tag_contract(Date date, std::string_view change) {
  OcdsStep& step = at(date);
  if (!step.awarded) tag_award(date);
  if (!step.contracted) tag(step, "contract");
  if (!change.empty()) tag(step, change);
  step.contracted = true;
}

void StepList::tag_implementation(Date date) {
  tag_contract(date, {});
  tag(at(date), implemented_ ? "implementationUpdate" : "implementation");
  implemented_ = true;
}

void StepList::add_notice(const ContractEvent& event) {
  const NoticeKind* kind = notice_kind(event.detail);
  if (kind == nullptr) return;
  OcdsStep& step = at(event.date);
  switch (kind->section) {
    case OcdsSection::planning:
      tag(step, planned_ ? "planningUpdate" : "planning");
      planned_ = true;
      break;
    case OcdsSection::tender:
      step.cancelled = step.cancelled || kind->code == "UK12";
      tag(step, step.cancelled ? "tenderCancellation" : step.tendered ? "tenderUpdate" : "tender");
      step.tendered = true;
      break;
    case OcdsSection::award: tag_award(event.date); break;
    case OcdsSection::contract:
      step.terminated = step.terminated || kind->code == "UK11";
      tag_contract(event.date, kind->code == "UK10"   ? "contractAmendment"
                               : kind->code == "UK11" ? "contractTermination"
                                                      : "contractUpdate");
      break;
    case OcdsSection::implementation: tag_implementation(event.date); break;
  }
}

void StepList::add(const ContractEvent& event) {
  switch (event.kind) {
    case ContractEventKind::awarded: tag_award(event.date); break;
    case ContractEventKind::notice: add_notice(event); break;
    case ContractEventKind::started: tag_contract(event.date, "contractUpdate"); break;
    case ContractEventKind::extended: tag_contract(event.date, "contractAmendment"); break;
    case ContractEventKind::ended:
      tag_contract(event.date, "contractTermination");
      steps_.back().ends = steps_.back().terminated = true;
      break;
  }
}

void StepList::add_undated(Date today, bool has_contract) {
  if (!steps_.empty()) return;
  if (has_contract)
    tag_contract(today, {});
  else
    tag(at(today), "planning");
}

std::vector<Date> rating_dates(const Model& model, ItemId contract) {
  std::vector<Date> dates;
  for (const ItemId nested : model.nested_in(contract)) {
    const Item& item = model.items[nested];
    if (model.type(item).name != "kpi") continue;
    if (const Date* date = date_field(item, model.type(item), "assessed_on")) dates.push_back(*date);
  }
  std::sort(dates.begin(), dates.end());
  return dates;
}

}  // namespace

std::vector<OcdsStep> ocds_steps(const Model& model, ItemId contract, Date today) {
  const Contract facts = read_contract(model, contract, today);
  const bool over = facts.stage == ContractStage::ended || facts.stage == ContractStage::terminated;
  StepList steps;
  const std::vector<Date> ratings = rating_dates(model, contract);
  auto rating = ratings.begin();
  const auto add_ratings_before = [&](Date date) {
    for (; rating != ratings.end() && *rating < date && *rating <= today; ++rating) steps.add_rating(*rating);
  };
  for (const ContractEvent& event : events_of(model, contract)) {
    const bool past = event.kind == ContractEventKind::ended ? over && event.date < today : event.date <= today;
    if (!past) continue;
    add_ratings_before(event.date);
    steps.add(event);
  }
  add_ratings_before(Date(std::chrono::year::max() / 12 / 31));
  const bool begun = facts.stage != ContractStage::planned;
  steps.add_undated(today, begun || !linked_items(model, contract, "supplier").empty());
  return steps.take();
}

}  // namespace framewright
