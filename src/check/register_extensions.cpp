#include <string>

#include "check/contract_view.h"
#include "check/inspection.h"
#include "model/extension.h"

namespace framewright {

namespace {

using Field = ContractField;

struct WrittenExtension {
  Extension extension;
  Span where;
};

// A thousand years: dates are not made of more.
constexpr int most_months = 12000;

// What a contract says of its end. Nothing is said of extensions where a part of it was refused.
struct Term {
  std::vector<WrittenExtension> extensions;
  int taken = 0, all = 0;  // months
  const Date* base = nullptr;
  const Date* end = nullptr;
  const Date* greatest = nullptr;
};

// A term of whole months, from the day after `last`: a year from 28 February ends on 29 February in a leap year.
Date extended(Date last, int months) { return add_days(add_months(add_days(last, 1), months), -1); }

bool is_extended(Date last, int months, Date to) {
  return to == extended(last, months) || to == add_months(last, months);
}

Term term_of(const ContractView& contract) {
  Term term;
  term.base = contract.date(Field::base_end);
  term.end = contract.date(Field::end);
  term.greatest = contract.date(Field::max_end);
  const FieldValue* field = contract.field(Field::extensions);
  const auto* list = field == nullptr ? nullptr : std::get_if<std::vector<ListElement>>(&field->value);
  if (list == nullptr) return term;
  for (const ListElement& element : *list) {
    const auto* text = std::get_if<std::string>(&element.value);
    const auto extension = text == nullptr ? std::nullopt : parse_extension(*text);
    if (!extension) continue;
    if (term.all > most_months) break;
    term.all += extension->months;
    if (extension->taken_on) term.taken += extension->months;
    term.extensions.push_back({*extension, element.where});
  }
  return term;
}

// The form of an extension was held against its pattern; what is left is the day on which it was taken.
bool check_days(const ContractView& contract, Diagnostics& diagnostics) {
  const FieldValue* field = contract.field(Field::extensions);
  const auto* list = field == nullptr ? nullptr : std::get_if<std::vector<ListElement>>(&field->value);
  if (list == nullptr) return true;
  bool right = true;
  for (const ListElement& element : *list) {
    const auto* text = std::get_if<std::string>(&element.value);
    if (text == nullptr || parse_extension(*text)) continue;
    diagnostics.error("bad-value", element.where, "extensions names a day that there is not").help =
        "write it like this: 12 months taken 2027-01-15";
    right = false;
  }
  return right;
}

// The extension with which the contract passes its latest end.
bool check_allowed(const ContractView& contract, const Term& term, Diagnostics& diagnostics) {
  if (term.base == nullptr || term.greatest == nullptr || *term.greatest < *term.base) return true;
  int months = 0;
  for (const WrittenExtension& each : term.extensions) {
    if (!each.extension.taken_on) continue;
    months += each.extension.months;
    const Date end = extended(*term.base, months);
    if (!(*term.greatest < end) || is_extended(*term.base, months, *term.greatest)) continue;
    Diagnostic& d = diagnostics.error("extension-not-allowed", each.where,
                                      "this extension goes beyond the latest end that the contract allows");
    d.label = "with it the contract ends on " + iso_date(end);
    d.notes.push_back({contract.where(Field::max_end), "max_end stands here"});
    d.help = "mend the dates or the extension; more time than was agreed is a new award, with a contract of its own";
    return false;
  }
  return true;
}

void check_end(const ContractView& contract, const Term& term, Diagnostics& diagnostics) {
  if (term.end == nullptr || term.base == nullptr || is_extended(*term.base, term.taken, *term.end)) return;
  const Date* start = contract.date(Field::start);
  if (start != nullptr && (*term.end < *start || *term.base < *start)) return;
  Diagnostic& d = diagnostics.error("extension-mismatch", contract.where(Field::end),
                                    term.taken == 0 ? "end is not base_end, and no extension was taken"
                                                    : "end is not base_end with the extensions that were taken");
  d.label = term.taken == 0 ? "base_end is " + iso_date(*term.base)
                            : "with them it is " + iso_date(extended(*term.base, term.taken));
  d.notes.push_back({contract.where(Field::base_end), "base_end stands here"});
  d.help = "mend the dates, or add to extensions what was taken and when: \"12 months taken 2027-01-15\"";
}

void check_latest_end(const ContractView& contract, const Term& term, Diagnostics& diagnostics) {
  const Date* from = term.base != nullptr ? term.base : term.taken == 0 ? term.end : nullptr;
  if (term.extensions.empty() || term.greatest == nullptr || from == nullptr ||
      is_extended(*from, term.all, *term.greatest) || (term.end != nullptr && *term.greatest < *term.end))
    return;
  Diagnostic& d = diagnostics.warning("extension-mismatch", contract.where(Field::max_end),
                                      "max_end is not the end with all extensions");
  d.label = "with them it is " + iso_date(extended(*from, term.all));
  d.notes.push_back({contract.where(Field::extensions), "extensions stands here"});
  d.help = "mend the date, or the extensions that the contract allows";
}

}  // namespace

void check_register_extensions(const Inspection& site, Diagnostics& diagnostics) {
  const ContractViews contracts(site.model);
  for (const ItemId id : contracts.ids()) {
    const ContractView contract = contracts[id];
    if (!check_days(contract, diagnostics) || contract.was_refused(Field::extensions) ||
        contract.was_refused(Field::base_end) || contract.was_refused(Field::max_end) ||
        contract.was_refused(Field::end))
      continue;
    const Term term = term_of(contract);
    if (term.all > most_months) continue;
    if (term.taken > 0 && term.base == nullptr) {
      diagnostics
          .warning("extension-mismatch", contract.where(Field::extensions),
                   "an extension was taken, and base_end does not say when the contract ended without it")
          .help = "add base_end: the last day without extensions";
      continue;
    }
    if (!check_allowed(contract, term, diagnostics)) continue;
    check_end(contract, term, diagnostics);
    check_latest_end(contract, term, diagnostics);
  }
}

}  // namespace framewright
