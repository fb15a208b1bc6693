#include <array>

#include "base/text.h"
#include "template/expression_parser.h"
#include "template/template_scanner.h"
#include "template/template_syntax.h"

namespace framewright {

namespace {

constexpr std::array<std::string_view, 16> tags{"if",       "elif",    "else",    "endif", "for",      "endfor",
                                                "set",      "include", "extends", "block", "endblock", "macro",
                                                "endmacro", "import",  "raw",     "endraw"};

class TemplateParser {
public:
  TemplateParser(TemplateSyntax& out, const ExpressionText& source, std::shared_ptr<Arena> texts)
      : out_(out), source_(source), texts_(std::move(texts)), scanner_(source) {}

  void run() {
    body(out_.body);
    if (stopped_) return;
    if (!word_.empty()) unopened();
  }

private:
  using Tokens = std::optional<ExpressionParser>;

  // Statements up to a tag that belongs to whoever opened this body, whose word is then in word_ (none at the end).
  void body(std::vector<Statement>& into) {
    word_ = {};
    while (!stopped_) {
      piece_ = scanner_.next();
      if (scanner_.failed()) stopped_ = true;
      if (piece_.kind == PieceKind::end) return;
      if (piece_.kind == PieceKind::text) {
        text(into);
      } else if (piece_.kind == PieceKind::print) {
        print(into);
      } else if (!tag(into)) {
        return;
      }
    }
  }

  Span span(std::size_t begin, std::size_t end) const { return source_.origin.span(begin, end); }
  Span here() const { return span(piece_.begin, piece_.end); }
  Diagnostic& error(Span where, std::string message) {
    return source_.diagnostics->error(source_.rule, where, std::move(message));
  }
  std::string_view keep(std::string_view text) { return texts_->keep(std::string(text)); }

  void text(std::vector<Statement>& into) {
    Statement statement;
    statement.where = here();
    statement.text = source_.text.substr(piece_.begin, piece_.end - piece_.begin);
    into.push_back(std::move(statement));
  }

  Tokens tokens(std::size_t begin) {
    if (piece_.inner_end - begin > longest_expression) {
      error(here(), "this tag is too long").label =
          "at most " + std::to_string(longest_expression) + " bytes can be read";
      return std::nullopt;
    }
    auto read = tokenise(source_, begin, piece_.inner_end, *texts_);
    if (!read) return std::nullopt;
    return Tokens(std::in_place, source_, std::move(*read), texts_, true);
  }

  std::optional<Expression> whole_expression(Tokens& tokens) {
    if (!tokens) return std::nullopt;
    auto expression = tokens->expression();
    if (!expression || !tokens->finish()) return std::nullopt;
    return expression;
  }

  void print(std::vector<Statement>& into) {
    Statement statement;
    statement.kind = StatementKind::print;
    statement.where = here();
    Tokens rest = tokens(piece_.inner_begin);
    statement.expression = whole_expression(rest);
    into.push_back(std::move(statement));
  }

  // False for a tag that closes or continues what is open.
  bool tag(std::vector<Statement>& into) {
    std::size_t at = piece_.inner_begin;
    while (at < piece_.inner_end && is_space(source_.text[at])) ++at;
    std::size_t end = at;
    while (end < piece_.inner_end && !is_space(source_.text[end]) && source_.text[end] != '(') ++end;
    const std::string_view word = source_.text.substr(at, end - at);
    word_begin_ = at;
    rest_begin_ = end;
    for (const std::string_view other : {"elif", "else", "endif", "endfor", "endblock", "endmacro"}) {
      if (word != other) continue;
      word_ = word;
      return false;
    }
    if (word == "if")
      nested([&] { condition(into); });
    else if (word == "for")
      nested([&] { loop(into); });
    else if (word == "block")
      nested([&] { block(into); });
    else if (word == "macro")
      nested([&] { macro(); });
    else if (word == "set")
      set(into);
    else if (word == "include")
      include(into);
    else if (word == "extends")
      extends();
    else if (word == "import")
      import();
    else
      unknown(word);
    return true;
  }

  void unknown(std::string_view word) {
    const Span where = span(word_begin_, word.empty() ? word_begin_ + 1 : rest_begin_);
    if (word.empty()) {
      error(here(), "this tag is empty");
    } else if (word == "endraw") {
      error(where, "this `endraw` closes nothing").label = "there is no {% raw %} before it";
    } else {
      Diagnostic& found = error(where, "there is no tag `" + std::string(word) + "`");
      if (word == "elseif" || word == "elsif")
        found.label = "write `elif`";
      else if (word == "from")
        found.label = "write {% import \"file\" as name %}";
      else if (const auto meant = nearest(word, tags))
        found.label = "did you mean `" + std::string(*meant) + "`?";
    }
    stopped_ = true;  // it may have opened something
  }

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
  bool closed(std::string_view word, std::string_view opening, Span where) {
    if (stopped_) return false;
    if (word_ == word) {
      nothing_more(word);
      word_ = {};
      return true;
    }
    stopped_ = true;
    if (word_.empty()) {
      error(where, "this `" + std::string(opening) + "` is never closed").label =
          "add {% " + std::string(word) + " %} after it";
    } else {
      Diagnostic& found =
          error(here(), "this `" + std::string(word_) + "` does not belong to the `" + std::string(opening) + "`");
      found.label = "{% " + std::string(word) + " %} must come first";
      found.notes.push_back({where, "the `" + std::string(opening) + "` is still open"});
    }
    return false;
  }

  void unopened() {
    static constexpr std::string_view end = "end";
    Diagnostic& found = error(here(), "this `" + std::string(word_) + "` closes nothing");
    if (word_.starts_with(end))
      found.label = "there is no {% " + std::string(word_.substr(end.size())) + " %} before it";
    else
      found.message = "this `" + std::string(word_) + "` belongs to no `if`" + (word_ == "else" ? " or `for`" : "");
  }

  void nothing_more(std::string_view word) {
    const std::string_view rest = trim(source_.text.substr(rest_begin_, piece_.inner_end - rest_begin_));
    if (rest.empty()) return;
    const bool block_name = word == "endblock" || word == "endmacro";  // may be repeated, as in Jinja
    if (block_name && rest == open_name_) return;
    if (word == "else" && rest.starts_with("if ")) {
      error(here(), "`else if` is one word").label = "write `elif`";
      return;
    }
    error(here(), "nothing can follow `" + std::string(word) + "` in its tag");
  }

  void condition(std::vector<Statement>& into) {
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

  std::optional<Token> name_token(Tokens& rest, std::string_view what) {
    if (!rest) return std::nullopt;
    if (rest->peek().kind == TokenKind::name) return rest->take();
    const Token& token = rest->peek();
    Diagnostic& found = rest->error(token, "the name of " + std::string(what) + " is missing");
    if (token.kind >= TokenKind::and_word) found.label = "`" + std::string(token.text) + "` is a word of the language";
    return std::nullopt;
  }

  void loop(std::vector<Statement>& into) {
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

  void set(std::vector<Statement>& into) {
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

  // A text in quotation marks, the name of another template.
  std::optional<Token> target(Tokens& rest, std::string_view word) {
    if (!rest) return std::nullopt;
    const Token& token = rest->peek();
    if (token.kind == TokenKind::literal && token.value.is<std::string_view>()) return rest->take();
    rest->error(token, "the name of a template is missing").label =
        "write `" + std::string(word) + " \"file.html\"`, in quotation marks";
    return std::nullopt;
  }

  void include(std::vector<Statement>& into) {
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

  void extends() {
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

  void import() {
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

  void block(std::vector<Statement>& into) {
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

  void macro() {
    MacroSyntax macro;
    macro.where = here();
    if (depth_ > 1)
      error(here(), "a macro cannot stand inside another tag").label = "put it at the top of the template";
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

  bool parameters(ExpressionParser& rest, MacroSyntax& macro) {
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

}  // namespace

TemplateSyntax parse_template(std::string_view name, std::string_view text, FileId file,
                              const std::shared_ptr<Arena>& texts, Diagnostics& diagnostics) {
  TemplateSyntax syntax;
  syntax.name = name;
  syntax.where = {file, 0, 0};
  Diagnostics found;
  const ExpressionText source{text, Origin(file, 0), "bad-template", &found};
  TemplateParser(syntax, source, texts).run();
  syntax.good = found.empty();
  diagnostics.merge(std::move(found));
  return syntax;
}

}  // namespace framewright
