#include "check/supplier_names.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"
#include "port/unicode.h"

namespace framewright {

namespace {

// Forms of company as words, the longest first. "p.l.c." is read as "plc".
constexpr std::array<std::string_view, 13> company_forms{
    "charitable incorporated organisation",
    "limited liability partnership",
    "community benefit society",
    "community interest company",
    "public limited company",
    "incorporated",
    "limited",
    "ltd",
    "plc",
    "llp",
    "cic",
    "cio",
    "inc",
};

constexpr std::array<std::string_view, 38> placeholder_names{
    "",
    "n a",
    "na",
    "nil",
    "none",
    "null",
    "no supplier",
    "not applicable",
    "not awarded",
    "not yet awarded",
    "award pending",
    "pending",
    "not known",
    "unknown",
    "tbc",
    "tba",
    "tbd",
    "to be confirmed",
    "to be advised",
    "to be announced",
    "to be agreed",
    "to be appointed",
    "to be awarded",
    "to be decided",
    "to be determined",
    "various",
    "various suppliers",
    "various providers",
    "various organisations",
    "multiple",
    "multiple suppliers",
    "multiple providers",
    "several",
    "several suppliers",
    "several providers",
    "see below",
    "see description",
    "supplier",
};

// Lower-case words parted by single spaces, without punctuation.
std::string plain_words(std::string_view name) {
  const std::string folded = fold_case(name);
  std::string words;
  bool gap = false;
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = decode_code_point(folded, at);
    if (c == U'.' || c == U'\'') continue;  // L.L.P., Children's
    const bool is_and = c == U'&';
    if (!is_and && !is_alphanumeric(c) && !is_mark(c)) {
      gap = true;
      continue;
    }
    if ((gap || is_and) && !words.empty() && words.back() != ' ') words += ' ';
    gap = is_and;
    if (is_and)
      words += "and";
    else
      append_code_point(words, c);
  }
  return words;
}

// The form of company that the words end in; empty for none.
std::string_view form_at_end(std::string_view words) {
  for (const std::string_view form : company_forms)
    if (words.ends_with(form) && (words.size() == form.size() || words[words.size() - form.size() - 1] == ' '))
      return form;
  return {};
}

bool is_company(std::string_view part) {
  const std::string words = plain_words(part);
  return !form_at_end(words).empty() && form_at_end(words).size() < words.size();
}

}  // namespace

std::string folded_supplier_name(std::string_view name) {
  const std::string words = plain_words(name);
  std::string_view rest = words;
  if (rest.starts_with("the ")) rest.remove_prefix(4);
  for (std::string_view form = form_at_end(rest); !form.empty() && form.size() < rest.size(); form = form_at_end(rest))
    rest.remove_suffix(form.size() + 1);
  return std::string(rest);
}

bool is_placeholder_name(std::string_view name) {
  return std::find(placeholder_names.begin(), placeholder_names.end(), plain_words(name)) != placeholder_names.end();
}

bool names_several(std::string_view name) {
  if (name.find(';') != std::string_view::npos) return true;
  const std::string lower = fold_case(name);  // "AND" as well; the bytes of separators stay what they are
  constexpr std::array<std::string_view, 6> separators{" and ", " & ", "&", "/", ",", "+"};
  std::vector<std::pair<std::size_t, std::size_t>> gaps;  // where a separator begins and ends
  for (std::size_t at = 0; at < lower.size(); ++at)
    for (const std::string_view separator : separators)
      if (std::string_view(lower).substr(at).starts_with(separator)) {
        gaps.emplace_back(at, at + separator.size());
        break;
      }
  // Two neighbouring parts at least that are companies: each part is looked at once.
  std::size_t begin = 0, companies = 0;
  gaps.emplace_back(lower.size(), lower.size());
  for (const auto& [end, next] : gaps) {
    if (end < begin) continue;
    if (is_company(std::string_view(lower).substr(begin, end - begin))) ++companies;
    begin = next;
  }
  return companies > 1;
}

}  // namespace framewright
