#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/origin.h"
#include "template/value.h"

namespace framewright {

enum class TokenKind : std::uint8_t {
  end,
  name,
  literal,  // text, number or date: its value is in the token
  open_bracket,
  close_bracket,
  open_parenthesis,
  close_parenthesis,
  comma,
  dot,
  pipe,
  plus,
  minus,
  times,
  divide,
  assign,
  equal,
  not_equal,
  less,
  less_equal,
  greater,
  greater_equal,
  // words that are kept for the language
  and_word,
  or_word,
  not_word,
  in_word,
  is_word,
  if_word,
  else_word,
  true_word,
  false_word,
};

// A word of an expression; begin and end are bytes of the text that it stands in.
struct Token {
  TokenKind kind = TokenKind::end;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string_view text;  // as written, without the quotation marks of a text
  Value value;            // of a literal
};

// A text that holds expressions, where it stands, and how its errors are reported.
struct ExpressionText {
  std::string_view text;
  Origin origin;
  std::string rule;
  Diagnostics* diagnostics = nullptr;

  Diagnostic& error(std::size_t begin, std::size_t end, std::string message) const {
    return diagnostics->error(rule, origin.span(begin, end), std::move(message));
  }
};

// The tokens of the bytes [begin, end) of the text, closed by an `end`. Nothing, and one error, when there is something
// that cannot be part of an expression. Names are borrowed from the text, texts with escapes are kept in the arena.
std::optional<std::vector<Token>> tokenise(const ExpressionText& source, std::size_t begin, std::size_t end,
                                           Arena& arena);

}  // namespace framewright
