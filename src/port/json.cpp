#include "port/json.h"

#include <algorithm>
#include <cassert>
#include <nlohmann/json.hpp>

#include "base/text.h"

namespace framewright {

namespace {

constexpr std::size_t deepest = 256;

void append_escape(std::string& out, unsigned c) {
  constexpr std::string_view digits = "0123456789abcdef";
  out += "\\u00";
  out += digits[c >> 4];
  out += digits[c & 15];
}

bool stands_as_it_is(unsigned char c, bool in_html) {
  return c >= 0x20 && c != '"' && c != '\\' && c != 0x7F && (!in_html || (c != '<' && c != '>' && c != '&'));
}

// Builds our values from the events of nlohmann's reader, so that depth is bounded while reading.
class Builder : public nlohmann::json_sax<nlohmann::json> {
public:
  explicit Builder(JsonValue& root) : root_(root) {}

  bool null() override { return add(JsonValue{}); }
  bool boolean(bool truth) override {
    JsonValue value;
    value.kind = JsonValue::Kind::boolean;
    value.boolean = truth;
    return add(std::move(value));
  }
  bool number_integer(number_integer_t number) override {
    return number_value(static_cast<double>(number), std::to_string(number));
  }
  bool number_unsigned(number_unsigned_t number) override {
    return number_value(static_cast<double>(number), std::to_string(number));
  }
  bool number_float(number_float_t number, const string_t& digits) override { return number_value(number, digits); }
  bool string(string_t& text) override {
    JsonValue value;
    value.kind = JsonValue::Kind::text;
    value.text = std::move(text);
    return add(std::move(value));
  }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(JsonValue::Kind::object); }
  bool key(string_t& name) override {
    key_ = std::move(name);
    return true;
  }
  bool end_object() override { return close(); }
  bool start_array(std::size_t) override { return open(JsonValue::Kind::array); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t place, const std::string&, const nlohmann::json::exception&) override {
    bad_ = place == 0 ? 0 : place - 1;
    return false;
  }
  std::size_t bad() const { return bad_; }

private:
  bool number_value(double number, std::string digits) {
    JsonValue value;
    value.kind = JsonValue::Kind::number;
    value.number = number;
    value.text = std::move(digits);
    return add(std::move(value));
  }

  JsonValue& place(JsonValue&& value) {
    if (open_.empty()) return root_ = std::move(value);
    JsonValue& parent = *open_.back();
    if (parent.kind == JsonValue::Kind::array) return parent.items.emplace_back(std::move(value));
    return parent.members.emplace_back(JsonMember{std::move(key_), std::move(value)}).value;
  }
  bool add(JsonValue&& value) {
    place(std::move(value));
    return true;
  }
  bool open(JsonValue::Kind kind) {
    if (open_.size() == deepest) return false;
    JsonValue value;
    value.kind = kind;
    // A parent gains no further children while one of them is open, so the address stays right.
    open_.push_back(&place(std::move(value)));
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }

  JsonValue& root_;
  std::vector<JsonValue*> open_;
  std::string key_;
  std::size_t bad_ = 0;
};

}  // namespace

void append_json_string(std::string& out, std::string_view text, bool in_html) {
  out += '"';
  std::size_t at = 0;
  const auto bad = first_invalid_utf8(text);
  const std::size_t valid = bad.value_or(text.size());
  while (at < valid) {
    std::size_t end = at;
    while (end < valid && stands_as_it_is(static_cast<unsigned char>(text[end]), in_html)) ++end;
    out.append(text.substr(at, end - at));
    if (end == valid) break;
    switch (const char c = text[end]) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default: append_escape(out, static_cast<unsigned char>(c));
    }
    at = end + 1;
  }
  if (bad) {
    std::string rest;
    append_json_string(rest, replace_malformed(text.substr(*bad)), in_html);
    out.append(rest, 1, rest.size() - 2);
  }
  out += '"';
}

std::string replace_malformed(std::string_view text) {
  std::string whole;
  while (const auto bad = first_invalid_utf8(text)) {
    whole.append(text.substr(0, *bad)).append("\xEF\xBF\xBD");
    text.remove_prefix(*bad + 1);
  }
  return whole.append(text);
}

void JsonWriter::new_line() {
  if (layout_ == Layout::compact) return;
  out_ += '\n';
  out_.append(levels_.size() * 2, ' ');
}

void JsonWriter::before_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (levels_.empty()) return;
  assert(levels_.back().array);
  if (!levels_.back().empty) out_ += ',';
  levels_.back().empty = false;
  new_line();
}

JsonWriter& JsonWriter::begin(char bracket) {
  before_value();
  out_ += bracket;
  levels_.push_back({bracket == '[', true});
  return *this;
}

JsonWriter& JsonWriter::end(char bracket) {
  assert(!levels_.empty() && levels_.back().array == (bracket == ']') && !after_key_);
  const bool empty = levels_.back().empty;
  levels_.pop_back();
  if (!empty) new_line();
  out_ += bracket;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  assert(!levels_.empty() && !levels_.back().array && !after_key_);
  if (!levels_.back().empty) out_ += ',';
  levels_.back().empty = false;
  new_line();
  append_json_string(out_, name, in_html_);
  out_ += layout_ == Layout::pretty ? ": " : ":";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
  before_value();
  append_json_string(out_, text, in_html_);
  return *this;
}

JsonWriter& JsonWriter::value(bool truth) { return raw(truth ? "true" : "false"); }
JsonWriter& JsonWriter::integer(std::int64_t number) { return raw(std::to_string(number)); }
JsonWriter& JsonWriter::null() { return raw("null"); }

JsonWriter& JsonWriter::raw(std::string_view json) {
  before_value();
  out_ += json;
  return *this;
}

const JsonValue* JsonValue::find(std::string_view key) const {
  for (const auto& [name, value] : members)
    if (name == key) return &value;
  return nullptr;
}

std::string_view JsonValue::text_of(std::string_view key) const {
  const JsonValue* value = find(key);
  return value && value->kind == Kind::text ? std::string_view(value->text) : std::string_view();
}

std::optional<JsonValue> parse_json(std::string_view json) {
  std::size_t bad = 0;
  return parse_json(json, bad);
}

std::optional<JsonValue> parse_json(std::string_view json, std::size_t& bad) {
  JsonValue root;
  Builder builder(root);
  if (!nlohmann::json::sax_parse(json.begin(), json.end(), &builder)) {
    bad = std::min(builder.bad(), json.size());
    return std::nullopt;
  }
  return root;
}

}  // namespace framewright
