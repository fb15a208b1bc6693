#include "publish/share.h"

#include "base/hash.h"

namespace framewright {

bool Share::has(std::string_view file) const { return is_all() || fnv_hash(file) % of == part - 1; }

}  // namespace framewright
