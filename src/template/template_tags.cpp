// The tags of templates, one function each; template_parser.cpp reads what stands between them.
#include "base/text.h"
#include "template/template_parser.h"

namespace framewright {

void TemplateParser::condition(std::vector<Statement>& into) {
  Statement statement;
  statement.kind = StatementKind::condition;
  statement.where = here();
  while (true) {
    TemplateBranch branch;
    branch.where = here();
    const bool last = word_ == "else";
    if (last) {
      nothing_more("else");
    } else {
      Tokens rest = tokens(rest_begin_);
      branch.condition = whole_expression(rest);
    }
    body(branch.body);
    statement.branches.push_back(std::move(branch));
    if (stopped_ || last || (word_ != "elif" && word_ != "else")) break;
  }
  if (closed("endif", "if", statement.where)) into.push_back(std::move(statement));
}

std::optional<Token> TemplateParser::name_token(Tokens& rest, std::string_view what) {
  if (!rest) return std::nullopt;
  if (rest->peek().kind == TokenKind::name) return rest->take();
  const Token& token = rest->peek();
  Diagnostic& found = rest->error(token, "the name of " + std::string(what) + " is missing");
  if (token.kind >= TokenKind::and_word) found.label = "`" + std::string(token.text) + "` is a word of the language";
  return std::nullopt;
}

void TemplateParser::loop(std::vector<Statement>& into) {
  Statement statement;
  statement.kind = StatementKind::loop;
  statement.where = here();
  Tokens rest = tokens(rest_begin_);
  if (const auto name = name_token(rest, "the loop's variable")) {
    statement.text = keep(name->text);
    statement.name_where = rest->span(*name);
    if (rest->peek().kind == TokenKind::comma)
      rest->error(rest->peek(), "a loop has one variable").label = "write `for entry in …`";
    else if (!rest->accept(TokenKind::in_word))
      rest->error(rest->peek(), "`in` is missing").label = "write `for entry in list`";
    else
      statement.expression = whole_expression(rest);
  }
  body(statement.body);
  if (!stopped_ && word_ == "else") {
    nothing_more("else");
    body(statement.otherwise);
  }
  if (closed("endfor", "for", statement.where)) into.push_back(std::move(statement));
}

void TemplateParser::set(std::vector<Statement>& into) {
  Statement statement;
  statement.kind = StatementKind::set;
  statement.where = here();
  Tokens rest = tokens(rest_begin_);
  if (const auto name = name_token(rest, "the variable")) {
    statement.text = keep(name->text);
    statement.name_where = rest->span(*name);
    if (name->text == "loop")
      rest->error(*name, "`loop` cannot be set").label = "it is the loop's own";
    else if (!rest->accept(TokenKind::assign))
      rest->error(rest->peek(), "`=` is missing").label = "write `set name = value`";
    else
      statement.expression = whole_expression(rest);
  }
  into.push_back(std::move(statement));
}

std::optional<Token> TemplateParser::target(Tokens& rest, std::string_view word) {
  if (!rest) return std::nullopt;
  const Token& token = rest->peek();
  if (token.kind == TokenKind::literal && token.value.is<std::string_view>()) return rest->take();
  rest->error(token, "the name of a template is missing").label =
      "write `" + std::string(word) + " \"file.html\"`, in quotation marks";
  return std::nullopt;
}

void TemplateParser::include(std::vector<Statement>& into) {
  Statement statement;
  statement.kind = StatementKind::include;
  statement.where = here();
  Tokens rest = tokens(rest_begin_);
  const auto name = target(rest, "include");
  if (!name || !rest->finish()) return;
  statement.text = keep(name->text);
  statement.name_where = rest->span(*name);
  into.push_back(std::move(statement));
}

void TemplateParser::extends() {
  Tokens rest = tokens(rest_begin_);
  const auto name = target(rest, "extends");
  if (!name || !rest->finish()) return;
  if (out_.parent) {
    Diagnostic& found = error(here(), "a template can extend one other only");
    found.notes.push_back({out_.parent_where, "it extends this one already"});
    return;
  }
  if (depth_ > 0) {
    error(here(), "`extends` cannot stand inside another tag").label = "put it first in the template";
    return;
  }
  out_.parent = keep(name->text);
  out_.parent_where = rest->span(*name);
}

void TemplateParser::import() {
  Tokens rest = tokens(rest_begin_);
  const auto file = target(rest, "import");
  if (!file) return;
  if (rest->peek().text != "as") {
    rest->error(rest->peek(), "`as` and a name are missing").label = "write {% import \"file.html\" as name %}";
    return;
  }
  rest->take();
  const auto name = name_token(rest, "the import");
  if (!name || !rest->finish()) return;
  for (const TemplateImport& other : out_.imports) {
    if (other.name != name->text) continue;
    rest->error(*name, "there is an import called `" + std::string(name->text) + "` already")
        .notes.push_back({other.where, "this one"});
    return;
  }
  out_.imports.push_back({keep(file->text), keep(name->text), rest->span(*file)});
}

void TemplateParser::block(std::vector<Statement>& into) {
  Statement statement;
  statement.kind = StatementKind::block;
  statement.where = here();
  Tokens rest = tokens(rest_begin_);
  const auto name = name_token(rest, "the block");
  if (name && rest->finish()) {
    statement.text = keep(name->text);
    statement.name_where = rest->span(*name);
    if (in_macro_) error(here(), "a block cannot stand inside a macro");
  }
  body(statement.body);
  open_name_ = statement.text;
  if (closed("endblock", "block", statement.where)) into.push_back(std::move(statement));
}

void TemplateParser::macro() {
  MacroSyntax macro;
  macro.where = here();
  if (depth_ > 1) error(here(), "a macro cannot stand inside another tag").label = "put it at the top of the template";
  Tokens rest = tokens(rest_begin_);
  if (const auto name = name_token(rest, "the macro")) {
    macro.name = keep(name->text);
    for (const MacroSyntax& other : out_.macros)
      if (other.name == macro.name)
        rest->error(*name, "there is a macro called `" + std::string(macro.name) + "` already")
            .notes.push_back({other.where, "this one"});
    if (name->text == "super") rest->error(*name, "a macro cannot be called `super`");
    if (!rest->accept(TokenKind::open_parenthesis))
      rest->error(rest->peek(), "the brackets of the macro are missing").label = "write `macro name(a, b = 1)`";
    else if (parameters(*rest, macro))
      rest->finish();
  }
  in_macro_ = true;
  body(macro.body);
  in_macro_ = false;
  open_name_ = macro.name;
  if (closed("endmacro", "macro", macro.where)) out_.macros.push_back(std::move(macro));
}

bool TemplateParser::parameters(ExpressionParser& rest, MacroSyntax& macro) {
  while (!rest.accept(TokenKind::close_parenthesis)) {
    if (rest.peek().kind != TokenKind::name) {
      rest.error(rest.peek(), "the name of a parameter is missing").label = "write `macro name(a, b = 1)`";
      return false;
    }
    const Token& name = rest.take();
    for (const MacroParameter& other : macro.parameters) {
      if (other.name != name.text) continue;
      rest.error(name, "there are two parameters called `" + std::string(name.text) + "`");
      return false;
    }
    MacroParameter parameter{keep(name.text), std::nullopt};
    if (rest.accept(TokenKind::assign)) {
      parameter.value = rest.expression();
      if (!parameter.value) return false;
    } else if (!macro.parameters.empty() && macro.parameters.back().value) {
      rest.error(name, "`" + std::string(name.text) + "` needs a value").label =
          "a parameter with a value stands before it";
      return false;
    }
    macro.parameters.push_back(std::move(parameter));
    if (macro.parameters.size() > most_macro_parameters) {
      rest.error(name, "a macro has at most " + std::to_string(most_macro_parameters) + " parameters");
      return false;
    }
    if (rest.accept(TokenKind::comma) || rest.peek().kind == TokenKind::close_parenthesis) continue;
    rest.error(rest.peek(), "a comma or `)` is missing").label = "write `macro name(a, b = 1)`";
    return false;
  }
  return true;
}

}  // namespace framewright
