#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/colour.h"
#include "base/date.h"
#include "base/diagnostic.h"
#include "base/money.h"
#include "base/origin.h"
#include "model/accessibility.h"
#include "model/regime.h"
#include "model/repository.h"
#include "model/schema.h"
#include "model/waiver.h"
#include "model/words.h"

namespace framewright {

struct Organisation {
  std::string name, email, telephone, address, logo;
  std::optional<Colour> colour;
  Span logo_where, colour_where;
};

struct RegisterSettings {
  Money threshold{500000};  // pence; contracts at or above it are published
  std::vector<std::string> departments;
  std::string licence;
  std::string ocid_prefix;
  std::vector<std::string> regimes;         // names of those that the register is under; each is in Config::regimes
  std::optional<Money> decision_threshold;  // contracts above it need a decision
  std::size_t near_threshold = 2;           // in per cent: how far below a threshold is just below it; 0 for never
  Span threshold_where;
};

struct MarkdownSettings {
  bool raw_html = false;
  bool smart_quotes = true;
  bool link_terms = true;
};

struct SearchSettings {
  bool enabled = true;
  std::vector<std::string> leave_out;  // names of types whose items are not searched
  Span leave_out_where;
};

// How the columns of one CSV file are to be read.
struct SourceSettings {
  std::string path;
  std::map<std::string, std::string, std::less<>> columns;  // heading of the file to name of the field
  char list_separator = ';';
  std::string date_format = "%Y-%m-%d";
  Span where;
};

// A site's own rule. Its expressions are compiled once the schema is known.
struct CustomRule {
  std::string name;
  std::string select, require;
  Origin select_origin, require_origin;
  Severity severity = Severity::warning;
  std::string message, help;
  Span where;
};

struct Redirect {
  std::string from, to;
  Span where, to_where;
};

struct Release {
  std::string tag, note;
  std::optional<Date> on;
  Span where;
};

// A second language in which the site is published, from content/CODE/ beside content/.
struct Translation {
  std::string code;  // a language tag, and the folder of its pages: "cy"
  Span where;
};

// What site.toml says, with the built-in types and the site's own made one. Immutable once loaded.
struct Config {
  FileId file = no_file;
  std::string title;
  std::string base_url;  // ends in / unless empty
  std::string language = "en-GB";
  Span language_where;
  std::vector<Translation> translations;
  // Of the configuration of a translation: its code, and the language of what is not translated. Empty otherwise.
  std::string translation, original_language;
  std::string description;
  std::string date_format = "%e %B %Y";
  std::string theme = "civic";
  Organisation organisation;
  RegisterSettings contracts;
  MarkdownSettings markdown;
  SearchSettings search;
  Repository repository;
  std::vector<SourceSettings> sources;
  std::vector<CustomRule> rules;
  std::map<std::string, std::optional<Severity>, std::less<>> severities;  // nothing: the rule is off
  std::vector<Waiver> waivers;
  std::vector<Redirect> redirects;
  std::vector<Release> releases;
  std::vector<Regime> regimes;  // all that are known
  std::optional<AccessibilityStatement> accessibility;
  Schema schema;
  Words words;  // of the language
  Date today{};

  const SourceSettings& source(std::string_view path) const;
  const Regime* regime(std::string_view name) const;
  // Where a file of content/ stands in the site that is read: "framework/x.md" of content/framework/x.md, and of
  // content/cy/framework/x.md in the translation "cy". Nothing for a file of another language.
  std::optional<std::string_view> place_of(std::string_view path) const;
  // Whether a file is of the translation itself, and not of the site that it translates.
  bool is_of_translation(std::string_view path) const;
  // Those that the register is under, in the order of site.toml.
  std::vector<const Regime*> regimes_in_use() const;
};

}  // namespace framewright
