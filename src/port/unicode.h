#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace framewright {

// Everything here takes well-formed UTF-8; a malformed byte reads as U+FFFD and never stops the work.

// The code point at `at`, which is moved past it; at < text.size().
char32_t decode_code_point(std::string_view text, std::size_t& at);
void append_code_point(std::string& out, char32_t code_point);

// Unicode general categories.
bool is_letter(char32_t code_point);
bool is_upper(char32_t code_point);  // Lu and Lt
bool is_digit_character(char32_t code_point);
bool is_mark(char32_t code_point);  // combining marks
bool is_alphanumeric(char32_t code_point);
// What a word is made of: letters, numbers, marks and the underscore. A term begins and ends at its boundary.
bool is_word_character(char32_t code_point);
// Whether the code points on both sides of a byte place belong to one word.
bool is_inside_word(std::string_view text, std::size_t at);

// Lower case, one code point at a time.
std::string to_lower(std::string_view text);

// The form by which names are compared: Unicode's compatibility case folding (NFKC_Casefold), apostrophes and quotation
// marks made ' and ", hyphens and dashes made -, runs of white space made one space, none at the ends.
std::string fold_case(std::string_view text);

// A word without capitals, accents and variant forms: compatibility decomposition, case folded, marks taken off.
std::string fold_word(std::string_view word);

// The anchor of a heading as GitHub makes it: lower case, only letters, marks, numbers, spaces, - and _ kept, each
// space made -. Empty when nothing is left.
std::string heading_slug(std::string_view text);

}  // namespace framewright
