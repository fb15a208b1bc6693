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
// ambiguous-term.
void check_ambiguous_terms(const Inspection& site, Diagnostics& diagnostics);

}  // namespace framewright
