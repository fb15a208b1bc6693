#include <algorithm>
#include <map>

#include "base/text.h"
#include "register/ocds_release.h"
#include "register/ocds_release_writer.h"

namespace framewright {

std::optional<Date> ReleaseWriter::last_change() const {
  std::optional<Date> last;
  for (const OcdsStep& step : steps_)
    if (std::find(step.tags.begin(), step.tags.end(), "contractAmendment") != step.tags.end()) last = step.date;
  return last;
}

// The value at the award until the last change that is known; what it was between two changes is not.
std::optional<Money> ReleaseWriter::value_then() const {
  const auto changed = last_change();
  return !last_ && changed && step_.date < *changed ? award_value() : facts_.value;
}

// The last day as it stood then: extensions taken later are taken off.
std::optional<Date> ReleaseWriter::end_then() const {
  if (facts_.open_ended || !facts_.end) return std::nullopt;
  int taken = 0, later = 0;
  for (const Extension& extension : extensions_)
    if (extension.taken_on) (known(*extension.taken_on) ? taken : later) += extension.months;
  if (later == 0) return facts_.end;
  const Date* base = date_field(item_, type_, "base_end");
  return base == nullptr ? add_months(*facts_.end, -later) : add_months(*base, taken);
}

void ReleaseWriter::write_period(std::string_view key) {
  const auto end = end_then();
  const Date* latest = date_field(item_, type_, "max_end");
  if (!facts_.start && !end && latest == nullptr) return;
  json_.key(key).begin_object();
  if (facts_.start) json_.field("startDate", day_begin(*facts_.start));
  if (end) json_.field("endDate", day_end(*end));
  if (latest != nullptr) json_.field("maxExtentDate", day_end(*latest));
  if (facts_.start && end && *facts_.start <= *end)
    json_.field("durationInDays", days_between(*facts_.start, *end) + 1);
  json_.end_object();
}

void ReleaseWriter::write_milestones() {
  if (!facts_.review) return;
  const Date* reviewed = date_field(item_, type_, "reviewed_on");
  json_.key("milestones").begin_array().begin_object().field("id", "review").field("title", "Review of the contract");
  json_.field("type", "assessment").field("dueDate", day_end(*facts_.review));
  if (reviewed != nullptr && *reviewed >= *facts_.review && known(*reviewed))
    json_.field("status", "met").field("dateMet", day_begin(*reviewed));
  else if (*facts_.review >= (last_ ? data_.config().today : step_.date))
    json_.field("status", "scheduled");
  json_.end_object().end_array();
}

void ReleaseWriter::write_amendments() {
  ArrayField amendments(json_, "amendments");
  const auto write = [&](const std::string& id, Date date, const std::string& description) {
    const auto step =
        std::find_if(steps_.begin(), steps_.end(), [&](const OcdsStep& each) { return each.date == date; });
    amendments.element().begin_object().field("id", id).field("date", day_begin(date));
    json_.field("description", description);
    if (step != steps_.end()) {
      const auto at = static_cast<std::size_t>(step - steps_.begin());
      if (at > 0) json_.field("amendsReleaseID", release_id(at - 1));
      json_.field("releaseID", release_id(at));
    }
    json_.end_object();
  };
  std::map<Date, std::size_t> on_day;
  for (const Extension& extension : extensions_) {
    if (!extension.taken_on || !known(*extension.taken_on)) continue;
    const std::size_t number = ++on_day[*extension.taken_on];
    write("extension-" + iso_date(*extension.taken_on) + (number > 1 ? "-" + std::to_string(number) : ""),
          *extension.taken_on, "Extended by " + counted(static_cast<std::size_t>(extension.months), "month", "months"));
  }
  for_nested("notice", [&](ItemId notice) {
    const Item& item = model_.items[notice];
    const Date* date = date_field(item, model_.type(item), "published");
    if (words(item, "code") == "UK10" && date != nullptr && known(*date))
      write(item.id, *date, "Changed, as the contract change notice says");
  });
}

void ReleaseWriter::write_rating(ArrayField& milestones, ItemId kpi) {
  const Item& item = model_.items[kpi];
  const Date* assessed = date_field(item, model_.type(item), "assessed_on");
  if (assessed == nullptr ? !last_ : !known(*assessed)) return;
  const std::string rating = words(item, "rating");
  milestones.element().begin_object().field("id", item.id).field_if("title", words(item, "name"));
  json_.field("type", "reporting").field_if("description", words(item, "target"));
  if (assessed != nullptr) json_.field("dateModified", day_begin(*assessed));
  json_.field_if("status", rating == "Good"                                             ? "met"
                           : rating == "Approaching target"                             ? "partiallyMet"
                           : rating == "Requires improvement" || rating == "Inadequate" ? "notMet"
                                                                                        : "");
  json_.field_if("rating", rating).end_object();
}

void ReleaseWriter::write_implementation() {
  bool any = has_documents(OcdsSection::implementation);
  for_nested("kpi", [&](ItemId kpi) {
    const Item& item = model_.items[kpi];
    const Date* assessed = date_field(item, model_.type(item), "assessed_on");
    any = any || (assessed == nullptr ? last_ : known(*assessed));
  });
  if (!any) return;
  json_.key("implementation").begin_object();
  {
    ArrayField milestones(json_, "milestones");
    for_nested("kpi", [&](ItemId kpi) { write_rating(milestones, kpi); });
  }
  write_documents(OcdsSection::implementation);
  json_.end_object();
}

void ReleaseWriter::write_redactions() {
  ArrayField redactions(json_, "redactions");
  for_nested("redaction", [&](ItemId redaction) {
    const Item& item = model_.items[redaction];
    const TypeDef& type = model_.type(item);
    redactions.element().begin_object().field("id", item.id).field_if("field", words(item, "field"));
    json_.field_if("reason", words(item, "reason")).field_if("decidedBy", words(item, "decided_by"));
    if (const Date* date = date_field(item, type, "on")) json_.field("decidedOn", day_begin(*date));
    if (const Date* date = date_field(item, type, "review")) json_.field("reviewBy", day_end(*date));
    json_.end_object();
  });
}

void ReleaseWriter::write_additional_fields() {
  if (facts_.annual_value) write_amount(json_, "annualValue", *facts_.annual_value);
  if (const auto vat = money("vat_irrecoverable")) write_amount(json_, "irrecoverableTax", *vat);
  if (facts_.open_ended) json_.field("openEnded", true);
  json_.field_if("noticePeriod", words("notice_period"));
  const FieldValue* light = item_.field(type_, "light_touch");
  const auto* scalar = light == nullptr ? nullptr : std::get_if<Scalar>(&light->value);
  if (const bool* touch = scalar == nullptr ? nullptr : std::get_if<bool>(scalar)) json_.field("lightTouch", *touch);
  if (facts_.sme != Answer::unknown) json_.field("sme", facts_.sme == Answer::yes);
  if (facts_.vcse != Answer::unknown) json_.field("vcse", facts_.vcse == Answer::yes);
  write_redactions();
}

void ReleaseWriter::write_contract() {
  const bool over = step_.terminated ||
                    (last_ && (facts_.stage == ContractStage::ended || facts_.stage == ContractStage::terminated));
  const bool pending = last_ ? facts_.stage == ContractStage::planned : facts_.start && *facts_.start > step_.date;
  json_.key("contracts").begin_array().begin_object().field("id", item_.id).field("awardID", item_.id + "-award");
  json_.field("title", model_.name(id_)).field_if("description", words("description"));
  json_.field("status", over ? "terminated" : pending ? "pending" : "active");
  write_period("period");
  if (const auto value = value_then()) write_amount(json_, "value", *value);
  write_documents(OcdsSection::contract);
  write_implementation();
  write_related("successor", "replacementProcess");
  write_milestones();
  write_amendments();
  write_additional_fields();
  json_.end_object().end_array();
}

}  // namespace framewright
