#pragma once

#include "register/register_lists.h"

namespace framewright {

// What the page of a contract tells beside its fields:
//   state, state_kind, no_value, no_start, no_end  as in the rows of lists
//   suppliers, buyers (items; names), department (`label`, `address`) and categories (`code`, `label`, `address`)
//   decisions, predecessors, successors            items
//   thread                                         steps that are not empty: `label`, `items`
//   history                                        `date`, `words`, `anchor`, `url`, `future`
//   extensions                                     `words`, `taken_on` (a date or empty)
//   notices                                        `code`, `name`, `published`, `url`
//   pooled, pooled_total                           `partner`, `share`, `percent`
//   redactions                                     `label`, `reason`, `decided_by`, `on`, `review`
Table& describe_contract(const RegisterLists& lists, ContractIndex index, Arena& arena);

}  // namespace framewright
