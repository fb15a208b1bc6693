#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace framewright {

// ASCII only; nothing here depends on the locale.
bool is_ascii_letter(char c);
bool is_digit(char c);
// What a hexadecimal digit stands for, in small or capital letters; nothing for any other character.
std::optional<unsigned> hexadecimal_digit(char c);
bool is_space(char c);
std::string_view trim(std::string_view text);
std::string ascii_lower(std::string_view text);
std::string_view next_field(std::string_view& rest, char separator);

// Number of Unicode code points of valid UTF-8 text.
std::size_t count_code_points(std::string_view text);

// Byte offset of the first sequence that is not well-formed UTF-8 (Unicode 15, table 3-7), or nothing.
std::optional<std::size_t> first_invalid_utf8(std::string_view text);
// Takes the byte-order mark off the front of a file's text: no editor shows it, so it is no part of the first line.
void drop_byte_order_mark(std::string& text);

// The candidate nearest to `word` by the Damerau–Levenshtein distance (adjacent transpositions count one), ignoring
// ASCII case; nothing when none is within a third of the word's length (at least 1). The first of equals wins.
std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> candidates);

// "a", "a and b", "a, b and c".
std::string join_words(std::span<const std::string> words, std::string_view last = "and");
std::string join(std::span<const std::string> parts, std::string_view separator);

// `1 page`, `2 pages`.
std::string counted(std::size_t count, std::string_view one, std::string_view many);
// With its first letter, when it is one of a to z, as a capital.
std::string capitalised(std::string_view text);
// "Review by" of review_by.
std::string label_of_name(std::string_view name);
// "a standard", "an outcome": the article goes by the first letter.
std::string with_article(std::string_view noun);
// Thousands separated by commas: 1,234,567.
std::string with_thousands(long long number);

// Orders runs of digits by their value and all else by bytes: P2 before P10.
bool natural_less(std::string_view a, std::string_view b);

// Whether a text has the form of a language tag (BCP 47): a language of two or three letters, then parts of up to
// eight.
bool is_language_tag(std::string_view text);

}  // namespace framewright
