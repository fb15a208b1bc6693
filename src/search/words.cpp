#include "search/words.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "port/unicode.h"

namespace framewright {

namespace {

constexpr std::size_t longest_term = 40;  // bytes

constexpr std::array<std::string_view, 35> stops{
    "a",   "an",   "and", "any",   "are",  "as",   "at",  "be",   "been",  "by",   "for", "from",
    "has", "have", "i",   "if",    "in",   "into", "is",  "it",   "its",   "of",   "on",  "or",
    "so",  "that", "the", "their", "this", "to",   "was", "were", "which", "will", "with"};

// The bytes of an apostrophe at a place; 0 when there is none.
std::size_t apostrophe_at(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == '\'') return 1;
  return text.substr(at, 3) == "\u2019" ? 3 : 0;
}

constexpr std::array<bool, 256> plain_letters = [] {
  std::array<bool, 256> letters{};
  for (int c = 0; c < 128; ++c)
    letters[static_cast<std::size_t>(c)] = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return letters;
}();

bool is_plain_letter(char c) { return plain_letters[static_cast<unsigned char>(c)]; }

// The bytes of a character of a word at a place; 0 when there is none.
std::size_t letter_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (static_cast<unsigned char>(text[at]) < 0x80) return is_plain_letter(text[at]) ? 1 : 0;
  std::size_t after = at;
  const char32_t code_point = decode_code_point(text, after);
  return is_alphanumeric(code_point) || is_mark(code_point) ? after - at : 0;
}

bool ends_in(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return word.ends_with(ending); });
}

// Without apostrophes, and without the 's of a possessive.
std::string without_apostrophes(std::string_view word) {
  std::string plain;
  for (std::size_t at = 0; at < word.size();) {
    const std::size_t apostrophe = apostrophe_at(word, at);
    const std::string_view rest = word.substr(at + apostrophe);
    if (apostrophe > 0 && (rest == "s" || rest == "S")) break;
    if (apostrophe == 0) plain += word[at];
    at += std::max<std::size_t>(apostrophe, 1);
  }
  return plain;
}

}  // namespace

std::string_view next_word(std::string_view& text) {
  std::size_t begin = 0;
  while (begin < text.size() && letter_at(text, begin) == 0) ++begin;
  std::size_t end = begin;
  while (true) {
    while (end < text.size() && is_plain_letter(text[end])) ++end;
    if (const std::size_t letter = letter_at(text, end)) {
      end += letter;
      continue;
    }
    const std::size_t apostrophe = end > begin ? apostrophe_at(text, end) : 0;
    if (apostrophe == 0 || letter_at(text, end + apostrophe) == 0) break;
    end += apostrophe;
  }
  const std::string_view word = text.substr(begin, end - begin);
  text.remove_prefix(end);
  return word;
}

std::string singular(std::string word) {
  if (word == "children") return "child";
  const std::size_t letters = count_code_points(word);
  if (letters >= 5 && word.ends_with("ies"))
    word.replace(word.size() - 3, 3, "y");
  else if (ends_in(word, {"sses", "xes", "zes", "ches", "shes"}))
    word.resize(word.size() - 2);
  else if (letters >= 4 && word.ends_with('s') && !ends_in(word, {"ss", "us", "is"}))
    word.pop_back();
  return word;
}

std::string term_of(std::string_view word, bool english) {
  std::string term = fold_word(without_apostrophes(word));
  if (english) {
    if (std::find(stops.begin(), stops.end(), term) != stops.end()) return {};
    term = singular(std::move(term));
  }
  return term.size() > longest_term ? std::string() : term;
}

std::span<const std::string_view> stop_words() { return stops; }

bool is_english(std::string_view language) { return language == "en" || language.starts_with("en-"); }

}  // namespace framewright
