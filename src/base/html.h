#pragma once

#include <string>
#include <string_view>

namespace framewright {

// Markup that is safe to put in a page as it stands. Only functions that escape or build markup make one, so text can
// never be printed unescaped by mistake: escaping lives in the type.
class Html {
public:
  Html() = default;
  // States that `markup` is already safe.
  static Html trusted(std::string markup) { return Html(std::move(markup)); }
  const std::string& markup() const { return markup_; }
  bool empty() const { return markup_.empty(); }

private:
  explicit Html(std::string markup) : markup_(std::move(markup)) {}
  std::string markup_;
};

// Appends `text` with & < > " ' as character references: right in element content and in quoted attributes.
void append_escaped(std::string& out, std::string_view text);
std::string escape_html(std::string_view text);

// Whether a URL may stand in an href or src: relative, or of the schemes http, https, mailto, tel. Control characters
// and white space that browsers drop are not a way round it (WHATWG URL, basic URL parser).
bool is_safe_url(std::string_view url);

// Appends a URL or path with every byte percent-encoded that may not stand in one (RFC 3986), `%xx` left as it is.
void append_url_encoded(std::string& out, std::string_view url);

// The bytes that a URL or path stands for: `%xx` decoded, any other % as it is.
std::string percent_decoded(std::string_view url);

}  // namespace framewright
