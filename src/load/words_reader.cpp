#include "load/words_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <stdexcept>

#include "base/text.h"
#include "model/built_in.h"

namespace framewright {

namespace {

constexpr std::string_view own_section = "own";  // words that a site's own templates ask for
constexpr std::array<std::string_view, 3> reserved{"type", "any", "date"};

// Reads one file over the words that are there.
class WordsReader {
public:
  // `closed`: only what the built-in words have may be given. Adds the names of those that were to `given`.
  WordsReader(Words& words, bool closed, std::set<std::string>& given, Diagnostics& diagnostics)
      : words_(words), closed_(closed), given_(given), diagnostics_(diagnostics) {}

  void read(const TomlValue& root);

private:
  void read_section(const TomlEntry& entry);
  void read_phrase(Words::Section& section, const TomlEntry& entry, bool known_section);
  void read_names(const TomlValue& table, std::map<std::string, std::string, std::less<>>& names);
  void read_date(const TomlValue& table);
  template <std::size_t Size>
  void read_date_names(const TomlEntry& entry, std::array<std::string, Size>& names);
  std::vector<PhraseForm> forms_of(const TomlEntry& entry);
  Diagnostic& wrong(Span where, std::string message) {
    return diagnostics_.error("bad-config", where, std::move(message));
  }
  void unknown(const TomlEntry& entry, const std::string& what, const std::vector<std::string_view>& known);

  Words& words_;
  bool closed_;
  std::set<std::string>& given_;
  Diagnostics& diagnostics_;
};

void WordsReader::read(const TomlValue& root) {
  for (const TomlEntry& entry : root.entries) {
    if (entry.value.kind != TomlValue::Kind::table) {
      wrong(entry.value.where, "words stand in sections").help = "begin a section with its name, such as [page]";
    } else if (entry.key == "date") {
      read_date(entry.value);
    } else if (entry.key == "choice") {
      read_names(entry.value, words_.choices);
    } else if (entry.key == "label") {
      read_names(entry.value, words_.labels);
    } else if (std::find(reserved.begin(), reserved.end(), entry.key) == reserved.end()) {
      read_section(entry);
    }
  }
}

void WordsReader::unknown(const TomlEntry& entry, const std::string& what, const std::vector<std::string_view>& known) {
  Diagnostic& d = wrong(entry.key_where, "there is no " + what + " \"" + entry.key + "\"");
  if (const auto near = nearest(entry.key, known)) d.label = "did you mean \"" + std::string(*near) + "\"?";
  d.help = "words for your own templates go into the section [own]";
}

void WordsReader::read_section(const TomlEntry& entry) {
  if (closed_ && entry.key != own_section && !words_.sections.contains(entry.key))
    return unknown(entry, "section of words", words_.names());
  Words::Section& section = words_.sections[entry.key];
  for (const TomlEntry& phrase : entry.value.entries) {
    read_phrase(section, phrase, entry.key != own_section);
    given_.insert(entry.key + "." + phrase.key);
  }
}

void WordsReader::read_phrase(Words::Section& section, const TomlEntry& entry, bool known_section) {
  const auto known = section.phrases.find(entry.key);
  if (closed_ && known_section && known == section.phrases.end()) return unknown(entry, "phrase", section.names());
  const std::vector<PhraseForm> forms = forms_of(entry);
  if (forms.empty()) return;
  auto parsed = Phrase::parse(forms, known == section.phrases.end() ? nullptr : &known->second.places());
  if (const auto* problem = std::get_if<std::string>(&parsed)) {
    wrong(entry.value.where, *problem);
    return;
  }
  section.phrases.insert_or_assign(entry.key, std::get<Phrase>(std::move(parsed)));
}

// "3" or "3-10"; nothing for anything else.
std::optional<PhraseForm> counts_of(std::string_view key) {
  PhraseForm form;
  const auto read = [&](std::string_view digits, std::int64_t& number) {
    const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return end.ec == std::errc() && end.ptr == digits.data() + digits.size();
  };
  const std::size_t dash = key.find('-', 1);
  if (!read(key.substr(0, dash), form.first)) return std::nullopt;
  form.last = form.first;
  if (dash != std::string_view::npos && !read(key.substr(dash + 1), form.last)) return std::nullopt;
  return form;
}

std::vector<PhraseForm> WordsReader::forms_of(const TomlEntry& entry) {
  if (entry.value.kind == TomlValue::Kind::text) return {PhraseForm{.text = entry.value.text}};
  std::vector<PhraseForm> forms;
  std::optional<PhraseForm> other;
  bool sound = entry.value.kind == TomlValue::Kind::table;
  for (const TomlEntry& form : entry.value.entries) {
    auto counts = form.key == "other" ? std::optional(PhraseForm{}) : counts_of(form.key);
    sound = sound && counts && form.value.kind == TomlValue::Kind::text;
    if (!sound) break;
    counts->text = form.value.text;
    if (form.key == "other")
      other = std::move(counts);
    else
      forms.push_back(std::move(*counts));
  }
  if (!sound || !other) {
    wrong(entry.value.where, "a phrase is text between quotation marks, or texts by count").help =
        "write it as in { 1 = \"{count} contract\", 2-4 = \"{count} contracts\", other = \"{count} contracts\" }; "
        "`other` is needed";
    return {};
  }
  forms.push_back(std::move(*other));
  return forms;
}

void WordsReader::read_names(const TomlValue& table, std::map<std::string, std::string, std::less<>>& names) {
  for (const TomlEntry& entry : table.entries) {
    if (entry.value.kind == TomlValue::Kind::text)
      names[entry.key] = entry.value.text;
    else
      wrong(entry.value.where, "words are text between quotation marks");
  }
}

template <std::size_t Size>
void WordsReader::read_date_names(const TomlEntry& entry, std::array<std::string, Size>& names) {
  const std::vector<TomlValue>& items = entry.value.items;
  const bool texts =
      std::all_of(items.begin(), items.end(), [](const TomlValue& item) { return item.kind == TomlValue::Kind::text; });
  if (items.size() != Size || !texts) {
    wrong(entry.value.where, entry.key + " takes " + std::to_string(Size) + " names in their order");
    return;
  }
  for (std::size_t i = 0; i < Size; ++i) names[i] = items[i].text;
}

void WordsReader::read_date(const TomlValue& table) {
  for (const TomlEntry& entry : table.entries) {
    if (entry.key == "months")
      read_date_names(entry, words_.date_names.months);
    else if (entry.key == "short_months")
      read_date_names(entry, words_.date_names.short_months);
    else if (entry.key == "weekdays")
      read_date_names(entry, words_.date_names.weekdays);
    else
      unknown(entry, "list of names", {"months", "short_months", "weekdays"});
  }
}

const TomlValue* table_in(const TomlValue& of, std::string_view key) {
  const TomlValue* value = of.find(key);
  return value != nullptr && value->kind == TomlValue::Kind::table ? value : nullptr;
}

TomlValue types_of(const TomlValue& root) {
  TomlValue types;
  for (const TomlEntry& entry : root.entries)
    if (entry.key == "type" || entry.key == "any") types.entries.push_back(entry);
  return types;
}

// The words of one language as the program has them; null when it has none.
bool read_built_in(std::string_view language, bool closed, LanguageWords& out, std::set<std::string>& given) {
  const auto text = built_in_words(language);
  if (!text) return false;
  Diagnostics mistakes;
  const TomlText toml = parse_toml(*text, no_file, 0, mistakes);
  WordsReader(out.words, closed, given, mistakes).read(toml.root);
  if (mistakes.has_errors() || !toml.duplicates.empty())
    throw std::logic_error("the built-in words of \"" + std::string(language) + "\" are wrong: " +
                           (mistakes.all().empty() ? toml.duplicates[0].path : mistakes.all()[0].message));
  out.types = types_of(toml.root);
  return true;
}

void read_own(const FileStore& store, SourceFiles& files, const std::string& path, LanguageWords& out,
              std::set<std::string>& given, Diagnostics& diagnostics) {
  if (!store.exists(path)) return;
  FileRead read = store.read(path);
  if (read.text) drop_byte_order_mark(*read.text);
  const FileId file = files.add(path, read.text.value_or(""));
  if (!read.text) {
    diagnostics.error("unreadable-file", {file, 0, 0}, read.problem_of("this file of words"));
    return;
  }
  const TomlText toml = parse_toml(files[file].text, file, 0, diagnostics);
  for (const TomlDuplicate& duplicate : toml.duplicates) {
    Diagnostic& d = diagnostics.error("bad-config", duplicate.second, duplicate.path + " is set twice");
    d.notes.push_back({duplicate.first, "it is first set here"});
    d.help = "keep one of them";
  }
  WordsReader(out.words, true, given, diagnostics).read(toml.root);
  for (TomlEntry& entry : types_of(toml.root).entries) out.own_types.entries.push_back(std::move(entry));
}

// Without words of the language, readers see those of English.
void report_missing(const Words& words, const std::set<std::string>& given, const std::string& file, Span where,
                    Diagnostics& diagnostics) {
  std::vector<std::string> missing;
  for (const auto& [name, section] : words.sections)
    for (const auto& [key, phrase] : section.phrases) {
      std::string full = name;
      full.append(".").append(key);
      if (!given.contains(full)) missing.push_back(std::move(full));
    }
  if (missing.empty()) return;
  Diagnostic& d = diagnostics.warning(
      "untranslated-words", where,
      (given.empty() ? "there is no " + file + ", so what the generator says stands in English"
                     : file + " lacks " + counted(missing.size(), "phrase", "phrases") +
                           ", which stand in English: " + missing.front() + (missing.size() > 1 ? " and others" : "")));
  d.help = "`framewright words` writes the file with all phrases in English, to be translated";
}

void rename(TomlValue& declared, const TomlValue& words, std::initializer_list<std::string_view> keys) {
  for (const TomlEntry& entry : words.entries) {
    if (std::find(keys.begin(), keys.end(), entry.key) == keys.end()) continue;
    const auto same = std::find_if(declared.entries.begin(), declared.entries.end(),
                                   [&](const TomlEntry& other) { return other.key == entry.key; });
    if (same == declared.entries.end())
      declared.entries.push_back(entry);
    else
      same->value = entry.value;
  }
}

TomlValue* table_in(TomlValue& of, std::string_view key) {
  return const_cast<TomlValue*>(table_in(static_cast<const TomlValue&>(of), key));
}

void rename_part(TomlValue& declared, const TomlValue& words, std::string_view part,
                 std::initializer_list<std::string_view> keys) {
  TomlValue* parts = table_in(declared, part);
  const TomlValue* named = table_in(words, part);
  if (parts == nullptr || named == nullptr) return;
  for (const TomlEntry& entry : named->entries)
    if (TomlValue* known = table_in(*parts, entry.key)) rename(*known, entry.value, keys);
}

void rename_parts(TomlValue& declared, const TomlValue& words) {
  rename_part(declared, words, "field", {"label", "says"});
  rename_part(declared, words, "link", {"reads"});
}

}  // namespace

LanguageWords read_words(const FileStore& store, SourceFiles& files, std::string_view language, Span where,
                         Diagnostics& diagnostics) {
  LanguageWords out;
  const std::string whole(language);
  const std::string primary = ascii_lower(whole.substr(0, whole.find('-')));
  std::set<std::string> english, given;
  if (!read_built_in("en", false, out, english)) throw std::logic_error("there are no built-in words");
  const bool known = primary == "en" || read_built_in(primary, true, out, given);
  const std::string file = "words/" + primary + ".toml";
  read_own(store, files, file, out, given, diagnostics);
  if (whole != primary) read_own(store, files, "words/" + whole + ".toml", out, given, diagnostics);
  if (!known) report_missing(out.words, given, file, where, diagnostics);
  return out;
}

void rename_types(TomlValue& root, const TomlValue& words) {
  if (TomlValue* any = table_in(root, "any"))
    if (const TomlValue* named = table_in(words, "any")) rename_parts(*any, *named);
  TomlValue* types = table_in(root, "type");
  const TomlValue* named = table_in(words, "type");
  if (types == nullptr || named == nullptr) return;
  for (const TomlEntry& entry : named->entries)
    if (TomlValue* type = table_in(*types, entry.key)) {
      rename(*type, entry.value, {"label", "reads", "says", "heading"});
      rename_parts(*type, entry.value);
    }
}

}  // namespace framewright
