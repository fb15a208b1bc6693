#pragma once

#include "register/register_lists.h"

namespace framewright {

// Contracts by their dates: those that end in the next 3, 6, 12 and 18 months, those that are to start, and those
// awarded in this quarter of the year, with those of the one before while this one has none.
void plan_time_pages(const std::shared_ptr<const RegisterLists>& lists, SitePlan& plan);

// The quarter of the calendar year that a day is in: its first day.
Date quarter_of(Date day);

}  // namespace framewright
