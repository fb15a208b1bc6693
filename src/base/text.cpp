#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace framewright {

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::optional<unsigned> hexadecimal_digit(char c) {
  if (is_digit(c)) return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
  return std::nullopt;
}

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

std::string_view next_field(std::string_view& rest, char separator) {
  const std::size_t at = rest.find(separator);
  const std::string_view field = rest.substr(0, at);
  rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + 1);
  return field;
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

namespace {

// Length of the well-formed sequence at the front of `text`, or 0.
std::size_t sequence_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u; };
  const auto continuation = [&](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  if (lead < 0xE0) return continuation(1) ? 2 : 0;
  if (lead < 0xF0) {
    if ((lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xED && byte(1) > 0x9F)) return 0;
    return continuation(1) && continuation(2) ? 3 : 0;
  }
  if ((lead == 0xF0 && byte(1) < 0x90) || (lead == 0xF4 && byte(1) > 0x8F)) return 0;
  return continuation(1) && continuation(2) && continuation(3) ? 4 : 0;
}

constexpr std::size_t ascii_step = sizeof(std::uint64_t);

// Whether at least the next bytes of a step are ASCII: most of a text is, and is passed over quickly.
bool begins_with_ascii(std::string_view text) {
  if (text.size() < ascii_step) return false;
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, text.data(), ascii_step);
  return (bytes & 0x8080808080808080u) == 0;
}

// The longest word to which a nearest one is sought.
constexpr std::size_t longest_word = 100;

// The longest that can be near to such a word.
constexpr std::size_t longest_candidate = longest_word + longest_word / 3;
using DistanceRow = std::array<std::uint8_t, longest_candidate + 1>;

// Anything not below `bound` when the distance is not. Looks only at pairs of places that are nearer to one another
// than that; the lengths of the words are.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t bound) {
  std::array<DistanceRow, 3> rows;
  DistanceRow *before = &rows[0], *last = &rows[1], *row = &rows[2];
  for (std::size_t j = 0; j <= b.size(); ++j) (*last)[j] = static_cast<std::uint8_t>(std::min(j, bound));
  std::size_t least_of_last = 0;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    const std::size_t from = i < bound ? 1 : i - bound + 1, to = std::min(b.size(), i + bound - 1);
    (*row)[from - 1] = static_cast<std::uint8_t>(from == 1 ? std::min(i, bound) : bound);
    std::size_t least = (*row)[from - 1];
    for (std::size_t j = from; j <= to; ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      std::size_t distance =
          std::min({(*last)[j] + std::size_t{1}, (*row)[j - 1] + std::size_t{1}, (*last)[j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        distance = std::min(distance, (*before)[j - 2] + std::size_t{1});
      (*row)[j] = static_cast<std::uint8_t>(distance);
      least = std::min(least, distance);
    }
    if (to < b.size()) (*row)[to + 1] = static_cast<std::uint8_t>(bound);
    if (least >= bound && least_of_last >= bound) return bound;
    least_of_last = least;
    std::swap(before, last);
    std::swap(last, row);
  }
  return (*last)[b.size()];
}

char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

void drop_byte_order_mark(std::string& text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
}

std::optional<std::size_t> first_invalid_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (begins_with_ascii(text.substr(at))) {
      at += ascii_step;
      continue;
    }
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const std::size_t length = sequence_length(text.substr(at));
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

std::optional<std::string_view> nearest(std::string_view word, std::span<const std::string_view> candidates) {
  if (word.size() > longest_word) return std::nullopt;
  const std::string wanted = ascii_lower(word);
  std::array<char, longest_candidate> lower;
  const std::size_t limit = std::max<std::size_t>(1, wanted.size() / 3);
  std::size_t best = limit + 1;
  std::optional<std::string_view> found;
  for (const std::string_view candidate : candidates) {
    const std::size_t gap =
        candidate.size() > word.size() ? candidate.size() - word.size() : word.size() - candidate.size();
    if (gap >= best) continue;
    std::transform(candidate.begin(), candidate.end(), lower.begin(), [](char c) { return ascii_lower(c); });
    const std::size_t distance = edit_distance(wanted, {lower.data(), candidate.size()}, best);
    if (distance < best) {
      best = distance;
      found = candidate;
    }
    if (best == 0) break;
  }
  return found;
}

std::string join_words(std::span<const std::string> words, std::string_view last) {
  std::string joined;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) {
      if (i + 1 == words.size())
        joined.append(" ").append(last).append(" ");
      else
        joined += ", ";
    }
    joined += words[i];
  }
  return joined;
}

std::string join(std::span<const std::string> parts, std::string_view separator) {
  std::string joined;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) joined += separator;
    joined += parts[i];
  }
  return joined;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return with_thousands(static_cast<long long>(count)) + " " + std::string(count == 1 ? one : many);
}

std::string capitalised(std::string_view text) {
  std::string capital(text);
  if (!capital.empty() && capital[0] >= 'a' && capital[0] <= 'z')
    capital[0] = static_cast<char>(capital[0] - 'a' + 'A');
  return capital;
}

std::string label_of_name(std::string_view name) {
  std::string label = capitalised(name);
  std::replace(label.begin(), label.end(), '_', ' ');
  return label;
}

std::string with_article(std::string_view noun) {
  const bool vowel = !noun.empty() && std::string_view("aeiouAEIOU").find(noun.front()) != std::string_view::npos;
  return (vowel ? "an " : "a ") + std::string(noun);
}

std::string with_thousands(long long number) {
  std::string digits = std::to_string(number);
  const std::size_t first = digits.front() == '-' ? 1 : 0;
  for (std::size_t at = digits.size(); at > first + 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

bool natural_less(std::string_view a, std::string_view b) {
  std::size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    if (is_digit(a[i]) && is_digit(b[j])) {
      const auto run = [](std::string_view text, std::size_t& at) {
        while (at < text.size() && text[at] == '0') ++at;
        const std::size_t from = at;
        while (at < text.size() && is_digit(text[at])) ++at;
        return text.substr(from, at - from);
      };
      const std::string_view left = run(a, i), right = run(b, j);
      if (left.size() != right.size()) return left.size() < right.size();
      if (left != right) return left < right;
      continue;
    }
    if (a[i] != b[j]) return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]);
    ++i;
    ++j;
  }
  return a.size() - i < b.size() - j;
}

bool is_language_tag(std::string_view text) {
  const std::string_view language = next_field(text, '-');
  if (language.size() < 2 || language.size() > 3 || !std::all_of(language.begin(), language.end(), is_ascii_letter))
    return false;
  while (!text.empty()) {
    const std::string_view part = next_field(text, '-');
    const auto fits = [](char c) { return is_ascii_letter(c) || is_digit(c); };
    if (part.empty() || part.size() > 8 || !std::all_of(part.begin(), part.end(), fits)) return false;
  }
  return true;
}

}  // namespace framewright
