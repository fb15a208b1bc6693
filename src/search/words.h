#pragma once

#include <span>
#include <string>
#include <string_view>

namespace framewright {

// How the words of a text and of a query are made alike. themes/civic/search.js does the same to a query;
// tests/unit/search/words.txt holds both to it.

// The next word of a text, which is moved past it: letters, numbers and marks, with single apostrophes between them.
// Empty at the end.
std::string_view next_word(std::string_view& text);

// A folded English word in the singular, by its ending alone: -ies is -y in words of five letters and more; -s goes,
// with its e after ss, x, z, ch and sh; -ss, -us and -is stay, and so does a word of three letters. Of irregular
// plurals only children is known.
std::string singular(std::string word);

// What a word is found by: without capitals, accents and apostrophes, 's taken off, in an English text singular. Empty
// for what nobody looks for: a word of over 40 bytes, and in an English text a stop word.
std::string term_of(std::string_view word, bool english);

// English words that stand on nearly every page.
std::span<const std::string_view> stop_words();

bool is_english(std::string_view language);

}  // namespace framewright
