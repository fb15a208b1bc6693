#include "render/accessibility_page.h"

namespace framewright {

namespace {

Value date_value(const std::optional<Date>& date) { return date ? Value(*date) : Value(Empty{}); }

// The name of a success criterion, in the language of the site where that has one.
std::string_view name_of(std::string_view criterion, const Words& words) {
  const std::string key = "wcag " + std::string(criterion);
  const std::string_view name = words.choice(key);
  return name == key ? criterion_name(criterion) : name;
}

Value failures_of(const AccessibilityStatement& statement, FailureReason reason, const Words& words, Arena& arena) {
  Array& list = arena.array();
  for (const AccessibilityFailure& failure : statement.failures)
    if (failure.reason == reason)
      list.add(arena.table()
                   .set("says", failure.says)
                   .set("criterion", failure.criterion)
                   .set("criterion_name", name_of(failure.criterion, words))
                   .set("fix_by", date_value(failure.fix_by)));
  return list;
}

void fill(const AccessibilityStatement& statement, const Words& words, Table& context, Arena& arena) {
  context.set("compliance", statement.status == Compliance::full      ? "full"
                            : statement.status == Compliance::partial ? "partial"
                                                                      : "none");
  context.set("non_compliance", failures_of(statement, FailureReason::non_compliance, words, arena))
      .set("disproportionate_burden", failures_of(statement, FailureReason::disproportionate_burden, words, arena))
      .set("out_of_scope", failures_of(statement, FailureReason::out_of_scope, words, arena))
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
  page.title = config.words.text("accessibility.title", {config.title});
  page.short_title = config.words.text("footer.accessibility");
  page.yields = true;
  page.summary = config.words.text("accessibility.says");
  page.fill = [&config](Table& context, Arena& arena) { fill(*config.accessibility, config.words, context, arena); };
  plan.pages.push_back(std::move(page));
}

}  // namespace framewright
