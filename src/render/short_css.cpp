#include "render/short_css.h"

#include <algorithm>

#include "base/text.h"

namespace framewright {

namespace {

constexpr std::string_view white = " \t\r\n\f";

bool is_white(char c) { return white.find(c) != std::string_view::npos; }

// Signs beside which white space means nothing in selectors, values and queries. A space before a colon may stand for
// any descendant.
bool closes_up_after(char c) { return std::string_view("{};:,>(").find(c) != std::string_view::npos; }
bool closes_up_before(char c) { return std::string_view("{};,>)").find(c) != std::string_view::npos; }

// The length of a quoted text at the beginning of `rest`, its marks included.
std::size_t quoted_size(std::string_view rest) {
  for (std::size_t i = 1; i < rest.size(); ++i) {
    if (rest[i] == '\\')
      ++i;
    else if (rest[i] == rest[0])
      return i + 1;
  }
  return rest.size();
}

}  // namespace

std::string short_css(std::string_view source) {
  std::string out;
  bool space = false;
  for (std::size_t at = 0; at < source.size();) {
    const char c = source[at];
    if (source.substr(at).starts_with("/*")) {
      at = std::min(source.find("*/", at + 2), source.size() - 2) + 2;
      space = true;
      continue;
    }
    if (is_white(c)) {
      space = true;
      ++at;
      continue;
    }
    if (space && !out.empty() && !closes_up_after(out.back()) && !closes_up_before(c)) out += ' ';
    space = false;
    if (c == '}' && out.ends_with(';')) out.pop_back();
    const std::size_t size = c == '"' || c == '\'' ? quoted_size(source.substr(at)) : 1;
    out.append(source, at, size);
    at += size;
  }
  return out;
}

}  // namespace framewright
