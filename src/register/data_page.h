#pragma once

#include "register/register_lists.h"

namespace framewright {

// The page on the register as data: what may be downloaded, under which licence, what each column means, and what is
// not known or withheld, and why. It names the listed files of `plan`, those planned later too.
void plan_data_page(const std::shared_ptr<const RegisterLists>& lists, SitePlan& plan);

}  // namespace framewright
