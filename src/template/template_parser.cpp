#include "template/template_parser.h"

#include <array>

#include "base/text.h"

namespace framewright {

namespace {

constexpr std::array<std::string_view, 16> tags{"if",       "elif",    "else",    "endif", "for",      "endfor",
                                                "set",      "include", "extends", "block", "endblock", "macro",
                                                "endmacro", "import",  "raw",     "endraw"};

}  // namespace

void TemplateParser::run() {
  body(out_.body);
  if (stopped_) return;
  if (!word_.empty()) unopened();
}

void TemplateParser::body(std::vector<Statement>& into) {
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

Diagnostic& TemplateParser::error(Span where, std::string message) {
  return source_.diagnostics->error(source_.rule, where, std::move(message));
}

void TemplateParser::text(std::vector<Statement>& into) {
  Statement statement;
  statement.where = here();
  statement.text = source_.text.substr(piece_.begin, piece_.end - piece_.begin);
  into.push_back(std::move(statement));
}

TemplateParser::Tokens TemplateParser::tokens(std::size_t begin) {
  if (piece_.inner_end - begin > longest_expression) {
    error(here(), "this tag is too long").label =
        "at most " + std::to_string(longest_expression) + " bytes can be read";
    return std::nullopt;
  }
  auto read = tokenise(source_, begin, piece_.inner_end, *texts_);
  if (!read) return std::nullopt;
  return Tokens(std::in_place, source_, std::move(*read), texts_, true);
}

std::optional<Expression> TemplateParser::whole_expression(Tokens& tokens) {
  if (!tokens) return std::nullopt;
  auto expression = tokens->expression();
  if (!expression || !tokens->finish()) return std::nullopt;
  return expression;
}

void TemplateParser::print(std::vector<Statement>& into) {
  Statement statement;
  statement.kind = StatementKind::print;
  statement.where = here();
  Tokens rest = tokens(piece_.inner_begin);
  statement.expression = whole_expression(rest);
  into.push_back(std::move(statement));
}

bool TemplateParser::tag(std::vector<Statement>& into) {
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

void TemplateParser::unknown(std::string_view word) {
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

bool TemplateParser::closed(std::string_view word, std::string_view opening, Span where) {
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

void TemplateParser::unopened() {
  static constexpr std::string_view end = "end";
  Diagnostic& found = error(here(), "this `" + std::string(word_) + "` closes nothing");
  if (word_.starts_with(end))
    found.label = "there is no {% " + std::string(word_.substr(end.size())) + " %} before it";
  else
    found.message = "this `" + std::string(word_) + "` belongs to no `if`" + (word_ == "else" ? " or `for`" : "");
}

void TemplateParser::nothing_more(std::string_view word) {
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
