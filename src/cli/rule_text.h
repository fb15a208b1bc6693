#pragma once

#include <string>
#include <string_view>

#include "model/config.h"
#include "model/rule_catalogue.h"

namespace framewright {

// One line a rule, its name first: those built in and then the site's own, with the severity that holds.
std::string rules_list(const Config& config);

// What a rule means, why it matters, an example of each kind, and how to change or waive it; nothing for a name that no
// rule has. `of_site`: the config is that of a site, and may give the rule another severity.
std::string rule_text(std::string_view name, const Config& config, bool of_site);

// "there is no rule …", with the nearest.
std::string unknown_rule(std::string_view name, const Config& config);

}  // namespace framewright
