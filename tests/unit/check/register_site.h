#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "unit/site.h"

namespace framewright {

// A contract in TOML of which no rule has anything to say, with lines changed: `end = 2027-03-31` takes the place of
// the line of that key or is added, `-end` takes it out.
inline std::string contract(std::string_view id, std::initializer_list<std::string_view> changes = {}) {
  std::vector<std::pair<std::string, std::string>> lines{{"title", "title = \"Play\""},
                                                         {"description", "description = \"Play\""},
                                                         {"department", "department = \"Education\""},
                                                         {"supplier", "supplier = [\"acme\"]"},
                                                         {"value_net", "value_net = 20000"},
                                                         {"vat_irrecoverable", "vat_irrecoverable = 0"},
                                                         {"start", "start = 2026-04-01"},
                                                         {"end", "end = 2028-03-31"},
                                                         {"review", "review = 2027-09-30"},
                                                         {"procedure", "procedure = \"tender\""},
                                                         {"sme", "sme = \"yes\""},
                                                         {"vcse", "vcse = \"no\""},
                                                         {"strategy", "strategy = [\"plan\"]"}};
  for (const std::string_view change : changes) {
    const bool out = change.starts_with('-');
    const std::string key(out ? change.substr(1) : change.substr(0, change.find(' ')));
    const auto line = std::find_if(lines.begin(), lines.end(), [&](const auto& each) { return each.first == key; });
    if (line != lines.end() && out)
      lines.erase(line);
    else if (line != lines.end())
      line->second = change;
    else
      lines.emplace_back(key, change);
  }
  std::string toml = "[" + std::string(id) + "]\n";
  for (const auto& [key, line] : lines) toml += line + "\n";
  return toml;
}

// A register of these contracts, with the supplier, the strategy and the site.toml that they need; `more` adds files or
// puts them in the place of those.
inline Files register_of(const std::string& contracts, Files more = {}) {
  more.try_emplace(
      "site.toml",
      "title = \"Test\"\nbase_url = \"https://test.example/\"\n[register]\nocid_prefix = \"ocds-m4v8re\"\n");
  more.try_emplace("content/register/contracts.toml", contracts);
  more.try_emplace("content/register/suppliers.toml",
                   "[acme]\ntitle = \"Acme Play Ltd\"\ncompany_number = \"09912345\"\n");
  more.try_emplace("content/strategies/plan.md", page("title = \"Play plan\"", "We plan."));
  return more;
}

// What one rule says of a register of one contract.
inline std::string said(std::string_view rule, std::initializer_list<std::string_view> changes, Files more = {}) {
  return messages(rule, register_of(contract("C-1", changes), std::move(more)));
}

}  // namespace framewright
