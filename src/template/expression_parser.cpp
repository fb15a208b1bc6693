#include "template/expression_parser.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace framewright {

namespace {

std::optional<Operator> comparison_operator(TokenKind kind) {
  switch (kind) {
    case TokenKind::equal: return Operator::equal;
    case TokenKind::not_equal: return Operator::not_equal;
    case TokenKind::less: return Operator::less;
    case TokenKind::less_equal: return Operator::less_equal;
    case TokenKind::greater: return Operator::greater;
    case TokenKind::greater_equal: return Operator::greater_equal;
    case TokenKind::in_word: return Operator::contained;
    default: return std::nullopt;
  }
}

std::string quote(std::string_view text) { return "`" + std::string(text) + "`"; }

}  // namespace

std::optional<Expression> ExpressionParser::expression() {
  code_ = {};
  depth_ = 0;
  const Index root = choice();
  if (root == no_node) return std::nullopt;
  return Expression{std::move(code_), root, texts_};
}

const Token& ExpressionParser::take() {
  const Token& token = peek();
  if (at_ + 1 < tokens_.size()) ++at_;
  return token;
}

bool ExpressionParser::accept(TokenKind kind) {
  if (peek().kind != kind) return false;
  take();
  return true;
}

bool ExpressionParser::finish() {
  const Token& token = peek();
  if (token.kind == TokenKind::end) return true;
  if (token.kind == TokenKind::assign) {
    error(token, "a single `=` does not compare").label = "write `==`";
  } else if (token.kind == TokenKind::close_parenthesis || token.kind == TokenKind::close_bracket) {
    const bool round = token.kind == TokenKind::close_parenthesis;
    error(token, std::string("this `") + (round ? ")" : "]") + "` closes nothing").label =
        std::string("there is no `") + (round ? "(" : "[") + "` before it";
  } else if (token.kind == TokenKind::comma && at_ > 0 && tokens_[at_ - 1].value.is<std::int64_t>() &&
             peek(1).text.size() == 3 && peek(1).value.is<std::int64_t>()) {
    error(token, "a number is written without commas").label =
        "write " + std::string(tokens_[at_ - 1].text) + std::string(peek(1).text);
  } else if (!wrong_word(token)) {
    Diagnostic& found = error(token, "something is missing before " + quote(token.text));
    if (comparison_operator(token.kind))
      found.label = "join two comparisons with `and`";
    else
      found.label = "an operator such as `and` or `==` is wanted here";
  }
  return false;
}

// A word of another language, or one of ours in capitals or misspelt.
bool ExpressionParser::wrong_word(const Token& token) {
  static constexpr std::array<std::string_view, 5> operators{"and", "or", "in", "is", "not"};
  if (token.kind != TokenKind::name) return false;
  const std::string lower = ascii_lower(token.text);
  std::string label;
  if (lower == "contains" || lower == "has" || lower == "includes")
    label = "write the part first: `\"S3\" in standards`";
  else if (lower == "equals")
    label = "write `==`";
  else if (const auto meant = nearest(lower, operators))
    label = "write `" + std::string(*meant) + "`";
  if (label.empty()) return false;
  error(token, "there is no operator " + quote(token.text)).label = label;
  return true;
}

bool ExpressionParser::enter(const Token& token) {
  if (++depth_ <= deepest_expression) return true;
  error(token, "this expression is nested too deeply").label =
      "at most " + std::to_string(deepest_expression) + " levels can be read";
  return false;
}

ExpressionParser::Index ExpressionParser::add(ExpressionNode node, std::size_t begin,
                                              std::span<const ExpressionArgument> given) {
  node.where = source_.origin.span(begin, at_ > 0 ? tokens_[at_ - 1].end : begin);
  if (!node.mark.known()) node.mark = node.where;
  node.arguments = static_cast<Index>(code_.arguments.size());
  node.count = static_cast<Index>(given.size());
  code_.arguments.insert(code_.arguments.end(), given.begin(), given.end());
  std::uint16_t deepest = 0;
  const auto measure = [&](Index child) {
    if (child != no_node) deepest = std::max(deepest, code_.nodes[child].depth);
  };
  measure(node.first);
  measure(node.second);
  measure(node.third);
  for (const ExpressionArgument& argument : given) measure(argument.node);
  node.depth = static_cast<std::uint16_t>(deepest + 1);
  if (node.depth > deepest_expression) {
    source_.diagnostics->error(source_.rule, node.mark, "this expression is nested too deeply").label =
        "at most " + std::to_string(deepest_expression) + " levels can be read";
    return no_node;
  }
  code_.nodes.push_back(node);
  return static_cast<Index>(code_.nodes.size() - 1);
}

ExpressionParser::Index ExpressionParser::choice() {
  const std::size_t begin = peek().begin;
  if (!enter(peek())) return no_node;
  const Index value = disjunction();
  if (value == no_node) return no_node;
  const Token mark = peek();
  Index result = value;
  if (accept(TokenKind::if_word)) {
    const Index condition = disjunction();
    if (condition == no_node) return no_node;
    if (!accept(TokenKind::else_word)) {
      error(mark, "an `if` inside an expression needs an `else`").label = "write `a if condition else b`";
      return no_node;
    }
    const Index other = choice();
    if (other == no_node) return no_node;
    ExpressionNode node;
    node.op = Operator::choice;
    node.first = value;
    node.second = condition;
    node.third = other;
    node.mark = span(mark);
    result = add(node, begin);
  }
  --depth_;
  return result;
}

ExpressionParser::Index ExpressionParser::chain(Operator op, TokenKind word, Index (ExpressionParser::*part)()) {
  const std::size_t begin = peek().begin;
  const Index first = (this->*part)();
  if (first == no_node || peek().kind != word) return first;
  ExpressionNode node;
  node.op = op;
  node.mark = span(peek());
  std::vector<ExpressionArgument> parts{{first, {}, {}}};
  while (accept(word)) {
    const Index next = (this->*part)();
    if (next == no_node) return no_node;
    parts.push_back({next, {}, {}});
  }
  return add(node, begin, parts);
}

ExpressionParser::Index ExpressionParser::disjunction() {
  return chain(Operator::disjunction, TokenKind::or_word, &ExpressionParser::conjunction);
}

ExpressionParser::Index ExpressionParser::conjunction() {
  return chain(Operator::conjunction, TokenKind::and_word, &ExpressionParser::negation);
}

ExpressionParser::Index ExpressionParser::negation() {
  const Token mark = peek();
  if (!accept(TokenKind::not_word)) return comparison();
  if (!enter(mark)) return no_node;
  ExpressionNode node;
  node.op = Operator::negation;
  node.first = negation();
  node.mark = span(mark);
  --depth_;
  return node.first == no_node ? no_node : add(node, mark.begin);
}

ExpressionParser::Index ExpressionParser::binary(Operator op, Index left, Index right, const Token& mark,
                                                 std::size_t begin) {
  if (left == no_node || right == no_node) return no_node;
  ExpressionNode node;
  node.op = op;
  node.first = left;
  node.second = right;
  node.mark = span(mark);
  return add(node, begin);
}

ExpressionParser::Index ExpressionParser::comparison() {
  const std::size_t begin = peek().begin;
  const Index left = sum();
  if (left == no_node) return no_node;
  if (peek().kind == TokenKind::is_word) return test(left, begin);
  Token mark = peek();
  std::optional<Operator> op = comparison_operator(mark.kind);
  if (mark.kind == TokenKind::not_word && peek(1).kind == TokenKind::in_word) {
    take();
    mark.end = peek().end;
    op = Operator::not_contained;
  }
  if (!op) return left;
  take();
  const Index right = sum();
  if (right == no_node || !check_empty_text(*op, left, right)) return no_node;
  return binary(*op, left, right, mark, begin);
}

bool ExpressionParser::check_empty_text(Operator op, Index left, Index right) {
  if (op != Operator::equal && op != Operator::not_equal) return true;
  for (const Index side : {left, right}) {
    const auto* text = code_.nodes[side].value.get<std::string_view>();
    if (code_.nodes[side].op != Operator::literal || !text || !text->empty()) continue;
    source_.diagnostics->error(source_.rule, code_.nodes[side].where, "nothing is ever equal to an empty text").label =
        op == Operator::equal ? "write `is empty`" : "write `is not empty`";
    return false;
  }
  return true;
}

// After `is`: empty, not empty, defined, not defined.
ExpressionParser::Index ExpressionParser::test(Index left, std::size_t begin) {
  Token mark = take();
  const bool negative = accept(TokenKind::not_word);
  const Token word = take();
  mark.end = word.end;
  ExpressionNode node;
  node.first = left;
  node.mark = span(mark);
  if (word.text == "empty" && word.kind == TokenKind::name) {
    node.op = negative ? Operator::not_empty : Operator::empty;
  } else if (word.text == "defined" && word.kind == TokenKind::name) {
    node.op = negative ? Operator::not_defined : Operator::defined;
  } else {
    Diagnostic& found = error(word, "after `is` comes `empty`, `not empty` or `defined`");
    if (word.kind == TokenKind::literal || word.kind == TokenKind::true_word || word.kind == TokenKind::false_word)
      found.label = std::string("write `") + (negative ? "!=" : "==") + "` to compare";
    else if (const auto meant = nearest(word.text, std::array<std::string_view, 2>{"empty", "defined"}))
      found.label = "did you mean `" + std::string(*meant) + "`?";
    return no_node;
  }
  return add(node, begin);
}

ExpressionParser::Index ExpressionParser::sum() {
  const std::size_t begin = peek().begin;
  Index left = product();
  while (left != no_node && (peek().kind == TokenKind::plus || peek().kind == TokenKind::minus)) {
    const Token mark = take();
    left = binary(mark.kind == TokenKind::plus ? Operator::add : Operator::subtract, left, product(), mark, begin);
  }
  return left;
}

ExpressionParser::Index ExpressionParser::product() {
  const std::size_t begin = peek().begin;
  Index left = unary(true);
  while (left != no_node && (peek().kind == TokenKind::times || peek().kind == TokenKind::divide)) {
    const Token mark = take();
    left =
        binary(mark.kind == TokenKind::times ? Operator::multiply : Operator::divide, left, unary(true), mark, begin);
  }
  return left;
}

// A filter takes what a minus sign has made of a number: -1 | money.
ExpressionParser::Index ExpressionParser::unary(bool filters) {
  const Token mark = peek();
  Index value = no_node;
  if (accept(TokenKind::minus)) {
    if (!enter(mark)) return no_node;
    ExpressionNode node;
    node.op = Operator::minus;
    node.first = unary(false);
    node.mark = span(mark);
    --depth_;
    value = node.first == no_node ? no_node : add(node, mark.begin);
  } else {
    value = operand();
  }
  return filters ? filtered(value, mark.begin) : value;
}

}  // namespace framewright
