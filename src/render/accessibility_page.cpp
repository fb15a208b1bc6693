#include "render/accessibility_page.h"

namespace framewright {

namespace {

Value date_value(const std::optional<Date>& date) { return date ? Value(*date) : Value(Empty{}); }

Value failures_of(const AccessibilityStatement& statement, FailureReason reason, Arena& arena) {
  Array& list = arena.array();
  for (const AccessibilityFailure& failure : statement.failures)
    if (failure.reason == reason)
      list.add(arena.table()
                   .set("says", failure.says)
                   .set("criterion", failure.criterion)
                   .set("criterion_name", criterion_name(failure.criterion))
                   .set("fix_by", date_value(failure.fix_by)));
  return list;
}

void fill(const AccessibilityStatement& statement, Table& context, Arena& arena) {
  context.set("compliance", statement.status == Compliance::full      ? "full"
                            : statement.status == Compliance::partial ? "partial"
                                                                      : "none");
  context.set("non_compliance", failures_of(statement, FailureReason::non_compliance, arena))
      .set("disproportionate_burden", failures_of(statement, FailureReason::disproportionate_burden, arena))
      .set("out_of_scope", failures_of(statement, FailureReason::out_of_scope, arena))
      .set("prepared", date_value(statement.prepared))
      .set("reviewed", date_value(statement.reviewed))
      .set("tested", date_value(statement.tested))
      .set("tested_by", statement.tested_by)
      .set("response_days", statement.response_days)
      .set("northern_ireland", statement.northern_ireland);
}

}  // namespace

void plan_accessibility_page(const Config& config, SitePlan& plan) {
  if (!config.accessibility) return;
  PlannedPage page;
  page.address = "accessibility/";
  page.template_name = "accessibility.html";
  page.title = "Accessibility statement for " + config.title;
  page.short_title = "Accessibility";
  page.yields = true;
  page.summary = "How far this site can be used by everyone, what cannot, and whom to tell.";
  page.fill = [&statement = *config.accessibility](Table& context, Arena& arena) { fill(statement, context, arena); };
  plan.pages.push_back(std::move(page));
}

}  // namespace framewright
