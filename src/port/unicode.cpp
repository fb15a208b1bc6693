#include "port/unicode.h"

#include <utf8proc.h>

#include "base/text.h"

namespace framewright {

namespace {

constexpr char32_t replacement = 0xFFFD;

utf8proc_category_t category(char32_t code_point) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(code_point));
}

bool is_ascii(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  return true;
}

bool is_white_space(char32_t c) {
  if (c < 0x80) return is_space(static_cast<char>(c));
  const auto kind = category(c);
  return c == 0x85 || kind == UTF8PROC_CATEGORY_ZS || kind == UTF8PROC_CATEGORY_ZL || kind == UTF8PROC_CATEGORY_ZP;
}

// ASCII that stands for a typographic variant, or 0.
char plain_variant(char32_t c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x02BC:
    case 0x2032:
    case 0x0060:
    case 0x00B4: return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x00AB:
    case 0x00BB:
    case 0x2033: return '"';
    default: break;
  }
  if (c == 0x2212) return '-';  // minus sign
  return c >= 0x80 && category(c) == UTF8PROC_CATEGORY_PD ? '-' : '\0';
}

void append_squeezed(std::string& out, char c) {
  if (!is_space(c))
    out += c;
  else if (!out.empty() && out.back() != ' ')
    out += ' ';
}

void drop_last_space(std::string& text) {
  if (text.ends_with(' ')) text.pop_back();
}

// Well-formed text mapped by the library; the text itself when it cannot.
std::string mapped_by(std::string_view text, int option_bits) {
  utf8proc_uint8_t* mapped = nullptr;
  const auto options = static_cast<utf8proc_option_t>(option_bits);
  const utf8proc_ssize_t size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                             static_cast<utf8proc_ssize_t>(text.size()), &mapped, options);
  std::string result(size < 0 ? text
                              : std::string_view(reinterpret_cast<char*>(mapped), static_cast<std::size_t>(size)));
  std::free(mapped);
  return result;
}

// Compatibility case folding.
std::string compatibility_folded(std::string_view text) {
  return mapped_by(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
}

}  // namespace

char32_t decode_code_point(std::string_view text, std::size_t& at) {
  const auto first = static_cast<unsigned char>(text[at]);
  if (first < 0x80) {
    ++at;
    return first;
  }
  utf8proc_int32_t code_point = -1;
  const utf8proc_ssize_t length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                                   static_cast<utf8proc_ssize_t>(text.size() - at), &code_point);
  at += length > 0 ? static_cast<std::size_t>(length) : 1;
  return length > 0 ? static_cast<char32_t>(code_point) : replacement;
}

void append_code_point(std::string& out, char32_t code_point) {
  if (code_point < 0x80) {
    out += static_cast<char>(code_point);
    return;
  }
  const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
  if (surrogate || code_point > 0x10FFFF) code_point = replacement;
  utf8proc_uint8_t bytes[4];
  const utf8proc_ssize_t length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes);
  out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

bool is_letter(char32_t c) {
  if (c < 0x80) return is_ascii_letter(static_cast<char>(c));
  const auto kind = category(c);
  return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO;
}

bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  const auto kind = category(c);
  return kind == UTF8PROC_CATEGORY_LU || kind == UTF8PROC_CATEGORY_LT;
}

bool is_digit_character(char32_t c) {
  if (c < 0x80) return is_digit(static_cast<char>(c));
  return category(c) == UTF8PROC_CATEGORY_ND;
}

bool is_mark(char32_t c) {
  if (c < 0x300) return false;
  const auto kind = category(c);
  return kind >= UTF8PROC_CATEGORY_MN && kind <= UTF8PROC_CATEGORY_ME;
}

bool is_alphanumeric(char32_t c) {
  if (c < 0x80) return is_ascii_letter(static_cast<char>(c)) || is_digit(static_cast<char>(c));
  const auto kind = category(c);
  return is_letter(c) || (kind >= UTF8PROC_CATEGORY_ND && kind <= UTF8PROC_CATEGORY_NO);
}

bool is_word_character(char32_t c) { return c == '_' || is_alphanumeric(c) || is_mark(c); }

bool is_inside_word(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return false;
  std::size_t before = at - 1, after = at;
  while (before > 0 && at - before < 4 && (static_cast<unsigned char>(text[before]) & 0xC0) == 0x80) --before;
  return is_word_character(decode_code_point(text, before)) && is_word_character(decode_code_point(text, after));
}

std::string to_lower(std::string_view text) {
  if (is_ascii(text)) return ascii_lower(text);
  std::string lower;
  lower.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = decode_code_point(text, at);
    append_code_point(lower, static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c))));
  }
  return lower;
}

std::string fold_case(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  if (is_ascii(text)) {
    for (const char c : text)
      append_squeezed(folded, c == '`' ? '\'' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
    drop_last_space(folded);
    return folded;
  }
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = decode_code_point(text, at);
    if (const char variant = plain_variant(c))
      plain += variant;
    else if (is_white_space(c))
      plain += ' ';
    else
      append_code_point(plain, c);
  }
  for (const char c : compatibility_folded(plain)) append_squeezed(folded, c);
  drop_last_space(folded);
  return folded;
}

std::string fold_word(std::string_view word) {
  if (is_ascii(word)) return ascii_lower(word);
  return mapped_by(word, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                             UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
}

std::string heading_slug(std::string_view text) {
  std::string slug;
  const std::string lower = to_lower(text);
  for (std::size_t at = 0; at < lower.size();) {
    const char32_t c = decode_code_point(lower, at);
    if (c == ' ')
      slug += '-';
    else if (c == '-' || is_word_character(c))
      append_code_point(slug, c);
  }
  return slug;
}

}  // namespace framewright
