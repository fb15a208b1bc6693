#include "register/licence.h"

#include <array>
#include <utility>

#include "base/text.h"

namespace framewright {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> known_licences{{
    {"ogl-uk-3.0", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"},
    {"ogl-uk-2.0", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/2/"},
    {"cc-by-4.0", "https://creativecommons.org/licenses/by/4.0/"},
    {"cc-by-sa-4.0", "https://creativecommons.org/licenses/by-sa/4.0/"},
    {"cc0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"},
}};

}  // namespace

std::string licence_address(std::string_view licence) {
  if (licence.starts_with("https://") || licence.starts_with("http://")) return std::string(licence);
  const std::string wanted = ascii_lower(licence);
  for (const auto& [name, address] : known_licences)
    if (name == wanted) return std::string(address);
  return {};
}

}  // namespace framewright
