#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/source.h"

namespace framewright {

// The facts of an accessibility statement, as the Public Sector Bodies (Websites and Mobile Applications) (No. 2)
// Accessibility Regulations 2018 ask for them. From [accessibility] of site.toml.

enum class Compliance : std::uint8_t { full, partial, none };
// Why something is not accessible: the three headings of the statement.
enum class FailureReason : std::uint8_t { non_compliance, disproportionate_burden, out_of_scope };

struct AccessibilityFailure {
  std::string criterion;  // "1.4.10" of WCAG 2.2; empty for what is out of scope
  std::string says;
  FailureReason reason = FailureReason::non_compliance;
  std::optional<Date> fix_by;
  Span where, fix_where;
};

struct AccessibilityStatement {
  Compliance status = Compliance::partial;
  std::vector<AccessibilityFailure> failures;
  std::optional<Date> prepared, reviewed, tested;
  std::string tested_by;
  std::size_t response_days = 0;  // working days within which a message is answered; 0: not said
  bool northern_ireland = false;  // whose equality body enforces the regulations there
  Span where, status_where, prepared_where, reviewed_where;
};

// "Reflow (AA)" of 1.4.10; empty when WCAG 2.2 has no such criterion of level A or AA.
std::string_view criterion_name(std::string_view number);

}  // namespace framewright
