#pragma once

#include "register/register_lists.h"

namespace framewright {

inline constexpr std::size_t most_changes = 50;

// An Atom feed (RFC 4287) of what happened to contracts up to today, the latest first: register/changes.xml. Nothing is
// planned for a site without a base_url, as the ids of entries are whole addresses.
void plan_changes_feed(const std::shared_ptr<const RegisterLists>& lists, SitePlan& plan);

}  // namespace framewright
