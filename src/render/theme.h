#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "model/config.h"
#include "port/files.h"
#include "template/template.h"

namespace framewright {

// A file that the theme adds to the site.
struct ThemeFile {
  std::string file;  // of the output, with a hash of its bytes in the name
  std::string bytes;
};

// How the site looks: its templates, compiled, and the files that they use.
struct Theme {
  std::optional<TemplateSet> templates;  // nothing after an error
  ThemeFile stylesheet;
  ThemeFile search_script;              // answers queries; only the results page loads it
  ThemeFile register_script;            // filters the register in place; only its pages load it
  std::vector<std::string> directives;  // those that the site adds by templates/directives/NAME.html

  bool has_file(std::string_view file) const {
    return file == stylesheet.file || file == search_script.file || file == register_script.file;
  }
};

// Joins the built-in templates with the site's own, which go before them; a built-in one is also known as
// "builtin:NAME". `filters` outlives the theme.
Theme load_theme(const FileStore& store, const Config& config, SourceFiles& files, const Filters& filters,
                 Diagnostics& diagnostics);

}  // namespace framewright
