#include "base/text.h"
#include "check/inspection.h"

namespace framewright {

namespace {

constexpr int days_of_a_year = 366;

void check_age(const AccessibilityStatement& statement, Date today, Diagnostics& diagnostics) {
  const Date last = statement.reviewed.value_or(*statement.prepared);
  const long long days = days_between(last, today);
  if (days <= days_of_a_year) return;
  Diagnostic& d = diagnostics.warning("accessibility-statement",
                                      statement.reviewed ? statement.reviewed_where : statement.prepared_where,
                                      "the accessibility statement has not been reviewed for more than a year");
  d.label = "it was " + counted(static_cast<std::size_t>(days), "day", "days") + " ago";
  d.help = "test the site, mend the statement, and set reviewed to the day on which that was done";
}

void check_status(const AccessibilityStatement& statement, Diagnostics& diagnostics) {
  bool fails = false;
  for (const AccessibilityFailure& failure : statement.failures) fails |= failure.reason != FailureReason::out_of_scope;
  if (fails != (statement.status == Compliance::full)) return;
  Diagnostic& d = diagnostics.warning(
      "accessibility-statement", statement.status_where,
      fails ? "the site is said to be fully compliant, and the statement names what fails"
            : "the site is said not to be fully compliant, and the statement does not name what fails");
  d.help = fails ? "write \"partially compliant\", or take out the failures that are mended"
                 : "add each as [[accessibility.failure]], with criterion, says and fix_by";
}

void check_fix(const AccessibilityFailure& failure, Date today, Diagnostics& diagnostics) {
  if (failure.reason != FailureReason::non_compliance) return;
  if (!failure.fix_by) {
    diagnostics
        .warning("accessibility-statement", failure.where,
                 "the accessibility statement does not say when " + failure.criterion + " will be met")
        .help = "add fix_by = the day by which it is planned to be mended";
  } else if (*failure.fix_by < today) {
    Diagnostic& d = diagnostics.warning(
        "accessibility-statement", failure.fix_where,
        "the accessibility statement promises that " + failure.criterion + " is met by a day that is past");
    d.label =
        "it was " + counted(static_cast<std::size_t>(days_between(*failure.fix_by, today)), "day", "days") + " ago";
    d.help = "take the failure out if it is mended, or give a new day and say why";
  }
}

}  // namespace

void check_accessibility(const Inspection& site, Diagnostics& diagnostics) {
  if (!site.config.accessibility) return;
  const AccessibilityStatement& statement = *site.config.accessibility;
  check_age(statement, site.config.today, diagnostics);
  check_status(statement, diagnostics);
  for (const AccessibilityFailure& failure : statement.failures) check_fix(failure, site.config.today, diagnostics);
}

}  // namespace framewright
