#include "template/token.h"

#include <array>
#include <charconv>

#include "base/text.h"

namespace framewright {

namespace {

struct Word {
  std::string_view text;
  TokenKind kind;
};

constexpr std::array<Word, 9> words{{{"and", TokenKind::and_word},
                                     {"or", TokenKind::or_word},
                                     {"not", TokenKind::not_word},
                                     {"in", TokenKind::in_word},
                                     {"is", TokenKind::is_word},
                                     {"if", TokenKind::if_word},
                                     {"else", TokenKind::else_word},
                                     {"true", TokenKind::true_word},
                                     {"false", TokenKind::false_word}}};

constexpr std::array<Word, 17> symbols{{{"==", TokenKind::equal},
                                        {"!=", TokenKind::not_equal},
                                        {"<=", TokenKind::less_equal},
                                        {">=", TokenKind::greater_equal},
                                        {"=", TokenKind::assign},
                                        {"<", TokenKind::less},
                                        {">", TokenKind::greater},
                                        {"(", TokenKind::open_parenthesis},
                                        {")", TokenKind::close_parenthesis},
                                        {"[", TokenKind::open_bracket},
                                        {"]", TokenKind::close_bracket},
                                        {",", TokenKind::comma},
                                        {".", TokenKind::dot},
                                        {"|", TokenKind::pipe},
                                        {"+", TokenKind::plus},
                                        {"-", TokenKind::minus},
                                        {"*", TokenKind::times}}};

struct Mistake {
  std::string_view written;
  std::string_view message;
  std::string_view label;
};

// What people type who know other languages, or whose word processor typed for them; longer ones first.
constexpr std::array<Mistake, 25> mistakes{{
    {"===", "there is no `===`", "write `==`"},
    {"!==", "there is no `!==`", "write `!=`"},
    {"&&", "there is no `&&`", "write `and`"},
    {"||", "there is no `||`", "write `or`"},
    {"<>", "there is no `<>`", "write `!=`"},
    {"=<", "there is no `=<`", "write `<=`"},
    {"=>", "there is no `=>`", "write `>=`"},
    {"=~", "there is no `=~`", "write `in` to look for a part of a text"},
    {"&", "there is no `&`", "write `and`"},
    {"~", "there is no `~`", "write `+` to join texts"},
    {"%", "there is no `%`", ""},
    {"?", "there is no `?`", "write `a if condition else b`"},
    {"{", "a `{` cannot stand in an expression", ""},
    {"}", "a `}` cannot stand in an expression", ""},
    {"“", "curly quotation marks cannot hold a text", "write \" instead"},
    {"”", "curly quotation marks cannot hold a text", "write \" instead"},
    {"‘", "curly quotation marks cannot hold a text", "write ' instead"},
    {"’", "curly quotation marks cannot hold a text", "write ' instead"},
    {"£", "an amount is written as a plain number", "leave the pound sign out"},
    {"–", "a dash is not a minus sign", "write - instead"},
    {"—", "a dash is not a minus sign", "write - instead"},
    {"−", "this is not the minus sign of the keyboard", "write - instead"},
    {"≥", "there is no `≥`", "write `>=`"},
    {"≤", "there is no `≤`", "write `<=`"},
    {"≠", "there is no `≠`", "write `!=`"},
}};

bool is_name_start(char c) { return is_ascii_letter(c) || c == '_'; }
bool is_name_part(char c) { return is_name_start(c) || is_digit(c); }

class Tokeniser {
public:
  Tokeniser(const ExpressionText& source, std::size_t begin, std::size_t end, Arena& arena)
      : source_(source), text_(source.text.substr(0, end)), at_(begin), arena_(arena) {}

  std::optional<std::vector<Token>> run() {
    for (skip_space(); at_ < text_.size(); skip_space())
      if (!next()) return std::nullopt;
    add(TokenKind::end, at_, at_);
    return std::move(tokens_);
  }

private:
  void skip_space() {
    while (at_ < text_.size()) {
      if (is_space(text_[at_]))
        ++at_;
      else if (rest().starts_with("\u00A0"))
        at_ += 2;
      else
        return;
    }
  }

  std::string_view rest() const { return text_.substr(at_); }
  char at(std::size_t place) const { return place < text_.size() ? text_[place] : '\0'; }

  void add(TokenKind kind, std::size_t begin, std::size_t end, Value value = {}) {
    tokens_.push_back({kind, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
                       text_.substr(begin, end - begin), value});
    at_ = end;
  }

  bool fail(std::size_t begin, std::size_t end, std::string message, std::string_view label = {}) {
    source_.error(begin, end, std::move(message)).label = label;
    return false;
  }

  bool next() {
    const char c = text_[at_];
    if (is_name_start(c)) return name();
    if (is_digit(c)) return number();
    if (c == '"' || c == '\'') return quoted(c);
    for (const Mistake& mistake : mistakes)
      if (rest().starts_with(mistake.written))
        return fail(at_, at_ + mistake.written.size(), std::string(mistake.message), mistake.label);
    for (const Word& symbol : symbols) {
      if (!rest().starts_with(symbol.text)) continue;
      add(symbol.kind, at_, at_ + symbol.text.size());
      return true;
    }
    if (c == '/') {
      add(TokenKind::divide, at_, at_ + 1);
      return true;
    }
    if (c == '!') return fail(at_, at_ + 1, "there is no `!`", "write `not`");
    std::size_t end = at_ + 1;
    while (end < text_.size() && (static_cast<unsigned char>(text_[end]) & 0xC0) == 0x80) ++end;
    const bool printable = static_cast<unsigned char>(c) >= ' ';
    return fail(at_, end,
                printable ? "`" + std::string(text_.substr(at_, end - at_)) + "` cannot stand in an expression"
                          : std::string("a control character cannot stand in an expression"),
                static_cast<unsigned char>(c) >= 0x80 ? "names are of the letters a to z, digits and _" : "");
  }

  bool name() {
    std::size_t end = at_;
    while (end < text_.size() && is_name_part(text_[end])) ++end;
    const std::string_view word = text_.substr(at_, end - at_);
    TokenKind kind = TokenKind::name;
    for (const Word& known : words)
      if (known.text == word) kind = known.kind;
    add(kind, at_, end);
    return true;
  }

  std::size_t digits_end(std::size_t from) const {
    while (from < text_.size() && is_digit(text_[from])) ++from;
    return from;
  }

  // The end of three runs of digits with `separator` between, if that is what stands here.
  std::optional<std::size_t> three_numbers(char separator) const {
    const std::size_t first = digits_end(at_);
    if (at(first) != separator || !is_digit(at(first + 1))) return std::nullopt;
    const std::size_t second = digits_end(first + 1);
    if (at(second) != separator || !is_digit(at(second + 1))) return std::nullopt;
    return digits_end(second + 1);
  }

  bool number() {
    std::size_t end = digits_end(at_);
    if (const auto date_end = three_numbers('-'); date_end && end - at_ == 4) return date(*date_end);
    if (const auto date_end = three_numbers('/'); date_end && end - at_ <= 2) {
      const std::string_view written = text_.substr(at_, *date_end - at_);
      for (const std::string_view pattern : {"%d/%m/%Y", "%e/%m/%Y"})
        if (const auto meant = parse_date(written, pattern))
          return fail(at_, *date_end, "a date is written year first", "write " + iso_date(*meant));
    }
    const bool decimal = at(end) == '.' && is_digit(at(end + 1));
    if (decimal) end = digits_end(end + 1);
    if (is_name_part(at(end))) {
      while (is_name_part(at(end))) ++end;
      return fail(at_, end, "`" + std::string(text_.substr(at_, end - at_)) + "` is neither a number nor a name");
    }
    return decimal ? literal_number<double>(end) : literal_number<std::int64_t>(end);
  }

  template <class Number>
  bool literal_number(std::size_t end) {
    Number number{};
    const auto read = std::from_chars(text_.data() + at_, text_.data() + end, number);
    if (read.ec != std::errc()) return fail(at_, end, "this number is too large");
    add(TokenKind::literal, at_, end, Value(number));
    return true;
  }

  bool date(std::size_t end) {
    const std::string_view written = text_.substr(at_, end - at_);
    const auto date = parse_date(written);
    if (!date && written.size() != 10)
      return fail(at_, end, "a date is written with two digits for the month and the day", "such as 2027-04-01");
    if (!date) return fail(at_, end, "there is no day " + std::string(written));
    add(TokenKind::literal, at_, end, Value(*date));
    return true;
  }

  bool quoted(char mark) {
    std::string decoded;
    std::size_t plain = at_ + 1;
    for (std::size_t place = at_ + 1; place < text_.size(); ++place) {
      if (text_[place] == mark) {
        std::string_view value = text_.substr(at_ + 1, place - at_ - 1);
        if (plain != at_ + 1) value = arena_.keep(decoded.append(text_, plain, place - plain));
        add(TokenKind::literal, at_, place + 1, Value(value));
        tokens_.back().text = value;
        return true;
      }
      if (text_[place] != '\\') continue;
      static constexpr std::string_view escapes = "\"'\\nt";
      static constexpr std::string_view meanings = "\"'\\\n\t";
      const std::size_t escape = place + 1 < text_.size() ? escapes.find(text_[place + 1]) : std::string_view::npos;
      if (escape == std::string_view::npos)
        return fail(place, place + 1, "a backslash here must be followed by a quotation mark, n, t or a backslash",
                    "write \\\\ for a backslash");
      decoded.append(text_, plain, place - plain).append(1, meanings[escape]);
      plain = ++place + 1;
    }
    return fail(at_, at_ + 1, "the text that begins here has no closing quotation mark",
                std::string("add ") + mark + " after it");
  }

  const ExpressionText& source_;
  std::string_view text_;
  std::size_t at_;
  Arena& arena_;
  std::vector<Token> tokens_;
};

}  // namespace

std::optional<std::vector<Token>> tokenise(const ExpressionText& source, std::size_t begin, std::size_t end,
                                           Arena& arena) {
  return Tokeniser(source, begin, end, arena).run();
}

}  // namespace framewright
