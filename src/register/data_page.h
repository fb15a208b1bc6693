#pragma once

#include <cstdint>
#include <string>

#include "register/register_lists.h"

namespace framewright {

// The page on the register as data: what may be downloaded, under which licence, what each column means, and what is
// not known or withheld, and why. It names the listed files of `plan`, those planned later too.
void plan_data_page(const std::shared_ptr<const RegisterLists>& lists, SitePlan& plan);

// "512 bytes", "34 KB", "1.2 MB": thousands as the makers of disks count them, rounded up.
std::string file_size(std::uint64_t bytes);
// "CSV" of "register/register.csv": the ending of the name.
std::string file_type(std::string_view file);

}  // namespace framewright
