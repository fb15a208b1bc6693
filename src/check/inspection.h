#pragma once

#include "base/diagnostic.h"
#include "check/known_findings.h"
#include "model/config.h"
#include "model/model.h"
#include "model/values.h"
#include "template/filter.h"

namespace framewright {

// What a rule looks at.
struct Inspection {
  const Model& model;
  const ModelValues& values;
  const Config& config;
  const Filters& filters;
  const KnownFindings& known;
};

// The rules, in families; each adds what it finds. Linear in items, links and texts.

// duplicate-number, numbering-gap: the numbers in the ids of numbered types.
void check_numbers(const Inspection& site, Diagnostics& diagnostics);
// numbering-gap: numbers typed in titles of chapters, in headings and in lists.
void check_typed_numbers(const Inspection& site, Diagnostics& diagnostics);
// cycle: relations that must not come back to where they began (LinkDef::circle).
void check_circles(const Inspection& site, Diagnostics& diagnostics);
// end-before-start, bad-value: dates against the dates that FieldDef::from and FieldDef::between name.
void check_date_order(const Inspection& site, Diagnostics& diagnostics);
// threshold-overlap, threshold-gap: the ranges of values of a type (TypeDef::range).
void check_ranges(const Inspection& site, Diagnostics& diagnostics);
// withdrawn-without-reason, superseded-without-successor.
void check_lifecycle(const Inspection& site, Diagnostics& diagnostics);
// review-overdue, never-reviewed.
void check_reviews(const Inspection& site, Diagnostics& diagnostics);
// link-to-withdrawn.
void check_retired_links(const Inspection& site, Diagnostics& diagnostics);
// unsafe-html.
void check_raw_html(const Inspection& site, Diagnostics& diagnostics);
// The rules of site.toml.
void check_own_rules(const Inspection& site, Diagnostics& diagnostics);
// missing-metadata.
void check_metadata(const Inspection& site, Diagnostics& diagnostics);
// uncovered.
void check_coverage(const Inspection& site, Diagnostics& diagnostics);
// orphan.
void check_orphans(const Inspection& site, Diagnostics& diagnostics);
// empty-section, link-to-empty.
void check_empty_sections(const Inspection& site, Diagnostics& diagnostics);
// heading-skip.
void check_heading_levels(const Inspection& site, Diagnostics& diagnostics);
// duplicate-id: the ids that authors give to headings.
void check_heading_anchors(const Inspection& site, Diagnostics& diagnostics);
// bad-value: the languages of parts of a text.
void check_languages(const Inspection& site, Diagnostics& diagnostics);
// vague-link-text, missing-alt-text.
void check_link_words(const Inspection& site, Diagnostics& diagnostics);
// title-mismatch: words of a link that name something else than its target.
void check_link_names(const Inspection& site, Diagnostics& diagnostics);
// unused-term, unused-reference.
void check_usage(const Inspection& site, Diagnostics& diagnostics);
// accessibility-statement.
void check_accessibility(const Inspection& site, Diagnostics& diagnostics);
// low-contrast: the colour of the organisation.
void check_colours(const Inspection& site, Diagnostics& diagnostics);
// missing-ocid-prefix, duplicate-id: what the Open Contracting Data Standard needs.
void check_open_contracting(const Inspection& site, Diagnostics& diagnostics);
// unknown-field: what redactions name.
void check_redactions(const Inspection& site, Diagnostics& diagnostics);
// ambiguous-term.
void check_ambiguous_terms(const Inspection& site, Diagnostics& diagnostics);

// The rules of the contract register.

// review-overdue, ended-still-active, award-after-start, missing-end, open-ended-with-end, open-ended-without-notice.
void check_register_dates(const Inspection& site, Diagnostics& diagnostics);
// extension-mismatch, extension-not-allowed; bad-value of the day on which one was taken.
void check_register_extensions(const Inspection& site, Diagnostics& diagnostics);
// missing-value, value-not-positive, placeholder-value, value-changed, change-without-notice, just-below-threshold.
void check_register_values(const Inspection& site, Diagnostics& diagnostics);
// pooled-shares-mismatch, partner-not-buyer.
void check_register_pooled(const Inspection& site, Diagnostics& diagnostics);
// repeated-awards.
void check_register_awards(const Inspection& site, Diagnostics& diagnostics);
// direct-without-justification, single-bid; bad-value of the number of bids.
void check_register_competition(const Inspection& site, Diagnostics& diagnostics);
// placeholder-supplier, several-organisations, shared-supplier-number, similar-supplier-names,
// missing-supplier-number.
void check_register_suppliers(const Inspection& site, Diagnostics& diagnostics);
// unknown-cpv-division.
void check_register_cpv(const Inspection& site, Diagnostics& diagnostics);
// over-threshold-without-decision, decision-after-start, decision-above-limit.
void check_register_governance(const Inspection& site, Diagnostics& diagnostics);
// What the regimes ask for that the register is under (Config::regimes_in_use): missing-kpis, missing-notice,
// late-notice, missing-transparency-field, register-threshold.
void check_register_duties(const Inspection& site, Diagnostics& diagnostics);
// contract-without-purpose.
void check_register_thread(const Inspection& site, Diagnostics& diagnostics);

}  // namespace framewright
