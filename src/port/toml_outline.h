#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "port/toml.h"

// Inner part of port/toml: where the lines and values of a TOML text stand, found without understanding them. It takes
// any bytes. toml++ stops at the first repeat and tells no ends of values; this is what is needed beside it.
namespace framewright {

struct TomlRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// `name = value`, [name] or [[name]].
struct TomlStatement {
  enum class Kind { pair, table, table_array };
  Kind kind = Kind::pair;
  TomlRange name;                // the key, or the header with its brackets
  TomlRange value;               // of a pair; empty when there is none
  std::uint32_t first_part = 0;  // in TomlOutline::parts
  std::uint32_t part_count = 0;
};

struct TomlOutline {
  std::vector<TomlStatement> statements;
  std::vector<TomlRange> parts;  // the keys of names, quotes included
  bool too_deep = false;         // more than `deepest_toml` levels, at `deep_at`
  std::uint32_t deep_at = 0;
};

// Levels of brackets and dotted names that a file may nest; toml++ itself bounds brackets alone.
inline constexpr std::size_t deepest_toml = 100;

TomlOutline outline_toml(std::string_view text);

struct TomlString {
  std::string text;
  Origin origin;
  std::uint32_t end = 0;  // after the closing quotes
};

// The string that begins with the quote at `at` of a well-formed text.
TomlString decode_toml_string(std::string_view text, std::uint32_t at, FileId file, std::uint32_t offset);

struct TomlQuotes {
  std::uint32_t end = 0;  // after the closing quotes; if they are missing, the end of the line or of the text
  bool closed = false;
  bool triple = false;
};

TomlQuotes find_closing_quotes(std::string_view text, std::size_t at);

bool is_bare_toml_key(char c);
std::string decode_toml_key(std::string_view text, TomlRange part);

// Keys and tables that stand a second time, in the order of the file; `text` loses them, spaces taking their place.
std::vector<TomlDuplicate> blank_toml_duplicates(std::string& text, const TomlOutline& outline, FileId file,
                                                 std::uint32_t offset);

}  // namespace framewright
