#include "cli/publishable_findings.h"

#include <algorithm>

#include "base/term_matcher.h"
#include "check/item_places.h"
#include "register/redaction.h"

namespace framewright {

namespace {

class Withheld {
public:
  explicit Withheld(const SiteRun& run) : model_(run.model), places_(run.model) {
    std::vector<TermName> names;
    for (const std::string& text : run.withheld) names.push_back({text, 0, false});
    texts_ = TermMatcher(names);
  }

  bool concerns(const Diagnostic& finding) const {
    return is_about(finding.where) || quotes(finding.message) || quotes(finding.label) || quotes(finding.help) ||
           std::any_of(finding.notes.begin(), finding.notes.end(),
                       [&](const Note& note) { return is_about(note.where) || quotes(note.message); });
  }

private:
  bool is_about(Span where) const {
    if (!where.known()) return false;
    for (ItemId item = places_.at(where); item != no_item; item = model_.items[item].parent)
      if (withholds_something(model_, item)) return true;
    return false;
  }
  bool quotes(const std::string& words) const {
    std::vector<TermMatch> found;
    if (!texts_.empty()) texts_.find(words, found);
    return !found.empty();
  }

  const Model& model_;
  ItemPlaces places_;
  TermMatcher texts_;
};

}  // namespace

std::vector<Diagnostic> publishable_findings(const SiteRun& run) {
  std::vector<Diagnostic> findings = run.findings.all();
  if (!has_redactions(run.model)) return findings;
  const Withheld withheld(run);
  for (Diagnostic& finding : findings) {
    if (!withheld.concerns(finding)) continue;
    finding.message = "this finding is about an item that withholds something";
    finding.label.clear();
    finding.notes.clear();
    finding.help = "`framewright check` says what it is";
  }
  return findings;
}

}  // namespace framewright
