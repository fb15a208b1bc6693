#include "load/config_loader.h"

#include <algorithm>

#include "base/html.h"
#include "base/text.h"
#include "load/accessibility_reader.h"
#include "load/regime_reader.h"
#include "load/repository_reader.h"
#include "load/schema_reader.h"
#include "load/table_reader.h"
#include "load/waiver_reader.h"
#include "load/words_reader.h"
#include "model/built_in.h"
#include "model/rule_catalogue.h"
#include "port/toml.h"

namespace framewright {

namespace {

constexpr std::string_view config_path = "site.toml";

std::optional<Severity> severity_named(std::string_view name) {
  if (name == "error") return Severity::error;
  if (name == "warning") return Severity::warning;
  if (name == "info") return Severity::info;
  return std::nullopt;
}

class ConfigReader {
public:
  ConfigReader(const TomlValue& root, Config& config, Diagnostics& diagnostics)
      : root_(root), config_(config), diagnostics_(diagnostics) {}

  void read();

private:
  void read_translations(TableReader& reader);
  void read_site(TableReader& reader);
  void report_no_title(TableReader& reader, Span where);
  void read_base_url(TableReader& reader);
  void read_organisation(TableReader& reader);
  void read_register(TableReader& reader);
  void read_ocid_prefix(TableReader& reader);
  void read_markdown(TableReader& reader);
  void read_search(TableReader& reader);
  void read_sources(TableReader& reader);
  void read_source(const TomlEntry& entry);
  void read_rules(TableReader& reader);
  void read_rule(const TomlValue& table);
  void read_severities(TableReader& reader);
  void read_redirects(TableReader& reader);
  void read_releases(TableReader& reader);

  const TomlValue& root_;
  Config& config_;
  Diagnostics& diagnostics_;
};

void ConfigReader::read() {
  TableReader reader(root_, "site.toml", diagnostics_);
  read_site(reader);
  read_organisation(reader);
  read_register(reader);
  read_markdown(reader);
  read_search(reader);
  if (const TomlValue* table = reader.table("repository")) config_.repository = read_repository(*table, diagnostics_);
  read_sources(reader);
  read_rules(reader);
  read_severities(reader);
  for (const TomlValue* table : reader.tables("waiver"))
    if (auto waiver = read_waiver(*table, "[[waiver]]", true, diagnostics_)) config_.waivers.push_back(*waiver);
  read_redirects(reader);
  read_releases(reader);
  if (const TomlValue* table = reader.table("accessibility"))
    config_.accessibility = read_accessibility(*table, diagnostics_);
  read_translations(reader);
  (void)reader.table("type");
  (void)reader.table("any");
  (void)reader.table("regime");
  reader.finish();
  if (root_.find("title") == nullptr && !reader.was_meant("title")) report_no_title(reader, root_.where);
}

void ConfigReader::read_translations(TableReader& reader) {
  const TomlValue* table = reader.table("translation");
  if (table == nullptr) return;
  for (const TomlEntry& entry : table->entries) {
    if (entry.value.kind != TomlValue::Kind::table)
      reader.wrong(entry.value.where, "what a translation says is a table, such as [translation.cy]");
    else if (!is_language_tag(entry.key))
      reader.wrong(entry.key_where, "\"" + entry.key + "\" is not the code of a language").help =
          "name the translation by its code, which is also the folder of its pages: [translation.cy] for Welsh";
    else
      config_.translations.push_back({entry.key, entry.key_where});
  }
}

void ConfigReader::report_no_title(TableReader& reader, Span where) {
  reader.wrong(where, "site.toml has no title").help = "give the site a name: title = \"Our commissioning framework\"";
}

void ConfigReader::read_site(TableReader& reader) {
  const TomlValue* title = reader.text("title", config_.title);
  if (title != nullptr && trim(title->text).empty()) report_no_title(reader, title->where);
  read_base_url(reader);
  const TomlValue* language = reader.text("language", config_.language);
  if (language != nullptr) config_.language_where = language->where;
  if (language != nullptr && !is_language_tag(config_.language)) {
    reader.wrong(language->where, "\"" + config_.language + "\" is not the code of a language").help =
        "a code has two or three letters, such as \"en-GB\" for British English or \"cy\" for Welsh";
    config_.language = Config().language;
  }
  reader.text("description", config_.description);
  const TomlValue* format = reader.text("date_format", config_.date_format);
  if (format != nullptr && !is_date_pattern(config_.date_format))
    reader.wrong(format->where, "date_format is no pattern of a date").help =
        "write it with %e, %B and %Y, as in \"%e %B %Y\" for 1 April 2027; the codes are %Y, %y, %m, %d, %e, %b, %B "
        "and %A";
  const TomlValue* theme = reader.text("theme", config_.theme);
  if (theme != nullptr && config_.theme != "civic")
    reader.wrong(theme->where, "there is no theme \"" + config_.theme + "\"").help = "the built-in theme is \"civic\"";
}

void ConfigReader::read_base_url(TableReader& reader) {
  const TomlValue* value = reader.text("base_url", config_.base_url);
  if (value == nullptr || config_.base_url.empty()) return;
  const bool web = config_.base_url.starts_with("https://") || config_.base_url.starts_with("http://");
  const std::string_view place = std::string_view(config_.base_url).substr(web ? config_.base_url.find("//") + 2 : 0);
  const bool usable =
      !place.empty() && place.front() != '/' && place.find_first_of("?#\\\"<>") == std::string_view::npos &&
      std::none_of(place.begin(), place.end(), [](char c) { return static_cast<unsigned char>(c) <= ' '; });
  if (!web || !usable) {
    reader.wrong(value->where, web ? "base_url is not the address of a site" : "base_url must begin with https://")
        .help = "write the whole address that the site will have: base_url = \"https://framework.example.gov.uk/\"";
    config_.base_url.clear();
    return;
  }
  if (!config_.base_url.ends_with('/')) config_.base_url += '/';
}

void ConfigReader::read_organisation(TableReader& reader) {
  const TomlValue* table = reader.table("organisation");
  if (table == nullptr) return;
  TableReader inner(*table, "[organisation]", diagnostics_);
  Organisation& organisation = config_.organisation;
  inner.text("name", organisation.name);
  inner.text("email", organisation.email);
  inner.text("telephone", organisation.telephone);
  inner.text("address", organisation.address);
  if (const TomlValue* logo = inner.text("logo", organisation.logo)) organisation.logo_where = logo->where;
  std::string colour;
  if (const TomlValue* value = inner.text("colour", colour)) {
    organisation.colour = parse_colour(colour);
    organisation.colour_where = value->where;
    if (!organisation.colour)
      inner.wrong(value->where, "a colour is written as # and six digits or letters a to f, such as \"#1d5b79\"");
  }
  inner.finish();
}

void ConfigReader::read_register(TableReader& reader) {
  const TomlValue* table = reader.table("register");
  if (table == nullptr) return;
  TableReader inner(*table, "[register]", diagnostics_);
  if (const TomlValue* threshold = inner.money("threshold", config_.contracts.threshold))
    config_.contracts.threshold_where = threshold->where;
  inner.texts("departments", config_.contracts.departments);
  inner.text("licence", config_.contracts.licence);
  read_ocid_prefix(inner);
  inner.texts("regimes", config_.contracts.regimes);
  if (Money amount; inner.money("decision_threshold", amount) != nullptr) config_.contracts.decision_threshold = amount;
  if (const TomlValue* share = inner.count("near_threshold", config_.contracts.near_threshold);
      share != nullptr && config_.contracts.near_threshold > 100) {
    inner.wrong(share->where, "near_threshold is in per cent, from 0 to 100").help =
        "2 means from 98 per cent of a threshold up to it";
    config_.contracts.near_threshold = 2;
  }
  inner.finish();
}

// As it is registered: ocds- and six letters or digits.
void ConfigReader::read_ocid_prefix(TableReader& reader) {
  std::string& prefix = config_.contracts.ocid_prefix;
  const TomlValue* given = reader.text("ocid_prefix", prefix);
  if (given == nullptr) return;
  const bool right =
      prefix.size() == 11 && prefix.starts_with("ocds-") &&
      std::all_of(prefix.begin() + 5, prefix.end(), [](char c) { return is_digit(c) || (c >= 'a' && c <= 'z'); });
  if (right) return;
  reader.wrong(given->where, "an ocid_prefix is ocds- and six small letters or digits, such as \"ocds-213czf\"");
  prefix.clear();
}

void ConfigReader::read_markdown(TableReader& reader) {
  const TomlValue* table = reader.table("markdown");
  if (table == nullptr) return;
  TableReader inner(*table, "[markdown]", diagnostics_);
  inner.flag("raw_html", config_.markdown.raw_html);
  inner.flag("smart_quotes", config_.markdown.smart_quotes);
  inner.flag("link_terms", config_.markdown.link_terms);
  inner.finish();
}

void ConfigReader::read_search(TableReader& reader) {
  const TomlValue* table = reader.table("search");
  if (table == nullptr) return;
  TableReader inner(*table, "[search]", diagnostics_);
  inner.flag("enabled", config_.search.enabled);
  if (const TomlValue* given = inner.texts("leave_out", config_.search.leave_out))
    config_.search.leave_out_where = given->where;
  inner.finish();
}

void ConfigReader::read_sources(TableReader& reader) {
  const TomlValue* sources = reader.table("source");
  if (sources == nullptr) return;
  for (const TomlEntry& entry : sources->entries) read_source(entry);
}

void ConfigReader::read_source(const TomlEntry& entry) {
  if (entry.value.kind != TomlValue::Kind::table) {
    diagnostics_.error("bad-config", entry.value.where,
                       "the settings of a file are a table: [source.\"content/register/contracts.csv\"]");
    return;
  }
  SourceSettings settings;
  settings.path = entry.key;
  settings.where = entry.key_where;
  TableReader inner(entry.value, "[source.\"" + entry.key + "\"]", diagnostics_);
  if (const TomlValue* columns = inner.table("columns"))
    for (const TomlEntry& column : columns->entries) {
      if (column.value.kind == TomlValue::Kind::text)
        settings.columns[column.key] = column.value.text;
      else
        inner.wrong(column.value.where, "a column is given the name of a field: \"Contract ref\" = \"id\"");
    }
  std::string separator;
  if (const TomlValue* value = inner.text("list_separator", separator)) {
    if (separator.size() == 1)
      settings.list_separator = separator[0];
    else
      inner.wrong(value->where, "list_separator must be one character, such as \";\"");
  }
  const TomlValue* format = inner.text("date_format", settings.date_format);
  if (format != nullptr && !can_read_dates(settings.date_format)) {
    inner.wrong(format->where, "date_format is no pattern of a day").help =
        "write how the file has the year, the month and the day, as in \"%d/%m/%Y\" for 31/03/2027";
    settings.date_format = SourceSettings().date_format;
  }
  inner.finish();
  config_.sources.push_back(std::move(settings));
}

void ConfigReader::read_rules(TableReader& reader) {
  for (const TomlValue* table : reader.tables("rule")) read_rule(*table);
}

void ConfigReader::read_rule(const TomlValue& table) {
  CustomRule rule;
  TableReader inner(table, "[[rule]]", diagnostics_);
  const TomlValue* name = inner.text("name", rule.name);
  const TomlValue* select = inner.text("select", rule.select);
  const TomlValue* require = inner.text("require", rule.require);
  const TomlValue* message = inner.text("message", rule.message);
  inner.text("help", rule.help);
  std::string severity = "warning";
  if (const TomlValue* value = inner.text("severity", severity)) {
    if (const auto known = severity_named(severity))
      rule.severity = *known;
    else
      inner.wrong(value->where, "a severity is \"error\", \"warning\" or \"info\"");
  }
  inner.finish();
  rule.where = name != nullptr ? name->where : table.where;
  inner.require("name");
  inner.require("select", "the items that it is about");
  inner.require("require", "what must be true of them");
  inner.require("message", "what to tell the author");
  if (name == nullptr || select == nullptr || require == nullptr || message == nullptr) return;
  const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || is_digit(c) || c == '-'; };
  if (rule.name.empty() || !std::all_of(rule.name.begin(), rule.name.end(), fits))
    inner.wrong(name->where, "a rule is named in small letters, digits and hyphens").help =
        "name it as in \"decision-over-30k\"";
  if (find_rule(rule.name) != nullptr) inner.wrong(name->where, "\"" + rule.name + "\" is the name of a built-in rule");
  for (const CustomRule& other : config_.rules)
    if (other.name == rule.name) {
      Diagnostic& d = inner.wrong(name->where, "two rules have the name \"" + rule.name + "\"");
      d.notes.push_back({other.where, "it stands here first"});
      d.help = "give one of them another name";
      return;
    }
  rule.select_origin = select->origin;
  rule.require_origin = require->origin;
  while (rule.message.ends_with('.')) rule.message.pop_back();
  while (rule.help.ends_with('.')) rule.help.pop_back();
  config_.rules.push_back(std::move(rule));
}

void ConfigReader::read_severities(TableReader& reader) {
  const TomlValue* table = reader.table("rules");
  if (table == nullptr) return;
  for (const TomlEntry& entry : table->entries) {
    const bool own = std::any_of(config_.rules.begin(), config_.rules.end(),
                                 [&](const CustomRule& rule) { return rule.name == entry.key; });
    if (!own && find_rule(entry.key) == nullptr) {
      Diagnostic& d = diagnostics_.error("bad-config", entry.key_where, "there is no rule \"" + entry.key + "\"");
      std::vector<std::string_view> names;
      for (const RuleEntry& rule : rule_catalogue()) names.push_back(rule.name);
      if (const auto near = nearest(entry.key, names)) d.label = "did you mean \"" + std::string(*near) + "\"?";
      continue;
    }
    const auto severity = severity_named(entry.value.text);
    if (!severity && entry.value.text != "off") {
      diagnostics_.error("bad-config", entry.value.where,
                         "the severity of a rule is \"error\", \"warning\", \"info\" or \"off\"");
      continue;
    }
    config_.severities[entry.key] = severity;
  }
}

void ConfigReader::read_redirects(TableReader& reader) {
  for (const TomlValue* table : reader.tables("redirect")) {
    Redirect redirect;
    TableReader inner(*table, "[[redirect]]", diagnostics_);
    const TomlValue* from = inner.text("from", redirect.from);
    const TomlValue* to = inner.text("to", redirect.to);
    inner.finish();
    inner.require("from", "the old address");
    inner.require("to", "the new address");
    if (from == nullptr || to == nullptr) continue;
    redirect.where = from->where;
    redirect.to_where = to->where;
    config_.redirects.push_back(std::move(redirect));
  }
}

void ConfigReader::read_releases(TableReader& reader) {
  for (const TomlValue* table : reader.tables("release")) {
    Release release;
    TableReader inner(*table, "[[release]]", diagnostics_);
    inner.text("tag", release.tag);
    inner.text("note", release.note);
    inner.date("date", release.on);
    inner.finish();
    inner.require("tag");
    release.where = table->where;
    config_.releases.push_back(std::move(release));
  }
}

// A field whose choices a site lists in its settings is free text until the site does.
void fill_choices(Config& config) {
  if (config.contracts.departments.empty()) return;
  for (TypeDef& type : config.schema.types)
    for (FieldDef& field : type.fields) {
      if (field.choices_from.empty()) continue;
      field.kind = FieldKind::choice;
      field.choices = config.contracts.departments;
    }
}

// Once the types are known.
void check_search(const Config& config, Diagnostics& diagnostics) {
  for (const std::string& name : config.search.leave_out) {
    if (config.schema.find(name)) continue;
    Diagnostic& d = diagnostics.error("bad-config", config.search.leave_out_where,
                                      "there is no type \"" + name + "\" to leave out of the search");
    if (const auto near = nearest(name, config.schema.type_names()))
      d.label = "did you mean \"" + std::string(*near) + "\"?";
    d.help = "list the types with `framewright types`";
  }
}

// What a translation says goes before what the site says: tables are joined, anything else takes the other's place.
void overlay(TomlValue& table, const TomlValue& over) {
  for (const TomlEntry& entry : over.entries) {
    const auto same = std::find_if(table.entries.begin(), table.entries.end(),
                                   [&](const TomlEntry& other) { return other.key == entry.key; });
    if (same == table.entries.end())
      table.entries.push_back(entry);
    else if (same->value.kind == TomlValue::Kind::table && entry.value.kind == TomlValue::Kind::table)
      overlay(same->value, entry.value);
    else
      *same = entry;
  }
}

void translate(TomlValue& root, std::string_view code, Config& config) {
  const TomlValue* language = root.find("language");
  const bool said = language != nullptr && language->kind == TomlValue::Kind::text;
  config.original_language = said ? language->text : config.language;
  config.translation = code;
  const TomlValue* all = root.find("translation");
  const TomlValue own = *all->find(code);
  overlay(root, own);
  if (own.find("language") != nullptr) return;
  std::erase_if(root.entries, [](const TomlEntry& entry) { return entry.key == "language"; });
  config.language = code;
}

}  // namespace

Config load_config(const FileStore& store, SourceFiles& files, Date today, Diagnostics& diagnostics,
                   std::string_view translation) {
  Config config;
  config.today = today;
  FileRead read = store.read(config_path);
  if (read.text) drop_byte_order_mark(*read.text);
  config.file = files.add(std::string(config_path), read.text.value_or(""));
  TomlText site;
  const Span start{config.file, 0, 0};
  if (!read.text) {
    diagnostics.error("unreadable-file", start, read.problem_of("site.toml")).help =
        "run framewright in the folder of a site, or make one with `framewright init`";
  } else {
    site = parse_toml(files[config.file].text, config.file, 0, diagnostics);
    for (const TomlDuplicate& duplicate : site.duplicates) {
      Diagnostic& d = diagnostics.error("bad-config", duplicate.second, duplicate.path + " is set twice");
      d.notes.push_back({duplicate.first, "it is first set here"});
      d.help = "keep one of them";
    }
    if (!translation.empty()) translate(site.root, translation, config);
    if (site.readable) ConfigReader(site.root, config, diagnostics).read();
    if (!translation.empty() && !config.base_url.empty()) config.base_url.append(translation).append("/");
  }
  Diagnostics none;
  TomlText types = parse_toml(built_in_types(), no_file, 0, none);
  LanguageWords language = read_words(store, files, config.language, config.language_where, diagnostics);
  config.words = std::move(language.words);
  config.words.date_format = config.date_format;
  rename_types(types.root, language.types);
  rename_types(types.root, language.own_types);
  rename_types(site.root, language.own_types);
  config.schema = read_schema(types.root, site.root, diagnostics);
  for (LinkDef& link : config.schema.links) {
    link.label = config.words.label(link.name);
    if (!link.up) continue;
    link.reads = config.words.text("relation.part_of");
    link.reads_back = config.words.text("relation.has");
  }
  fill_choices(config);
  check_search(config, diagnostics);
  const TomlText regimes = parse_toml(built_in_regimes(), no_file, 0, none);
  read_regimes(regimes.root, site.root, config, diagnostics);
  return config;
}

}  // namespace framewright
