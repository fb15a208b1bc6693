#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace framewright {

// Appends a JSON string (RFC 8259) with its quotes. Malformed UTF-8 becomes U+FFFD; `<` is escaped when the text goes
// into a script element of a page.
void append_json_string(std::string& out, std::string_view text, bool in_html = false);

// The text with U+FFFD for each byte that is not part of well-formed UTF-8.
std::string replace_malformed(std::string_view text);

// Writes JSON piece by piece to the end of a string, which may be emptied between pieces; nothing is held but the
// nesting. Calls must nest rightly (asserted).
class JsonWriter {
public:
  enum class Layout { compact, pretty };  // pretty: two spaces a level
  explicit JsonWriter(std::string& out, Layout layout = Layout::compact, bool in_html = false)
      : out_(out), layout_(layout), in_html_(in_html) {}

  JsonWriter& begin_object() { return begin('{'); }
  JsonWriter& end_object() { return end('}'); }
  JsonWriter& begin_array() { return begin('['); }
  JsonWriter& end_array() { return end(']'); }
  JsonWriter& key(std::string_view name);
  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
  JsonWriter& value(bool truth);
  template <std::integral Integer>
  JsonWriter& value(Integer number) {
    return integer(static_cast<std::int64_t>(number));
  }
  JsonWriter& null();
  // Text that is JSON already: a number such as 30000.01, an object written before.
  JsonWriter& raw(std::string_view json);

  template <typename Value>
  JsonWriter& field(std::string_view name, const Value& content) {
    key(name);
    return value(content);
  }
  // Nothing is written when there is no text.
  JsonWriter& field_if(std::string_view name, std::string_view content) {
    return content.empty() ? *this : field(name, content);
  }

private:
  JsonWriter& begin(char bracket);
  JsonWriter& end(char bracket);
  JsonWriter& integer(std::int64_t number);
  void before_value();
  void new_line();

  std::string& out_;
  Layout layout_;
  bool in_html_;
  struct Level {
    bool array;
    bool empty;
  };
  std::vector<Level> levels_;
  bool after_key_ = false;
};

struct JsonMember;

// One value of a JSON text that the program reads back (its own caches and baselines, packages of others).
struct JsonValue {
  enum class Kind { null, boolean, number, text, array, object } kind = Kind::null;
  bool boolean = false;
  double number = 0;
  std::string text;  // of a number, its digits as written, or as the whole number that it is
  std::vector<JsonValue> items;
  std::vector<JsonMember> members;  // in order

  const JsonValue* find(std::string_view key) const;
  // The text of a member that is text, else "".
  std::string_view text_of(std::string_view key) const;
};

struct JsonMember {
  std::string key;
  JsonValue value;
};

// Nothing when it is not JSON or nests deeper than 256.
std::optional<JsonValue> parse_json(std::string_view json);
// The same; `bad` is the place of the byte that is wrong, when there is one.
std::optional<JsonValue> parse_json(std::string_view json, std::size_t& bad);

}  // namespace framewright
