#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace framewright {

// The brackets of a Markdown text that have a meaning of our own, found before cmark reads it.
enum class BracketKind : std::uint8_t {
  reference_open,   // [[
  reference_words,  // the | before a reference's own words
  reference_close,  // ]]
  reference_alone,  // a [[ that no brackets close
  language_open,    // the [ of [words]{lang=cy}
  language_close,   // its ]{lang=cy}
};

struct Bracket {
  std::uint32_t at = 0;    // byte of the text
  std::uint32_t size = 0;  // bytes
  BracketKind kind = BracketKind::reference_open;
};

// `shielded` is the text with the brackets of references replaced, byte for byte, by two rare punctuation marks, so
// that cmark never takes them for a link; empty when nothing was replaced. Whether a bracket stands in code is not
// known here: `restore` gives back the brackets in what turns out to be code or an address.
struct Brackets {
  std::vector<Bracket> all;  // by place
  std::string shielded;
  std::string_view open = "[[";  // what stands for [[ and ]]; two bytes each
  std::string_view close = "]]";

  // The first bracket at or after a byte of the text.
  const Bracket* from(std::uint32_t at) const;
  void append_restored(std::string& out, std::string_view part) const;
};

Brackets find_brackets(std::string_view text);

}  // namespace framewright
