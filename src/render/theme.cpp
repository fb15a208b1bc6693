#include "render/theme.h"

#include <algorithm>
#include <set>

#include "base/hash.h"
#include "base/text.h"
#include "model/built_in.h"
#include "model/directive_catalogue.h"
#include "render/palette.h"
#include "render/short_css.h"

namespace framewright {

namespace {

constexpr std::string_view templates_folder = "templates/";
constexpr std::string_view directives_folder = "directives/";
constexpr std::string_view partials_folder = "partials/";
constexpr std::string_view built_in_prefix = "builtin:";

// Names a file by its bytes, so that a browser may keep it for ever.
std::string content_hash(std::string_view bytes) {
  const std::uint64_t hash = fnv_hash(bytes);
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string name;
  for (int shift = 60; shift >= 24; shift -= 4) name += digits[(hash >> shift) & 15];
  return name;
}

std::string theme_file(const Config& config, std::string_view name) {
  for (const EmbeddedFile& file : built_in_themes())
    if (file.path == config.theme + "/" + std::string(name)) return std::string(file.text);
  return {};
}

std::string stylesheet(const Config& config) {
  return short_css(palette(config.organisation.colour.value_or(default_accent)) + theme_file(config, "style.css")) +
         "\n";
}

// A script of the theme as it is published: without the indentation and the lines of remarks, which readers would pay
// for.
std::string script(const Config& config, std::string_view name) {
  const std::string source = theme_file(config, name);
  std::string out;
  for (std::string_view rest = source; !rest.empty();) {
    std::string_view line = next_field(rest, '\n');
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    if (!line.empty() && !line.starts_with("//")) out.append(line).append("\n");
  }
  return out;
}

}  // namespace

Theme load_theme(const FileStore& store, const Config& config, SourceFiles& files, const Filters& filters,
                 Diagnostics& diagnostics) {
  Theme theme;
  std::vector<TemplateSource> sources;
  std::set<std::string, std::less<>> own;
  bool extends_built_in = false;
  std::vector<FileProblem> problems;
  for (const std::string& path : store.list("templates", problems)) {
    FileRead read = store.read(path);
    if (read.text) drop_byte_order_mark(*read.text);
    const FileId file = files.add(path, read.text.value_or(""));
    if (!read.text) {
      diagnostics.error("unreadable-file", {file, 0, 0}, read.problem_of("this template"));
      continue;
    }
    if (const auto bad = first_invalid_utf8(*read.text)) {
      const auto at = static_cast<std::uint32_t>(*bad);
      diagnostics
          .error("unreadable-file", {file, at, at + 1},
                 "this template is not saved as UTF-8: the character here cannot be read")
          .help = "save it as UTF-8";
      continue;
    }
    std::string name = path.substr(templates_folder.size());
    if (name.starts_with(directives_folder) && name.ends_with(".html")) {
      const std::string directive = name.substr(directives_folder.size(), name.size() - directives_folder.size() - 5);
      if (find_directive(directive) == nullptr) theme.directives.push_back(directive);
    }
    own.insert(name);
    extends_built_in = extends_built_in || read.text->find(built_in_prefix) != std::string::npos;
    sources.push_back({std::move(name), std::move(*read.text), file});
  }
  for (const FileProblem& problem : problems)
    diagnostics.error("unreadable-file", {}, problem.path + ": " + problem.message);
  for (const EmbeddedFile& built_in : built_in_templates()) {
    const std::string name(built_in.path);
    const FileId file = files.add("built-in templates/" + name, std::string(built_in.text));
    if (!own.contains(name))
      sources.push_back({name, std::string(built_in.text), file, !name.starts_with(partials_folder)});
    if (extends_built_in)
      sources.push_back({std::string(built_in_prefix) + name, std::string(built_in.text), file, false});
  }
  theme.templates = TemplateSet::compile(std::move(sources), filters, diagnostics, config.words.formats());
  theme.stylesheet.bytes = stylesheet(config);
  theme.stylesheet.file = "assets/style." + content_hash(theme.stylesheet.bytes) + ".css";
  theme.search_script.bytes = script(config, "search.js");
  theme.search_script.file = "assets/search." + content_hash(theme.search_script.bytes) + ".js";
  theme.register_script.bytes = script(config, "register.js");
  theme.register_script.file = "assets/register." + content_hash(theme.register_script.bytes) + ".js";
  return theme;
}

}  // namespace framewright
