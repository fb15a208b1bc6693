#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace framewright {

// What a template writes, by the ending of its name: .xml .svg .atom .rss: xml; .json .webmanifest .js: json;
// .txt .css .csv .md: plain; all else html.
enum class OutputSyntax : std::uint8_t { html, xml, json, plain };
OutputSyntax syntax_of(std::string_view template_name);

// How a value may be printed at a place of a page.
enum class PrintRule : std::uint8_t {
  content,    // escaped; markup as it stands
  text_only,  // escaped; markup is refused: quoted attributes, <title>, <textarea>, comments
  url,        // as text_only, and the address so far must be a safe one
  json,       // the result of `| json` alone, as it stands
  plain,      // as it stands, and no markup
  refused,    // nothing can be printed here safely
};

// Where in the markup a template stands, followed along its text: a small part of the tokeniser of the WHATWG HTML
// standard (13.2.5), enough to know what escaping is right for a value printed there.
class HtmlContext {
public:
  explicit HtmlContext(OutputSyntax syntax);

  // `opened` is set to where the last tag begins that the text opens, if it opens any.
  void advance(std::string_view text, std::size_t* opened = nullptr);
  // The beginning of a text of the same syntax.
  HtmlContext beginning() const { return HtmlContext(syntax_); }
  PrintRule print_rule() const;
  // The quotation mark round the attribute's value that the place is in.
  char quotation_mark() const { return place_ == Place::single_quoted ? '\'' : '"'; }
  // Whether whole attributes may be printed here.
  bool among_attributes() const;
  // What to say where the rule is `refused`, and how to mend it.
  std::string refusal() const;
  std::string remedy() const;
  // Whether a page may end here.
  bool complete() const { return place_ == start_; }
  // "in the text of the page", "inside a tag".
  std::string describe() const;

  // The place after two branches that end here and there; nothing when what follows cannot be right for both.
  static std::optional<HtmlContext> merge(const HtmlContext& a, const HtmlContext& b);
  friend bool operator==(const HtmlContext&, const HtmlContext&) = default;

private:
  enum class Place : std::uint8_t {
    text,
    tag_open,  // after <
    tag_name,
    in_tag,
    attribute_name,
    after_name,
    before_value,
    double_quoted,
    single_quoted,
    unquoted,
    comment,
    declaration,
    raw,         // of <script> and <style>
    data_block,  // of a script that is JSON
    plain_text,  // of <title> and <textarea>
    cdata,
    unescaped,  // a file that is no markup
  };
  enum class AttributeKind : std::uint8_t { plain, url, code };

  std::size_t step(std::string_view text, std::size_t at);
  std::size_t in_text(std::string_view text, std::size_t at);
  std::size_t in_raw(std::string_view text, std::size_t at);
  std::size_t until(std::string_view text, std::size_t at, std::string_view end);
  void among(char c);
  void begin_value(Place place);
  void value_character(char c);
  void end_tag();
  bool inside_tag() const;
  AttributeKind attribute_kind(std::string_view name) const;

  OutputSyntax syntax_;
  Place start_;
  Place place_;
  bool closing_ = false;     // an end tag
  bool url_open_ = false;    // the scheme of the address may still be to come
  bool type_value_ = false;  // the value of a script's type is being read
  AttributeKind kind_ = AttributeKind::plain;
  std::string tag_;
  std::string attribute_;
  std::string script_type_;
};

}  // namespace framewright
