#include "model/built_in.h"

#include <stdexcept>
#include <string>

namespace framewright {

std::span<const EmbeddedFile> embedded_model();
std::span<const EmbeddedFile> embedded_templates();
std::span<const EmbeddedFile> embedded_themes();

namespace {

std::string_view built_in_file(std::string_view path) {
  for (const EmbeddedFile& file : embedded_model())
    if (file.path == path) return file.text;
  throw std::logic_error("no built-in file " + std::string(path));
}

}  // namespace

std::string_view built_in_types() { return built_in_file("types.toml"); }
std::string_view built_in_rules() { return built_in_file("rules.toml"); }
std::string_view built_in_notices() { return built_in_file("notices.toml"); }
std::string_view built_in_directives() { return built_in_file("directives.toml"); }
std::string_view built_in_regimes() { return built_in_file("regimes.toml"); }
std::string_view built_in_cpv() { return built_in_file("cpv.toml"); }
std::string_view built_in_wcag() { return built_in_file("wcag.toml"); }
std::string_view built_in_repository_hosts() { return built_in_file("repository_hosts.toml"); }
std::string_view built_in_made_pages() { return built_in_file("made_pages.toml"); }
std::string_view built_in_register_headings() { return built_in_file("register_headings.toml"); }

std::optional<std::string_view> built_in_words(std::string_view language) {
  const std::string path = "words/" + std::string(language) + ".toml";
  for (const EmbeddedFile& file : embedded_model())
    if (file.path == path) return file.text;
  return std::nullopt;
}

std::span<const EmbeddedFile> built_in_templates() { return embedded_templates(); }
std::span<const EmbeddedFile> built_in_themes() { return embedded_themes(); }

}  // namespace framewright
