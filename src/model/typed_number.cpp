#include "model/typed_number.h"

#include "base/text.h"

namespace framewright {

std::string typed_number(std::string_view words) {
  std::size_t end = 0;
  while (end < words.size() && (is_digit(words[end]) || words[end] == '.')) ++end;
  std::string number(words.substr(0, end));
  if (number.empty() || !is_digit(number[0]) || end == words.size()) return {};
  const bool dotted = number.find('.') != std::string::npos;
  const std::string_view rest = words.substr(end);
  const bool spaced = rest.starts_with(' ') || rest.starts_with("\xC2\xA0");
  if (!dotted || (!spaced && !number.ends_with('.'))) return {};
  while (number.ends_with('.')) number.pop_back();
  return number.size() > 12 ? std::string() : number;
}

}  // namespace framewright
