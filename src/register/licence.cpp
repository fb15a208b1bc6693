#include "register/licence.h"

#include <array>

#include "base/text.h"

namespace framewright {

namespace {

struct Licence {
  std::string_view name, title, address;
};

constexpr std::array<Licence, 5> known_licences{{
    {"ogl-uk-3.0", "Open Government Licence v3.0",
     "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"},
    {"ogl-uk-2.0", "Open Government Licence v2.0",
     "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/2/"},
    {"cc-by-4.0", "Creative Commons Attribution 4.0", "https://creativecommons.org/licenses/by/4.0/"},
    {"cc-by-sa-4.0", "Creative Commons Attribution-ShareAlike 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"},
    {"cc0-1.0", "Creative Commons Zero 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"},
}};

const Licence* find_licence(std::string_view licence) {
  const std::string wanted = ascii_lower(licence);
  for (const Licence& known : known_licences)
    if (known.name == wanted || known.address == licence) return &known;
  return nullptr;
}

}  // namespace

std::string licence_address(std::string_view licence) {
  if (licence.starts_with("https://") || licence.starts_with("http://")) return std::string(licence);
  const Licence* known = find_licence(licence);
  return known == nullptr ? std::string() : std::string(known->address);
}

std::string licence_title(std::string_view licence) {
  const Licence* known = find_licence(licence);
  return std::string(known == nullptr ? licence : known->title);
}

}  // namespace framewright
