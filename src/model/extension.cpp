#include "model/extension.h"

#include <charconv>

namespace framewright {

std::optional<Extension> parse_extension(std::string_view text) {
  Extension extension;
  const char* end = text.data() + text.size();
  const auto [after, problem] = std::from_chars(text.data(), end, extension.months);
  if (problem != std::errc() || extension.months <= 0) return std::nullopt;
  std::string_view rest(after, static_cast<std::size_t>(end - after));
  const auto take = [&](std::string_view word) {
    if (!rest.starts_with(word)) return false;
    rest.remove_prefix(word.size());
    return true;
  };
  if (take(" year"))
    extension.months *= 12;
  else if (!take(" month"))
    return std::nullopt;
  take("s");
  if (rest.empty()) return extension;
  if (!take(" taken ")) return std::nullopt;
  take("on ");
  extension.taken_on = parse_date(rest);
  return extension.taken_on ? std::optional(extension) : std::nullopt;
}

std::vector<Extension> extensions_of(const Item& contract, const TypeDef& type) {
  std::vector<Extension> extensions;
  for (const std::string& text : text_list_field(contract, type, "extensions"))
    if (const auto extension = parse_extension(text)) extensions.push_back(*extension);
  return extensions;
}

Date add_months(Date date, int months) {
  const Date moved = date + std::chrono::months(months);
  return moved.ok() ? moved : Date(moved.year() / moved.month() / std::chrono::last);
}

}  // namespace framewright
