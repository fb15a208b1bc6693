#include "template/expression.h"

#include <algorithm>

#include "template/expression_parser.h"

namespace framewright {

std::optional<Expression> parse_expression(std::string_view text, const Origin& origin, Diagnostics& diagnostics) {
  const ExpressionText source{text, origin, "bad-expression", &diagnostics};
  if (text.size() > longest_expression) {
    source.error(0, text.size(), "this expression is too long").label =
        "at most " + std::to_string(longest_expression) + " bytes can be read";
    return std::nullopt;
  }
  auto texts = std::make_shared<Arena>();
  auto tokens = tokenise(source, 0, text.size(), *texts);
  if (!tokens) return std::nullopt;
  ExpressionParser parser(source, std::move(*tokens), std::move(texts), false);
  auto expression = parser.expression();
  if (!expression || !parser.finish()) return std::nullopt;
  return expression;
}

std::vector<std::string_view> names_of(const Expression& expression) {
  std::vector<const ExpressionNode*> found;
  for (const ExpressionNode& node : expression.code.nodes)
    if (node.op == Operator::name) found.push_back(&node);
  std::sort(found.begin(), found.end(), [](const auto* a, const auto* b) { return a->where.begin < b->where.begin; });
  std::vector<std::string_view> names;
  for (const ExpressionNode* node : found)
    if (std::find(names.begin(), names.end(), node->name) == names.end()) names.push_back(node->name);
  return names;
}

std::vector<std::string_view> required_names(const Expression& expression) {
  std::vector<std::string_view> names;
  std::vector<std::uint32_t> pending{expression.root};
  while (!pending.empty()) {
    const ExpressionNode& node = expression.code.nodes[pending.back()];
    pending.pop_back();
    if (node.op == Operator::name) names.push_back(node.name);
    if (node.op != Operator::conjunction) continue;
    for (std::uint32_t i = node.count; i-- > 0;) pending.push_back(expression.code.arguments[node.arguments + i].node);
  }
  return names;
}

}  // namespace framewright
