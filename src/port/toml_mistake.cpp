#include "port/toml_mistake.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "port/unicode.h"

namespace framewright {

namespace {

using std::string;
using std::string_view;

constexpr std::size_t none = string_view::npos;

bool begins_with_curly_quote(string_view text) {
  for (const string_view curly : {"“", "”", "‘", "’", "„", "«", "»"})
    if (text.starts_with(curly)) return true;
  return false;
}

string code_point_at(string_view text, std::size_t at) {
  const std::size_t begin = at;
  if (at < text.size()) decode_code_point(text, at);
  return string(text.substr(begin, at - begin));
}

string_view without_last_blanks(string_view text) {
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

bool contains(string_view text, string_view part) { return text.find(part) != none; }

// Where in a value the parser stopped.
struct Inside {
  std::vector<std::size_t> brackets;   // those open, outermost first; each is the beginning of a value
  std::size_t value = 0;               // beginning of the value at hand: after the last bracket or comma
  std::optional<std::size_t> string_;  // opening quote of a string that the place is in
  std::optional<std::size_t> before;   // end of a string just before the place
};

class Explainer {
public:
  Explainer(string_view text, const TomlOutline& outline, std::size_t place, string_view description)
      : text_(text), at_(std::min(place, text.size())), description_(description) {
    const auto after =
        std::upper_bound(outline.statements.begin(), outline.statements.end(), at_,
                         [](std::size_t offset, const TomlStatement& s) { return offset < s.name.begin; });
    if (after != outline.statements.begin()) statement_ = *(after - 1);
    // toml++ points a line further down for some mistakes in headers and at the end of a line for others.
    line_begin_ = at_ == 0 ? 0 : text_.rfind('\n', at_ - 1) + 1;
    line_end_ = std::min(text_.find('\n', at_), text_.size());
    if (line_end_ > line_begin_ && text_[line_end_ - 1] == '\r') --line_end_;
  }

  TomlMistake explain() {
    if (contains(description_, "cannot redefine") || contains(description_, "cannot insert"))
      return {name_before(), "this name stands twice", "keep one of the two"};
    if (at_ < text_.size()) {
      if (auto found = odd_character()) return *found;
    }
    if (statement_.value.end > statement_.value.begin && at_ >= statement_.value.begin) return in_value();
    if (statement_.kind != TomlStatement::Kind::pair) return in_header();
    return in_name();
  }

private:
  static TomlRange range(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }
  TomlRange one(std::size_t at) const { return range(at, at + code_point_at(text_, at).size()); }
  string_view rest_of_line(std::size_t from) const {
    string_view rest = text_.substr(from, std::min(text_.find('\n', from), text_.size()) - from);
    if (rest.ends_with('\r')) rest.remove_suffix(1);
    return rest;
  }

  std::optional<TomlMistake> odd_character() const {
    const auto c = static_cast<unsigned char>(text_[at_]);
    if (text_.substr(at_).starts_with("\xC2\xA0") && !contains(description_, "string"))
      return TomlMistake{one(at_), "a space of an unusual kind stands here, as word processors put in",
                         "replace it with an ordinary space"};
    if ((c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F)
      return TomlMistake{one(at_), "an invisible control character stands here", "remove it"};
    const bool after = c != '\n' && at_ > 0 && text_[at_ - 1] == '\r';
    if (after || (c == '\r' && text_.substr(at_, 2) != "\r\n"))
      return TomlMistake{after ? range(at_ - 1, at_) : one(at_), "the line ends with a carriage return alone here",
                         "save the file with the line ends of Windows or Unix"};
    return std::nullopt;
  }

  // The name whose value the parser had come to.
  TomlRange name_before() const {
    std::size_t end = text_.rfind('=', at_);
    if (end == none) return one(at_);
    while (end > 0 && (text_[end - 1] == ' ' || text_[end - 1] == '\t')) --end;
    std::size_t begin = end;
    while (begin > 0 && is_bare_toml_key(text_[begin - 1])) --begin;
    return range(begin, end);
  }

  // Names

  TomlMistake in_name() const {
    const std::size_t begin = statement_.name.begin;
    const string_view line = rest_of_line(begin);
    const std::size_t equals = line.find('=');
    const std::size_t name_end = statement_.name.end;
    for (const string_view mark : {"<<<<<<<", "=======", ">>>>>>>"})
      if (line.starts_with(mark))
        return {range(begin, begin + mark.size()), "git left a conflict between two versions of the file here",
                "keep one version and remove the lines of <<<<<<<, ======= and >>>>>>>"};
    if (line.starts_with("=")) return {one(begin), "there is no name before \"=\"", ""};
    if (begins_with_curly_quote(line)) return curly(begin);
    if (line.starts_with("\"") || line.starts_with("'")) {
      const TomlQuotes quotes = find_closing_quotes(text_, begin);
      if (!quotes.closed) return unclosed(begin);
      if (quotes.triple) return {range(begin, quotes.end), "a name stands before this text", "write text = before it"};
    }
    if (name_end > begin &&
        text_.substr(std::min(text_.find_first_not_of(" \t", name_end), text_.size())).starts_with(":"))
      return {one(text_.find(':', name_end)), "a name and its value are parted by \"=\", not \":\"",
              "write " + string(text_.substr(begin, name_end - begin)) + " = …"};
    if (equals == none)
      return {
          range(begin, begin + trim(line).size()), "this line has no \"=\"",
          "a line reads name = value; a remark begins with #; text of several lines stands between \"\"\" and \"\"\""};
    const string_view name = trim(line.substr(0, equals));
    const string_view value = trim(line.substr(equals + 1));
    const bool plain = std::all_of(name.begin(), name.end(), is_bare_toml_key) || contains(name, "\"");
    if (plain && (value.empty() || value.front() == '#'))
      return {one(begin + equals), "there is no value after \"=\"", "write \"\" for empty text, or take the line out"};
    return bad_name(begin, name, "");
  }

  TomlMistake bad_name(std::size_t begin, string_view name, string_view bracket) const {
    string joined;
    for (const char c : name) joined += c == ' ' ? '_' : c;
    const bool mended = std::all_of(joined.begin(), joined.end(), is_bare_toml_key);
    const string close = bracket == "[[" ? "]]" : bracket == "[" ? "]" : "";
    string help = "write " + string(bracket) + "\"" + string(name) + "\"" + close;
    if (mended && bracket.empty()) help = "write " + joined + ", or \"" + string(name) + "\" in quotation marks";
    if (contains(name, "\"")) help = "";
    return {range(begin, begin + name.size()),
            "a name without quotation marks holds only letters (without accents), digits, - and _", help};
  }

  TomlMistake in_header() const {
    const std::size_t begin = statement_.name.begin;
    const string_view line = rest_of_line(begin);
    const string_view bracket = statement_.kind == TomlStatement::Kind::table ? "[" : "[[";
    const string_view closing = bracket == "[" ? "]" : "]]";
    const std::size_t close = line.find(']');
    if (close == none) {
      const string_view shown = trim(line.substr(0, line.find('#')));
      return {range(begin, begin + shown.size()), "this bracket is never closed",
              "write " + string(shown) + string(closing)};
    }
    const string_view name = trim(line.substr(bracket.size(), close - std::min(close, bracket.size())));
    if (name.empty()) return {range(begin, begin + close + 1), "there is no name between the brackets", ""};
    if (!line.substr(close).starts_with(closing))
      return {range(begin, begin + close + 1), "this opens with two brackets and closes with one",
              "write " + string(bracket) + string(name) + string(closing)};
    if (at_ >= begin + close + closing.size() && at_ <= begin + line.size())
      return {range(at_, begin + trim(line).size()), "nothing may follow a name in brackets on its line",
              "begin a new line; a remark begins with #"};
    return bad_name(begin + static_cast<std::size_t>(name.data() - line.data()), name, bracket);
  }

  // Values

  Inside look_inside() const {
    Inside in;
    std::size_t at = statement_.value.begin;
    in.value = at;
    while (at < at_) {
      const char c = text_[at];
      if (c == '"' || c == '\'') {
        const TomlQuotes quotes = find_closing_quotes(text_, at);
        if (!quotes.closed || quotes.end > at_) {
          in.string_ = at;
          return in;
        }
        at = quotes.end;
        in.before = at;
        continue;
      }
      if (c == '#') {
        at = std::min(text_.find('\n', at), text_.size());
        continue;
      }
      if (c == '[' || c == '{') in.brackets.push_back(at);
      ++at;
      if ((c == ']' || c == '}') && !in.brackets.empty()) {
        in.value = in.brackets.back();
        in.brackets.pop_back();
      }
      if (c == '[' || c == '{' || c == ',' || (c == '=' && !in.brackets.empty())) in.value = at;
    }
    while (in.value < at_ && is_space(text_[in.value])) ++in.value;
    return in;
  }

  TomlMistake in_value() const {
    const Inside in = look_inside();
    if (in.string_) return in_string(*in.string_);
    if (!in.brackets.empty()) {
      const std::size_t open = in.brackets.back();
      return text_[open] == '[' ? in_list(in, open) : in_braces(in, open);
    }
    if (at_ < text_.size() && (text_[at_] == '"' || text_[at_] == '\'') && at_ == in.value) {
      if (!find_closing_quotes(text_, at_).closed) return unclosed(at_);
    }
    if (at_ > in.value) return after_value(in);
    return bad_value(in.value, rest_without_remark(in.value));
  }

  std::size_t rest_without_remark(std::size_t from) const {
    string_view rest = rest_of_line(from);
    const std::size_t remark = rest.find(" #");
    return from + without_last_blanks(rest.substr(0, remark)).size();
  }

  TomlMistake after_value(const Inside& in) const {
    const char first = text_[in.value];
    if (first == '"' || first == '\'') {
      if (at_ < text_.size() && text_[at_] == ',')
        return {one(at_), "a comma after a value, outside a list",
                "take it out, or put several values in square brackets: [\"one\", \"two\"]"};
      return quote_within(in.value);
    }
    if (first == '[' || first == '{')
      return {range(at_, std::max(at_ + 1, rest_without_remark(at_))),
              "nothing may follow the closing bracket on its line", "begin a new line; a remark begins with #"};
    return bad_value(in.value, rest_without_remark(in.value));
  }

  TomlMistake quote_within(std::size_t open) const {
    const std::size_t end = find_closing_quotes(text_, open).end;
    return {range(end - 1, end), "the text ends at this quotation mark, yet more follows it",
            text_[open] == '"' ? "put a backslash before a quotation mark within text: \\\""
                               : "put the text between \" and \", as an apostrophe ends it"};
  }

  TomlMistake in_string(std::size_t open) const {
    const TomlQuotes quotes = find_closing_quotes(text_, open);
    if (text_[open] == '"') {
      if (auto escape = bad_escape(open, quotes.end)) return *escape;
    }
    if (!quotes.closed) return unclosed(open);
    return {one(at_), "this character may not stand in text", "remove it"};
  }

  std::optional<TomlMistake> bad_escape(std::size_t open, std::size_t end) const {
    if (!contains(description_, "escape") && !contains(description_, "hex digit") &&
        !contains(description_, "backslash") && !contains(description_, "unicode") &&
        !contains(description_, "U+10FFFF"))
      return std::nullopt;
    const std::size_t slash = text_.rfind('\\', std::min(at_, end - 1));
    if (slash == none || slash < open) return std::nullopt;
    const string meant = code_point_at(text_, slash + 1);
    if (meant == "\n" || meant == "\r") return std::nullopt;
    return TomlMistake{range(slash, slash + 1 + meant.size()),
                       "a backslash has a meaning of its own in text between \" and \"",
                       "write \\\\ for one backslash"};
  }

  TomlMistake unclosed(std::size_t open) const {
    const TomlQuotes quotes = find_closing_quotes(text_, open);
    const string mark = string(text_.substr(open, quotes.triple ? 3 : 1));
    if (quotes.triple)
      return {range(open, open + 3), "these quotation marks are never closed", "write " + mark + " after the text"};
    const string_view line = rest_of_line(open + 1);
    for (const string_view curly : {"”", "“", "’", "‘"}) {
      const string_view trimmed = trim(line);
      if (trimmed.ends_with(curly))
        return {range(open, open + 1), "this quotation mark is never closed",
                "the one at the end, " + string(curly) + ", is curly; write " + mark + " for it"};
    }
    return {range(open, open + 1), "this quotation mark is never closed",
            "write " + mark + " at the end of the text; text of several lines stands between " +
                string(3, mark.front()) + " and " + string(3, mark.front())};
  }

  TomlMistake curly(std::size_t at) const {
    return {one(at), "this is a curly quotation mark, as word processors make them", "write straight ones: \" \""};
  }

  TomlMistake in_list(const Inside& in, std::size_t open) const {
    const bool next_statement = begins_statement();
    if (next_statement || trim(text_.substr(at_)).empty()) {
      // [P1] on a line of its own looks like a list within the list.
      const std::size_t left =
          next_statement && open >= line_begin_ && in.brackets.size() > 1 ? in.brackets[in.brackets.size() - 2] : open;
      return {range(left, left + 1), "this list is never closed", "write ] after its last value"};
    }
    if (contains(description_, "saw comma")) return {one(at_), "there is a comma too many here", "take it out"};
    if (contains(description_, "expected comma") && at_ > in.value) {
      const bool text = text_[in.value] == '"' || text_[in.value] == '\'';
      if (text && in.before && *in.before == at_) return quote_within(in.value);
      if (!text && text_[in.value] != '[' && text_[in.value] != '{') return bad_value(in.value, item_end(in.value));
      return {one(at_), "a comma is missing before this value", "part the values of a list by commas"};
    }
    if ((text_[at_] == '"' || text_[at_] == '\'') && !find_closing_quotes(text_, at_).closed) return unclosed(at_);
    return bad_value(in.value, item_end(in.value));
  }

  // Whether the line goes on as a new `name =` or [name]: the list before it was left open.
  bool begins_statement() const {
    const string_view line = trim(text_.substr(line_begin_, line_end_ - line_begin_));
    if (line_begin_ <= statement_.name.begin) return false;
    if (line.starts_with('[') && line.ends_with(']') && !contains(line, ",") && line.size() > 2)
      return is_ascii_letter(line[1]) || line[1] == '[';
    std::size_t at = 0;
    while (at < line.size() && is_bare_toml_key(line[at])) ++at;
    const std::size_t next = line.find_first_not_of(" \t", at);
    return at > 0 && next != none && line[next] == '=';
  }

  std::size_t item_end(std::size_t from) const {
    const std::size_t end = std::min(text_.find_first_of(",]}\n#", from), text_.size());
    return from + without_last_blanks(text_.substr(from, end - from)).size();
  }

  TomlMistake in_braces(const Inside& in, std::size_t open) const {
    if (at_ >= text_.size() || text_[at_] == '\n' || text_[at_] == '\r')
      return {range(open, open + 1), "these braces are not closed on their line",
              "write { name = value, name = value } on one line"};
    if (contains(description_, "dangling comma"))
      return {one(at_), "a comma stands before the closing brace", "take it out"};
    if (contains(description_, "expected comma")) {
      if (in.before && *in.before == at_ && is_ascii_letter(text_[at_])) return quote_within(in.value);
      return {one(at_), "a comma is missing before this name", "part names and values by commas: { a = 1, b = 2 }"};
    }
    if (contains(description_, "expected '='"))
      return {one(at_), "within braces, a name and its value are parted by \"=\"", "write { name = value }"};
    if (begins_with_curly_quote(text_.substr(at_))) return curly(at_);
    if (contains(description_, "expected key")) return {one(at_), "a name is expected here", "write { name = value }"};
    if ((text_[at_] == '"' || text_[at_] == '\'') && !find_closing_quotes(text_, at_).closed) return unclosed(at_);
    return bad_value(in.value, item_end(in.value));
  }

  TomlMistake bad_value(std::size_t begin, std::size_t end) const;

  string_view text_;
  std::size_t at_;
  string_view description_;
  TomlStatement statement_;
  std::size_t line_begin_ = 0;
  std::size_t line_end_ = 0;
};

TomlMistake Explainer::bad_value(std::size_t begin, std::size_t end) const {
  const string_view token = text_.substr(begin, end > begin ? end - begin : 0);
  if (token.empty()) return {one(begin), "a value is missing here", ""};
  if (begins_with_curly_quote(token)) return curly(begin);
  TomlMistake found = explain_toml_scalar(token);
  found.where = range(begin, end);
  return found;
}

}  // namespace

TomlMistake explain_toml_mistake(string_view text, const TomlOutline& outline, std::uint32_t place,
                                 string_view description) {
  return Explainer(text, outline, place, description).explain();
}

TomlMistake explain_bad_utf8(std::uint32_t place) {
  return {{place, place + 1},
          "this file is not saved as UTF-8: the character here cannot be read",
          "save it again with the encoding UTF-8"};
}

TomlMistake explain_depth(std::uint32_t place) {
  return {{place, place + 1},
          "names or brackets stand within one another too deeply here",
          "no more than " + std::to_string(deepest_toml) + " levels are read"};
}

}  // namespace framewright
