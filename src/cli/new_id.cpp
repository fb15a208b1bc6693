#include "cli/new_id.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "cli/command.h"
#include "load/raw_order.h"
#include "port/unicode.h"

namespace framewright {

namespace {

constexpr std::size_t longest_slug = 60;
constexpr std::size_t most_digits = 15;

// An id in two: what stands before its last run of digits, and these digits.
struct NumberedId {
  std::string prefix, digits;
};

std::optional<NumberedId> split_number(std::string_view id) {
  std::size_t begin = id.size();
  while (begin > 0 && is_digit(id[begin - 1])) --begin;
  if (begin == id.size() || id.size() - begin > most_digits) return std::nullopt;
  return NumberedId{std::string(id.substr(0, begin)), std::string(id.substr(begin))};
}

std::string following(const NumberedId& id) {
  std::string next = std::to_string(std::stoll(id.digits) + 1);
  if (next.size() < id.digits.size()) next.insert(0, id.digits.size() - next.size(), '0');
  return id.prefix + next;
}

// A code rather than words: C-0041, D2026-07.
bool is_code(std::string_view id) {
  return !id.empty() && id.front() >= 'A' && id.front() <= 'Z' && is_digit(id.back()) &&
         std::none_of(id.begin(), id.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// What a pattern begins with before anything that is not to be taken as it stands: "S" of S[0-9]+.
std::string literal_beginning(std::string_view pattern) {
  static constexpr std::string_view special = "[](){}.*+?|^$\\";
  const std::size_t end = std::min(pattern.find_first_of(special), pattern.size());
  return std::string(pattern.substr(0, end));
}

std::string first_number(const Pattern& pattern) {
  if (const auto split = split_number(pattern.example)) {
    std::string digits(split->digits.front() == '0' ? split->digits.size() : 1, '0');
    digits.back() = '1';
    return split->prefix + digits;
  }
  return literal_beginning(pattern.form.written()) + "1";
}

// Nothing when the ids of the type are not numbers.
std::optional<std::string> next_number(const Model& model, TypeId type) {
  const TypeDef& def = model.schema->types[type];
  std::string_view greatest;
  bool codes = true;
  for (const ItemId item : model.of_type(type)) {
    const std::string& id = model.items[item].id;
    codes = codes && is_code(id);
    if (greatest.empty() || natural_less(greatest, id)) greatest = id;
  }
  if (!greatest.empty() && (def.numbered || def.id || codes)) {
    if (const auto split = split_number(greatest)) return following(*split);
  }
  if (greatest.empty() && def.id) return first_number(*def.id);
  return std::nullopt;
}

bool fits(const TypeDef& type, std::string_view id) { return !type.id || type.id->form.matches_whole(id); }

}  // namespace

std::string title_slug(std::string_view title) {
  std::string slug;
  for (const char c : heading_slug(title)) {
    if (c == '-' && (slug.empty() || slug.back() == '-')) continue;
    slug.push_back(c);
  }
  if (count_code_points(slug) > longest_slug) {
    std::size_t end = 0;
    for (std::size_t count = 0; count < longest_slug; ++count) (void)decode_code_point(slug, end);
    const std::size_t word = slug.rfind('-', end);
    slug.resize(word == std::string::npos ? end : word);
  }
  while (slug.ends_with('-')) slug.pop_back();
  return slug;
}

std::string next_id(const Model& model, TypeId type, std::string_view title) {
  const TypeDef& def = model.schema->types[type];
  if (const auto number = next_number(model, type); number && fits(def, *number) && is_usable_id(*number))
    return *number;
  const std::string slug = title_slug(title);
  if (slug.empty()) throw UsageError("no id can be made of this title; give one with --id");
  std::string id =
      first_free(slug, [&](const std::string& candidate) { return model.find(type, candidate) == no_item; });
  if (!fits(def, id))
    throw UsageError("the id of " + with_article(def.label) + " has the form " + def.id->form.written() +
                     "; give one with --id");
  return id;
}

void require_free_id(const Model& model, TypeId type, std::string_view id) {
  const TypeDef& def = model.schema->types[type];
  const std::string written = "\"" + std::string(id) + "\"";
  if (!is_usable_id(id) || id.find('/') != std::string_view::npos)
    throw UsageError(written + " cannot be an id: use letters, digits, hyphens, dots and underscores");
  if (!fits(def, id)) {
    const std::string like = def.id->example.empty() ? "" : ", such as " + def.id->example;
    throw UsageError(written + " is not in the form of the id of " + with_article(def.label) + ": " +
                     def.id->form.written() + like);
  }
  if (const ItemId taken = model.find(type, id); taken != no_item)
    throw UsageError("there is " + with_article(def.label) + " " + written + " already: " + model.name(taken));
}

}  // namespace framewright
