// The operands of an expression: names, members, filters, calls, lists and brackets. See expression_parser.cpp for what
// joins them.
#include <string>

#include "base/text.h"
#include "template/expression_parser.h"

namespace framewright {

namespace {

bool is_word(TokenKind kind) { return kind == TokenKind::name || kind >= TokenKind::and_word; }

std::string quote(std::string_view text) { return "`" + std::string(text) + "`"; }

}  // namespace

ExpressionParser::Index ExpressionParser::operand() {
  const std::size_t begin = peek().begin;
  Index left = primary();
  while (left != no_node) {
    if (accept(TokenKind::dot))
      left = member(left, begin);
    else if (peek().kind == TokenKind::open_bracket)
      left = index(left, begin);
    else
      break;
  }
  return left;
}

ExpressionParser::Index ExpressionParser::filtered(Index left, std::size_t begin) {
  while (left != no_node && accept(TokenKind::pipe)) {
    left = filter(left, begin);
    while (left != no_node && accept(TokenKind::dot)) left = member(left, begin);
  }
  return left;
}

ExpressionParser::Index ExpressionParser::member(Index object, std::size_t begin) {
  const Token& name = peek();
  if (!is_word(name.kind)) {
    error(name, "a name is missing after the dot");
    return no_node;
  }
  take();
  ExpressionNode node;
  node.op = Operator::member;
  node.first = object;
  node.name = texts_->keep(std::string(name.text));
  node.mark = span(name);
  if (peek().kind == TokenKind::open_parenthesis) {
    const ExpressionNode& space = code_.nodes[object];
    if (calls_ && space.op == Operator::name)
      return call(std::string(space.name) + "." + std::string(name.text), tokens_[at_ - 3], name);
    error(name, quote(name.text) + " cannot be called").label = "filters are written with a bar: `a | upper`";
    return no_node;
  }
  return add(node, begin);
}

ExpressionParser::Index ExpressionParser::index(Index list, std::size_t begin) {
  const Token open = take();
  const Index number = choice();
  if (number == no_node) return no_node;
  if (!accept(TokenKind::close_bracket)) {
    error(open, "this `[` is never closed").label = "add a `]`";
    return no_node;
  }
  ExpressionNode node;
  node.op = Operator::index;
  node.first = list;
  node.second = number;
  return add(node, begin);
}

ExpressionParser::Index ExpressionParser::filter(Index input, std::size_t begin) {
  const Token& name = peek();
  if (name.kind != TokenKind::name) {
    error(name, "the name of a filter is missing after `|`");
    return no_node;
  }
  take();
  ExpressionNode node;
  node.op = Operator::filter;
  node.first = input;
  node.name = texts_->keep(std::string(name.text));
  node.mark = span(name);
  std::vector<ExpressionArgument> given;
  const Token& open = peek();
  if (accept(TokenKind::open_parenthesis) && !arguments(TokenKind::close_parenthesis, open, true, given))
    return no_node;
  return add(node, begin, given);
}

ExpressionParser::Index ExpressionParser::call(std::string_view name, const Token& first, const Token& last) {
  ExpressionNode node;
  node.op = Operator::call;
  node.name = texts_->keep(std::string(name));
  node.mark = source_.origin.span(first.begin, last.end);
  const Token& open = take();
  std::vector<ExpressionArgument> given;
  if (!arguments(TokenKind::close_parenthesis, open, true, given)) return no_node;
  return add(node, first.begin, given);
}

bool ExpressionParser::argument(bool named, std::vector<ExpressionArgument>& into) {
  ExpressionArgument given;
  if (named && peek().kind == TokenKind::name && peek(1).kind == TokenKind::assign) {
    given.name = texts_->keep(std::string(peek().text));
    given.where = span(peek());
    take();
    take();
  } else if (named && !into.empty() && !into.back().name.empty()) {
    error(peek(), "a value without a name cannot follow a named one");
    return false;
  }
  given.node = choice();
  if (given.node == no_node) return false;
  into.push_back(given);
  return true;
}

bool ExpressionParser::arguments(TokenKind close, const Token& open, bool named,
                                 std::vector<ExpressionArgument>& into) {
  while (!accept(close)) {
    if (peek().kind != TokenKind::end && !argument(named, into)) return false;
    if (accept(TokenKind::comma) || peek().kind == close) continue;
    const bool round = close == TokenKind::close_parenthesis;
    if (peek().kind == TokenKind::end)
      error(open, std::string("this `") + (round ? "(" : "[") + "` is never closed").label =
          std::string("add a `") + (round ? ")`" : "]`");
    else if (peek().kind == TokenKind::assign || !wrong_word(peek()))
      peek().kind == TokenKind::assign
          ? static_cast<void>(finish())
          : static_cast<void>(error(peek(), "a comma is missing before " + quote(peek().text)));
    return false;
  }
  return true;
}

ExpressionParser::Index ExpressionParser::list() {
  const Token& open = take();
  ExpressionNode node;
  node.op = Operator::list;
  std::vector<ExpressionArgument> items;
  if (!arguments(TokenKind::close_bracket, open, false, items)) return no_node;
  return add(node, open.begin, items);
}

ExpressionParser::Index ExpressionParser::group() {
  const Token open = take();
  const Index inner = choice();
  if (inner == no_node) return no_node;
  if (accept(TokenKind::close_parenthesis)) return inner;
  if (peek().kind == TokenKind::end)
    error(open, "this `(` is never closed").label = "add a `)`";
  else
    finish();
  return no_node;
}

ExpressionParser::Index ExpressionParser::name() {
  const Token& token = peek();
  const std::string lower = ascii_lower(token.text);
  for (const std::string_view word : {"true", "false", "not"}) {
    if (lower != word) continue;
    error(token, quote(token.text) + " is written in small letters").label = "write `" + lower + "`";
    return no_node;
  }
  if (lower == "none" || lower == "null" || lower == "nil") {
    error(token, "there is no " + quote(token.text)).label = "write `is empty` after the name";
    return no_node;
  }
  take();
  if (peek().kind == TokenKind::open_parenthesis) {
    if (calls_) return call(token.text, token, token);
    error(token, quote(token.text) + " cannot be called").label =
        "filters are written after a bar: `a | " + std::string(token.text) + "`";
    return no_node;
  }
  ExpressionNode node;
  node.op = Operator::name;
  node.name = texts_->keep(std::string(token.text));
  return add(node, token.begin);
}

ExpressionParser::Index ExpressionParser::primary() {
  const Token& token = peek();
  switch (token.kind) {
    case TokenKind::name: return name();
    case TokenKind::open_bracket: return list();
    case TokenKind::open_parenthesis: return group();
    case TokenKind::literal:
    case TokenKind::true_word:
    case TokenKind::false_word: break;
    default: return fail_value();
  }
  take();
  ExpressionNode node;
  node.value = token.value;
  if (const auto* text = token.value.get<std::string_view>()) node.value = Value(texts_->keep(std::string(*text)));
  if (token.kind == TokenKind::true_word) node.value = Value(true);
  if (token.kind == TokenKind::false_word) node.value = Value(false);
  return add(node, token.begin);
}

ExpressionParser::Index ExpressionParser::fail_value() {
  const Token& token = peek();
  if (token.kind != TokenKind::end) {
    error(token, "a value is missing before " + quote(token.text)).label = "expected a name, a text or a number";
  } else if (at_ == 0) {
    error(token, "the expression is empty").label = "expected a name, a text or a number";
  } else {
    error(token, "a value is missing after " + quote(tokens_[at_ - 1].text)).label =
        "expected a name, a text or a number";
  }
  return no_node;
}

}  // namespace framewright
