#include "model/words.h"

#include <stdexcept>

#include "base/text.h"

namespace framewright {

Value Words::Section::member(std::string_view key) const {
  const auto found = phrases.find(key);
  if (found == phrases.end()) return {};
  const std::string* plain = found->second.plain();
  return plain != nullptr ? Value(*plain) : Value(static_cast<const Object&>(found->second));
}

std::vector<std::string_view> Words::Section::names() const {
  std::vector<std::string_view> all;
  for (const auto& [key, phrase] : phrases) all.push_back(key);
  return all;
}

Value Words::member(std::string_view section) const {
  const auto found = sections.find(section);
  return found == sections.end() ? Value() : Value(static_cast<const Object&>(found->second));
}

std::vector<std::string_view> Words::names() const {
  std::vector<std::string_view> all;
  for (const auto& [name, section] : sections) all.push_back(name);
  return all;
}

const Phrase* Words::find(std::string_view section, std::string_view key) const {
  const auto found = sections.find(section);
  if (found == sections.end()) return nullptr;
  const auto phrase = found->second.phrases.find(key);
  return phrase == found->second.phrases.end() ? nullptr : &phrase->second;
}

namespace {

const Phrase& phrase_of(const Words& words, std::string_view name) {
  const std::size_t dot = name.find('.');
  const Phrase* phrase =
      dot == std::string_view::npos ? nullptr : words.find(name.substr(0, dot), name.substr(dot + 1));
  if (phrase == nullptr) throw std::logic_error("there are no words \"" + std::string(name) + "\"");
  return *phrase;
}

Value filled(const Words& words, std::string_view name, std::initializer_list<Value> values, Arena& arena) {
  const Phrase& phrase = phrase_of(words, name);
  const std::span<const Value> all(values.begin(), values.size());
  if (const std::string problem = phrase.problem(all); !problem.empty())
    throw std::logic_error("the words \"" + std::string(name) + "\": " + problem);
  return phrase.fill(all, words.formats(), arena);
}

}  // namespace

const std::string& Words::text(std::string_view name) const {
  const std::string* plain = phrase_of(*this, name).plain();
  if (plain == nullptr) throw std::logic_error("the words \"" + std::string(name) + "\" are to be filled");
  return *plain;
}

std::string Words::text(std::string_view name, std::initializer_list<Value> values) const {
  Arena arena;
  return std::string(*filled(*this, name, values, arena).get<std::string_view>());
}

Html Words::markup(std::string_view name, std::initializer_list<Value> values) const {
  Arena arena;
  const Value value = filled(*this, name, values, arena);
  if (const auto* html = value.get<const Html*>()) return **html;
  return Html::trusted(escape_html(*value.get<std::string_view>()));
}

std::string_view Words::choice(std::string_view value) const {
  const auto found = choices.find(value);
  return found == choices.end() ? value : std::string_view(found->second);
}

std::string Words::label(std::string_view name) const {
  const auto found = labels.find(name);
  return found == labels.end() ? label_of_name(name) : found->second;
}

std::string_view Words::month(unsigned month) const { return date_names.months.at(month - 1); }

std::string Words::date(Date date) const { return format_date(date, date_format, date_names); }

std::string_view Words::yes_or_no(bool answer) const { return text(answer ? "value.yes" : "value.no"); }

Formats Words::formats() const {
  return {date_format, &date_names, std::string(yes_or_no(true)), std::string(yes_or_no(false))};
}

}  // namespace framewright
