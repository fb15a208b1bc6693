#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "template/expression_parser.h"
#include "template/template_scanner.h"
#include "template/template_syntax.h"

namespace framewright {

// Reads the statements of one template into `out`. See parse_template.
class TemplateParser {
public:
  TemplateParser(TemplateSyntax& out, const ExpressionText& source, std::shared_ptr<Arena> texts)
      : out_(out), source_(source), texts_(std::move(texts)), scanner_(source) {}

  void run();

private:
  using Tokens = std::optional<ExpressionParser>;

  // Statements up to a tag that belongs to whoever opened this body, whose word is then in word_ (none at the end).
  void body(std::vector<Statement>& into);

  Span span(std::size_t begin, std::size_t end) const { return source_.origin.span(begin, end); }
  Span here() const { return span(piece_.begin, piece_.end); }
  Diagnostic& error(Span where, std::string message);
  std::string_view keep(std::string_view text) { return texts_->keep(std::string(text)); }

  void text(std::vector<Statement>& into);
  Tokens tokens(std::size_t begin);
  std::optional<Expression> whole_expression(Tokens& tokens);
  void print(std::vector<Statement>& into);
  // False for a tag that closes or continues what is open.
  bool tag(std::vector<Statement>& into);
  void unknown(std::string_view word);

  template <class Parse>
  void nested(Parse parse) {
    if (++depth_ > deepest_statement) {
      error(here(), "tags are nested too deeply").label =
          "at most " + std::to_string(deepest_statement) + " may stand in one another";
      stopped_ = true;
    } else {
      parse();
    }
    --depth_;
  }

  // True when the tag that ended a body is the one that closes `opening`; reports any other.
  bool closed(std::string_view word, std::string_view opening, Span where);
  void unopened();
  void nothing_more(std::string_view word);
  void condition(std::vector<Statement>& into);
  std::optional<Token> name_token(Tokens& rest, std::string_view what);
  void loop(std::vector<Statement>& into);
  void set(std::vector<Statement>& into);
  // A text in quotation marks, the name of another template.
  std::optional<Token> target(Tokens& rest, std::string_view word);
  void include(std::vector<Statement>& into);
  void extends();
  void import();
  void block(std::vector<Statement>& into);
  void macro();
  bool parameters(ExpressionParser& rest, MacroSyntax& macro);

  TemplateSyntax& out_;
  const ExpressionText& source_;
  std::shared_ptr<Arena> texts_;
  TemplateScanner scanner_;
  Piece piece_;
  std::string_view word_;       // that ended the last body
  std::string_view open_name_;  // of the block or macro that is being closed
  std::size_t word_begin_ = 0;
  std::size_t rest_begin_ = 0;  // after the word of the tag
  int depth_ = 0;
  bool in_macro_ = false;
  bool stopped_ = false;
};

}  // namespace framewright
