#include "template/html_context.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace framewright {

namespace {

constexpr std::size_t longest_name = 64;

void append_lower(std::string& name, char c) {
  if (name.size() < longest_name) name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_any(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

OutputSyntax syntax_of(std::string_view template_name) {
  const std::size_t dot = template_name.rfind('.');
  const std::string_view ending = dot == std::string_view::npos ? std::string_view() : template_name.substr(dot + 1);
  if (is_any(ending, {"xml", "svg", "atom", "rss"})) return OutputSyntax::xml;
  if (is_any(ending, {"json", "webmanifest", "js"})) return OutputSyntax::json;
  if (is_any(ending, {"txt", "css", "csv", "md"})) return OutputSyntax::plain;
  return OutputSyntax::html;
}

HtmlContext::HtmlContext(OutputSyntax syntax)
    : syntax_(syntax),
      start_(syntax == OutputSyntax::json    ? Place::data_block
             : syntax == OutputSyntax::plain ? Place::unescaped
                                             : Place::text),
      place_(start_) {}

void HtmlContext::advance(std::string_view text, std::size_t* opened) {
  if (syntax_ == OutputSyntax::json || syntax_ == OutputSyntax::plain) return;
  for (std::size_t at = 0; at < text.size();) {
    if (opened && place_ == Place::text) *opened = std::min(text.find('<', at), text.size() - 1);
    at = step(text, at);
  }
}

std::size_t HtmlContext::until(std::string_view text, std::size_t at, std::string_view end) {
  const std::size_t found = text.find(end, at);
  if (found == std::string_view::npos) return text.size();
  place_ = Place::text;
  return found + end.size();
}

std::size_t HtmlContext::step(std::string_view text, std::size_t at) {
  const char c = text[at];
  switch (place_) {
    case Place::text:
    case Place::tag_open: return in_text(text, at);
    case Place::comment: return until(text, at, "-->");
    case Place::declaration: return until(text, at, ">");
    case Place::cdata: return until(text, at, "]]>");
    case Place::raw:
    case Place::data_block:
    case Place::plain_text: return in_raw(text, at);
    case Place::unescaped: return text.size();
    case Place::tag_name:
      if (is_space(c) || c == '/' || c == '>')
        among(c);
      else
        append_lower(tag_, c);
      break;
    case Place::in_tag:
    case Place::attribute_name:
    case Place::after_name: among(c); break;
    case Place::before_value:
      if (c == '"' || c == '\'')
        begin_value(c == '"' ? Place::double_quoted : Place::single_quoted);
      else if (c == '>')
        end_tag();
      else if (!is_space(c)) {
        begin_value(Place::unquoted);
        value_character(c);
      }
      break;
    case Place::double_quoted:
    case Place::single_quoted:
      if (c == quotation_mark())
        place_ = Place::in_tag;
      else
        value_character(c);
      break;
    case Place::unquoted:
      if (is_space(c))
        place_ = Place::in_tag;
      else if (c == '>')
        end_tag();
      else
        value_character(c);
      break;
  }
  return at + 1;
}

std::size_t HtmlContext::in_text(std::string_view text, std::size_t at) {
  if (place_ == Place::text) {
    at = text.find('<', at);
    if (at == std::string_view::npos) return text.size();
    place_ = Place::tag_open;
    closing_ = false;
    if (++at == text.size()) return at;
  }
  const std::string_view rest = text.substr(at);
  if (rest.front() == '/') {
    closing_ = true;
    return at + 1;
  }
  if (rest.starts_with("!--")) {
    place_ = Place::comment;
    return at + 3;
  }
  if (rest.starts_with("![CDATA[")) {
    place_ = Place::cdata;
    return at + 8;
  }
  if (rest.front() == '!' || rest.front() == '?') {
    place_ = Place::declaration;
    return at + 1;
  }
  place_ = is_ascii_letter(rest.front()) ? Place::tag_name : Place::text;
  if (place_ == Place::text) return at;
  tag_.clear();
  script_type_.clear();
  append_lower(tag_, rest.front());
  return at + 1;
}

std::size_t HtmlContext::in_raw(std::string_view text, std::size_t at) {
  for (at = text.find("</", at); at != std::string_view::npos; at = text.find("</", at + 2)) {
    if (ascii_lower(text.substr(at + 2, tag_.size())) != tag_) continue;
    closing_ = true;
    place_ = Place::tag_name;
    return at + 2 + tag_.size();
  }
  return text.size();
}

// A character inside a tag and outside values.
void HtmlContext::among(char c) {
  if (c == '>') {
    end_tag();
  } else if (c == '=' && place_ != Place::in_tag && place_ != Place::tag_name) {
    place_ = Place::before_value;
  } else if (is_space(c)) {
    place_ = place_ == Place::attribute_name || place_ == Place::after_name ? Place::after_name : Place::in_tag;
  } else if (c == '/') {
    place_ = Place::in_tag;
  } else {
    if (place_ != Place::attribute_name) {
      attribute_.clear();
      kind_ = AttributeKind::plain;
    }
    place_ = Place::attribute_name;
    append_lower(attribute_, c);
  }
}

HtmlContext::AttributeKind HtmlContext::attribute_kind(std::string_view name) const {
  if (is_any(name, {"href", "src", "action", "formaction", "poster", "cite", "data", "xlink:href", "background",
                    "manifest", "ping", "longdesc", "codebase"}))
    return AttributeKind::url;
  if (syntax_ == OutputSyntax::html && (name.starts_with("on") || name == "style" || name == "srcdoc"))
    return AttributeKind::code;
  return AttributeKind::plain;
}

void HtmlContext::begin_value(Place place) {
  place_ = place;
  kind_ = std::max(kind_, attribute_kind(attribute_));
  url_open_ = kind_ == AttributeKind::url;
  type_value_ = tag_ == "script" && attribute_ == "type";
  if (type_value_) script_type_.clear();
}

void HtmlContext::value_character(char c) {
  if (type_value_) append_lower(script_type_, c);
  if (c == '/' || c == '?' || c == '#' || c == ':') url_open_ = false;
}

void HtmlContext::end_tag() {
  place_ = Place::text;
  if (closing_ || syntax_ != OutputSyntax::html) return;
  if (tag_ == "script")
    place_ = script_type_ == "application/ld+json" ? Place::data_block : Place::raw;
  else if (tag_ == "style")
    place_ = Place::raw;
  else if (tag_ == "title" || tag_ == "textarea")
    place_ = Place::plain_text;
}

bool HtmlContext::inside_tag() const { return place_ >= Place::tag_name && place_ <= Place::after_name; }

bool HtmlContext::among_attributes() const { return place_ == Place::in_tag; }

PrintRule HtmlContext::print_rule() const {
  switch (place_) {
    case Place::text: return PrintRule::content;
    case Place::comment:
    case Place::plain_text: return PrintRule::text_only;
    case Place::double_quoted:
    case Place::single_quoted:
      if (kind_ == AttributeKind::code) return PrintRule::refused;
      return url_open_ ? PrintRule::url : PrintRule::text_only;
    case Place::data_block: return PrintRule::json;
    case Place::unescaped: return PrintRule::plain;
    default: return PrintRule::refused;
  }
}

std::string HtmlContext::refusal() const {
  switch (place_) {
    case Place::tag_open:
    case Place::tag_name: return "a value cannot be printed in the name of a tag";
    case Place::before_value:
    case Place::unquoted: return "the value of this attribute has no quotation marks round it";
    case Place::double_quoted:
    case Place::single_quoted: return "a value cannot be printed inside the attribute `" + attribute_ + "`";
    case Place::declaration: return "a value cannot be printed inside a declaration";
    case Place::cdata: return "a value cannot be printed inside a CDATA section";
    case Place::raw: return "a value cannot be printed inside <" + tag_ + ">";
    default: return "a value cannot be printed among the attributes of a tag";
  }
}

std::string HtmlContext::remedy() const {
  switch (place_) {
    case Place::before_value:
    case Place::unquoted: return "write " + attribute_ + "=\"{{ … }}\"";
    case Place::in_tag:
    case Place::attribute_name:
    case Place::after_name: return "write name=\"{{ … }}\"";
    case Place::raw:
      return tag_ == "script" ? "put it in an attribute such as data-value=\"{{ … }}\"" : "use a class instead";
    default: return {};
  }
}

std::string HtmlContext::describe() const {
  switch (place_) {
    case Place::text: return "in the text of the page";
    case Place::double_quoted:
    case Place::single_quoted:
    case Place::unquoted: return "inside the value of an attribute";
    case Place::comment: return "inside a comment";
    case Place::declaration: return "inside a declaration";
    case Place::cdata: return "inside a CDATA section";
    case Place::raw:
    case Place::data_block:
    case Place::plain_text: return "inside <" + tag_ + ">";
    case Place::unescaped: return "in the text of the file";
    default: return "inside a tag";
  }
}

std::optional<HtmlContext> HtmlContext::merge(const HtmlContext& a, const HtmlContext& b) {
  HtmlContext merged = a;
  const bool in_element = a.place_ == Place::raw || a.place_ == Place::data_block || a.place_ == Place::plain_text;
  const auto special = [](const HtmlContext& context) {
    return !context.closing_ && is_any(context.tag_, {"script", "style", "title", "textarea"});
  };
  if (a.inside_tag() && b.inside_tag()) {
    if (a.tag_ != b.tag_ && (special(a) || special(b))) return std::nullopt;
    if (a.place_ != b.place_) merged.place_ = Place::in_tag;
  } else if (a.place_ != b.place_ || (in_element && a.tag_ != b.tag_)) {
    return std::nullopt;
  }
  if (a.attribute_ != b.attribute_) {
    merged.kind_ = std::max({a.kind_, b.kind_, a.attribute_kind(a.attribute_), b.attribute_kind(b.attribute_)});
    if (a.place_ != Place::attribute_name) merged.attribute_.clear();
  }
  merged.url_open_ = a.url_open_ || b.url_open_;
  merged.closing_ = a.closing_ && b.closing_;
  if (a.script_type_ != b.script_type_) merged.script_type_.clear();
  return merged;
}

}  // namespace framewright
