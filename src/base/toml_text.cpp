#include "base/toml_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"

namespace framewright {

std::string toml_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\')
      out.append("\\").push_back(c);
    else if (static_cast<unsigned char>(c) < 0x20 || c == '\x7f')
      out += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
    else
      out.push_back(c);
  }
  return out + "\"";
}

std::string toml_key(std::string_view key) {
  const bool bare = !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
    return is_ascii_letter(c) || is_digit(c) || c == '-' || c == '_';
  });
  return bare ? std::string(key) : toml_string(key);
}

}  // namespace framewright
