#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "template/expression.h"
#include "template/token.h"

namespace framewright {

// Reads expressions from a row of tokens; a template's tags are read with it as well.
class ExpressionParser {
public:
  // With `calls`, `name(…)` calls a macro; without, it is an error. The source outlives the parser.
  ExpressionParser(const ExpressionText& source, std::vector<Token> tokens, std::shared_ptr<Arena> texts, bool calls)
      : source_(source), tokens_(std::move(tokens)), texts_(std::move(texts)), calls_(calls) {}

  // The longest expression from the next token on; nothing after an error.
  std::optional<Expression> expression();
  // Reports whatever follows; true when nothing does.
  bool finish();

  const Token& peek(std::size_t ahead = 0) const { return tokens_[std::min(at_ + ahead, tokens_.size() - 1)]; }
  const Token& take();
  bool accept(TokenKind kind);
  Span span(const Token& token) const { return source_.origin.span(token.begin, token.end); }
  Diagnostic& error(const Token& token, std::string message) const {
    return source_.error(token.begin, token.end, std::move(message));
  }

private:
  using Index = std::uint32_t;

  Index choice();
  Index disjunction();
  Index conjunction();
  Index negation();
  Index comparison();
  Index test(Index left, std::size_t begin);
  Index sum();
  Index product();
  Index unary(bool filters);
  Index operand();
  Index filtered(Index left, std::size_t begin);
  Index primary();
  Index name();
  Index call(std::string_view name, const Token& first, const Token& last);
  Index member(Index object, std::size_t begin);
  Index index(Index list, std::size_t begin);
  Index filter(Index input, std::size_t begin);
  Index list();
  Index group();

  bool enter(const Token& token);
  // Arguments up to the closing token, appended to `into`.
  bool arguments(TokenKind close, const Token& open, bool named, std::vector<ExpressionArgument>& into);
  bool argument(bool named, std::vector<ExpressionArgument>& into);
  Index chain(Operator op, TokenKind word, Index (ExpressionParser::*part)());
  Index binary(Operator op, Index left, Index right, const Token& mark, std::size_t begin);
  Index add(ExpressionNode node, std::size_t begin, std::span<const ExpressionArgument> given = {});
  Index fail_value();
  bool check_empty_text(Operator op, Index left, Index right);
  bool wrong_word(const Token& token);

  const ExpressionText& source_;
  std::vector<Token> tokens_;
  std::shared_ptr<Arena> texts_;
  bool calls_;
  std::size_t at_ = 0;
  std::uint16_t depth_ = 0;
  ExpressionCode code_;
};

}  // namespace framewright
