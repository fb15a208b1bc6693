#include "check/check.h"

#include <array>

#include "base/parallel.h"
#include "check/inspection.h"

namespace framewright {

namespace {

using Rule = void (*)(const Inspection& site, Diagnostics& diagnostics);

constexpr std::array<Rule, 36> rules{
    check_numbers,
    check_typed_numbers,
    check_circles,
    check_date_order,
    check_ranges,
    check_lifecycle,
    check_reviews,
    check_retired_links,
    check_raw_html,
    check_own_rules,
    check_metadata,
    check_coverage,
    check_orphans,
    check_empty_sections,
    check_heading_levels,
    check_heading_anchors,
    check_languages,
    check_link_words,
    check_link_names,
    check_usage,
    check_ambiguous_terms,
    check_register_dates,
    check_register_extensions,
    check_register_values,
    check_register_pooled,
    check_register_awards,
    check_register_competition,
    check_register_suppliers,
    check_register_cpv,
    check_register_governance,
    check_register_duties,
    check_register_thread,
    check_redactions,
    check_open_contracting,
    check_colours,
    check_accessibility,
};

}  // namespace

void check(const Model& model, const ModelValues& values, const Config& config, const Filters& filters,
           std::size_t threads, Diagnostics& diagnostics) {
  const KnownFindings known(diagnostics, model);
  const Inspection site{model, values, config, filters, known};
  std::array<Diagnostics, rules.size()> found;
  parallel_for(rules.size(), threads, [&](std::size_t rule, std::size_t) { rules[rule](site, found[rule]); });
  for (Diagnostics& each : found) diagnostics.merge(std::move(each));
}

}  // namespace framewright
