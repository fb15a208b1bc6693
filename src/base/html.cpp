#include "base/html.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace framewright {

void append_escaped(std::string& out, std::string_view text) {
  std::size_t from = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::string_view reference;
    switch (text[at]) {
      case '&': reference = "&amp;"; break;
      case '<': reference = "&lt;"; break;
      case '>': reference = "&gt;"; break;
      case '"': reference = "&quot;"; break;
      case '\'': reference = "&#39;"; break;
      default: continue;
    }
    out.append(text, from, at - from).append(reference);
    from = at + 1;
  }
  out.append(text, from);
}

std::string escape_html(std::string_view text) {
  std::string out;
  append_escaped(out, text);
  return out;
}

bool is_safe_url(std::string_view url) {
  std::string plain;
  for (const char c : url) {
    if (c == ':') break;
    if (c == '/' || c == '?' || c == '#') return true;
    if (static_cast<unsigned char>(c) > ' ') plain += c;
  }
  if (url.find(':') == std::string_view::npos) return true;
  static constexpr std::array<std::string_view, 4> safe{"http", "https", "mailto", "tel"};
  return std::find(safe.begin(), safe.end(), ascii_lower(plain)) != safe.end();
}

namespace {

bool is_encoded(std::string_view url, std::size_t at) {
  return url[at] == '%' && at + 2 < url.size() && hexadecimal_digit(url[at + 1]) && hexadecimal_digit(url[at + 2]);
}

}  // namespace

void append_url_encoded(std::string& out, std::string_view url) {
  static constexpr std::string_view kept = "-_.~:/?#[]@!$&'()*+,;=";
  static constexpr std::string_view digits = "0123456789ABCDEF";
  for (std::size_t at = 0; at < url.size(); ++at) {
    const char c = url[at];
    if (is_ascii_letter(c) || is_digit(c) || kept.find(c) != std::string_view::npos || is_encoded(url, at)) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += digits[byte >> 4];
      out += digits[byte & 15];
    }
  }
}

std::string percent_decoded(std::string_view url) {
  std::string out;
  for (std::size_t at = 0; at < url.size(); ++at) {
    if (is_encoded(url, at)) {
      out += static_cast<char>(*hexadecimal_digit(url[at + 1]) * 16 + *hexadecimal_digit(url[at + 2]));
      at += 2;
    } else {
      out += url[at];
    }
  }
  return out;
}

}  // namespace framewright
