#pragma once

#include <string_view>

#include "template/value.h"

namespace framewright {

// Which items of one list lead to which of another by a relation of theirs, or by any relation either way when
// `relation` is empty: `rows`, a list of `item`, `cells` (`linked` of each column) and `count`; `columns`, a list of
// `item` and `count`; `empty_rows` and `empty_columns`, the items that nothing is linked to.
Value matrix_of(const List& rows, const List& columns, std::string_view relation, Arena& arena);

}  // namespace framewright
