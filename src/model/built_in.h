#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "base/embedded.h"

namespace framewright {

// Data compiled into the program: the declarations of types, the catalogue of rules and that of directives.
std::string_view built_in_types();
std::string_view built_in_rules();
std::string_view built_in_directives();
// The regimes of procurement and publication.
std::string_view built_in_regimes();

// Names for readers: the divisions of the procurement vocabulary, and the notices of the Procurement Act.
std::string_view built_in_cpv();
std::string_view built_in_notices();
// The success criteria of the Web Content Accessibility Guidelines.
std::string_view built_in_wcag();
// How hosts of repositories address a file.
std::string_view built_in_repository_hosts();
// The pages that a site has without anybody writing them.
std::string_view built_in_made_pages();
// Headings of registers as councils publish them, and the fields that they hold.
std::string_view built_in_register_headings();

// What the generator says to readers in a language ("en", "cy"); nothing when it does not speak it.
std::optional<std::string_view> built_in_words(std::string_view language);

// The templates ("page.html", "directives/list.html") and the files of the theme ("civic/style.css").
std::span<const EmbeddedFile> built_in_templates();
std::span<const EmbeddedFile> built_in_themes();

}  // namespace framewright
