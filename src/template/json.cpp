#include "template/json.h"

#include <charconv>
#include <cstdio>

#include "template/print.h"

namespace framewright {

namespace {

constexpr int deepest = 50;

void append_text(std::string& out, std::string_view text) {
  static constexpr std::string_view digits = "0123456789abcdef";
  out += '"';
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out.append(1, '\\').append(1, c);
    } else if (c == '\n') {
      out += "\\n";
    } else if (byte < 0x20 || c == '<' || c == '>' || c == '&') {
      out.append("\\u00").append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
    } else if (text.substr(at, 3) == "\u2028" || text.substr(at, 3) == "\u2029") {
      out += text[at + 2] == '\xA8' ? "\\u2028" : "\\u2029";
      at += 2;
    } else {
      out += c;
    }
  }
  out += '"';
}

bool append(std::string& out, const Value& value, int depth);

bool append_list(std::string& out, const List& list, int depth) {
  out += '[';
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i > 0) out += ',';
    if (!append(out, list.at(i), depth + 1)) return false;
  }
  out += ']';
  return true;
}

bool append_object(std::string& out, const Object& object, int depth) {
  if (!object.key().empty()) {
    append_text(out, object.key());
    return true;
  }
  out += '{';
  bool first = true;
  for (const std::string_view name : object.names()) {
    if (!first) out += ',';
    first = false;
    append_text(out, name);
    out += ':';
    if (!append(out, object.member(name), depth + 1)) return false;
  }
  out += '}';
  return true;
}

bool append(std::string& out, const Value& value, int depth) {
  if (depth > deepest) return false;
  if (const auto* text = value.get<std::string_view>())
    append_text(out, *text);
  else if (const auto* html = value.get<const Html*>())
    append_text(out, (*html)->markup());
  else if (const auto* list = value.get<const List*>())
    return append_list(out, **list, depth);
  else if (const auto* object = value.get<const Object*>())
    return append_object(out, **object, depth);
  else if (const auto* boolean = value.get<bool>())
    out += *boolean ? "true" : "false";
  else if (const auto* money = value.get<Money>())
    out += decimal_money(*money);
  else if (const auto* date = value.get<Date>())
    append_text(out, iso_date(*date));
  else if (value.is_empty())
    out += "null";
  else
    append_value(out, value, {}, Escaping::none);
  return true;
}

}  // namespace

bool append_json(std::string& out, const Value& value) { return append(out, value, 0); }

}  // namespace framewright
