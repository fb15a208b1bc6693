#pragma once

#include "register/register_lists.h"

namespace framewright {

inline constexpr std::size_t rows_of_part = 2000;

// The data by which the script of the register filters the whole list in place. `register/data/parts.json`:
//   {"facets": [{"name", "label", "values": [{"slug", "label", "contracts", "pence"}]}],
//    "parts": [{"file": "part-1.json", "rows": 2000, "values": [[…], …]}]}
// where the values of a part are, facet by facet, the places of those that its contracts stand in, so that a part that
// cannot hold what is sought need not be fetched. `part-N.json`: an array of rows,
//   [address, title, reference, suppliers, value, start, end, values]
// `address` is from the root of the site; `value` is pence, or the words that stand for it; `start` and `end` are dates
// or words; `values` are the places of its values, facet by facet. Parts go by department, then by year of start.
void plan_filter_data(const std::shared_ptr<const RegisterLists>& lists, SitePlan& plan);

}  // namespace framewright
