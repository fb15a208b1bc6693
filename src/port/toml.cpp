#include "port/toml.h"

#include <toml++/toml.h>
#include <algorithm>

#include "base/text.h"
#include "port/toml_mistake.h"
#include "port/toml_outline.h"

namespace framewright {

namespace {

constexpr std::size_t most_duplicates = 100;

// Byte offsets of toml++'s places, which are lines and code points. Quick when places are asked for in order.
class Places {
public:
  explicit Places(std::string_view text) : text_(text), lines_(text) {}

  std::uint32_t offset(toml::source_position place) {
    if (place.line != line_ || place.column < column_) {
      line_ = place.line;
      column_ = 1;
      at_ = lines_.offset(line_, 1);
    }
    for (; column_ < place.column && at_ < text_.size() && text_[at_] != '\n'; ++column_) {
      ++at_;
      while (at_ < text_.size() && (static_cast<unsigned char>(text_[at_]) & 0xC0) == 0x80) ++at_;
    }
    return static_cast<std::uint32_t>(at_);
  }

private:
  std::string_view text_;
  LineIndex lines_;
  std::uint32_t line_ = 0;
  std::uint32_t column_ = 1;
  std::size_t at_ = 0;
};

bool is_in_number(char c) { return is_bare_toml_key(c) || c == '+' || c == '.' || c == ':'; }

// Makes our values of toml++'s, and finds their ends in the text.
class Converter {
public:
  Converter(std::string_view text, FileId file, std::uint32_t offset)
      : text_(text), file_(file), offset_(offset), places_(text) {}

  TomlValue root(const toml::table& table) {
    TomlValue result;
    result.where = place(0, 0);
    entries(table, result);
    return result;
  }

private:
  Span place(std::size_t begin, std::size_t end) const {
    return {file_, offset_ + static_cast<std::uint32_t>(begin), offset_ + static_cast<std::uint32_t>(end)};
  }

  // After the key or string, or whatever else begins at `at`.
  std::uint32_t token_end(std::uint32_t at) const {
    if (at < text_.size() && (text_[at] == '"' || text_[at] == '\'')) return find_closing_quotes(text_, at).end;
    while (at < text_.size() && is_in_number(text_[at])) ++at;
    return at;
  }
  std::uint32_t key_end(std::uint32_t at) const {
    if (at < text_.size() && (text_[at] == '"' || text_[at] == '\'')) return find_closing_quotes(text_, at).end;
    while (at < text_.size() && is_bare_toml_key(text_[at])) ++at;
    return at;
  }

  void entries(const toml::table& table, TomlValue& result) {
    std::vector<std::pair<const toml::key*, const toml::node*>> in_order;
    in_order.reserve(table.size());
    for (const auto& [key, node] : table) in_order.emplace_back(&key, &node);
    std::sort(in_order.begin(), in_order.end(), [](const auto& a, const auto& b) {
      const auto left = a.first->source().begin, right = b.first->source().begin;
      return left.line != right.line ? left.line < right.line : left.column < right.column;
    });
    result.entries.reserve(in_order.size());
    for (const auto& [key, node] : in_order) {
      const std::uint32_t at = places_.offset(key->source().begin);
      const Span key_where = place(at, key_end(at));
      result.entries.push_back({std::string(key->str()), key_where, value(*node)});
    }
  }

  TomlValue value(const toml::node& node) {
    const std::uint32_t at = places_.offset(node.source().begin);
    TomlValue result;
    if (const toml::table* table = node.as_table()) {
      table_value(*table, at, result);
    } else if (const toml::array* array = node.as_array()) {
      array_value(*array, at, result);
    } else if (node.is_string()) {
      TomlString string = decode_toml_string(text_, at, file_, offset_);
      result.kind = TomlValue::Kind::text;
      result.text = std::move(string.text);
      result.origin = std::move(string.origin);
      finish(result, at, string.end);
    } else {
      scalar(node, at, result);
    }
    return result;
  }

  void scalar(const toml::node& node, std::uint32_t at, TomlValue& result) {
    std::uint32_t end = token_end(at);
    if (node.is_date_time() && end - at == 10) end = token_end(end + 1);  // "2027-04-01 09:30:00"
    result.text = text_.substr(at, end - at);
    result.origin = Origin(file_, offset_ + at);
    if (const auto* truth = node.as_boolean()) {
      result.kind = TomlValue::Kind::boolean;
      result.boolean = truth->get();
    } else if (const auto* number = node.as_integer()) {
      result.kind = TomlValue::Kind::integer;
      result.integer = number->get();
    } else if (node.is_floating_point()) {
      result.kind = TomlValue::Kind::floating;
    } else if (const auto* date = node.as_date()) {
      result.kind = TomlValue::Kind::date;
      const toml::date day = date->get();
      result.date = Date{std::chrono::year(day.year), std::chrono::month(day.month), std::chrono::day(day.day)};
    } else {
      result.kind = TomlValue::Kind::time;
    }
    finish(result, at, end);
  }

  void table_value(const toml::table& table, std::uint32_t at, TomlValue& result) {
    const char first = text_[at];
    result.kind = TomlValue::Kind::table;
    if (first == '{') {
      reached_ = at + 1;
      entries(table, result);
      finish(result, at, after_closing('}'));
      return;
    }
    result.where = place(at, first == '[' ? header_end(at) : key_end(at));
    entries(table, result);
  }

  void array_value(const toml::array& array, std::uint32_t at, TomlValue& result) {
    result.kind = TomlValue::Kind::array;
    result.items.reserve(array.size());
    // The array of [[x]] begins at its first header, where its first table begins too.
    const bool headers = !array.empty() && array[0].source().begin == array.source().begin;
    if (headers) {
      result.where = place(at, header_end(at));
      for (const toml::node& item : array) result.items.push_back(value(item));
      return;
    }
    reached_ = at + 1;
    for (const toml::node& item : array) result.items.push_back(value(item));
    finish(result, at, after_closing(']'));
  }

  void finish(TomlValue& result, std::uint32_t begin, std::uint32_t end) {
    result.where = place(begin, end);
    reached_ = std::max(reached_, end);
  }

  // After the bracket that closes what was read up to now; white space, commas and comments stand before it.
  std::uint32_t after_closing(char bracket) const {
    std::size_t at = reached_;
    while (at < text_.size() && text_[at] != bracket) {
      if (text_[at] == '#')
        at = std::min(text_.find('\n', at), text_.size());
      else
        ++at;
    }
    return static_cast<std::uint32_t>(std::min(at + 1, text_.size()));
  }

  std::uint32_t header_end(std::uint32_t at) const {
    const std::size_t brackets = text_.substr(at, 2) == "[[" ? 2 : 1;
    std::size_t end = at + brackets;
    while (end < text_.size() && text_[end] != ']')
      end = text_[end] == '"' || text_[end] == '\'' ? find_closing_quotes(text_, end).end : end + 1;
    return static_cast<std::uint32_t>(std::min(end + brackets, text_.size()));
  }

  std::string_view text_;
  FileId file_;
  std::uint32_t offset_;
  Places places_;
  std::uint32_t reached_ = 0;  // the furthest end of a value so far
};

struct Mistake {
  toml::source_position place;
  std::string description;
};

std::optional<Mistake> read(std::string_view text, Converter& converter, TomlValue& root) {
  try {
    const toml::table table = toml::parse(text);
    root = converter.root(table);
    return std::nullopt;
  } catch (const toml::parse_error& error) {
    return Mistake{error.source().begin, std::string(error.description())};
  }
}

bool is_repeat(const Mistake& mistake) {
  return mistake.description.find("cannot redefine") != std::string::npos ||
         mistake.description.find("cannot insert") != std::string::npos;
}

void limit_duplicates(TomlText& result, Diagnostics& diagnostics) {
  if (result.duplicates.size() <= most_duplicates) return;
  Diagnostic& found =
      diagnostics.error("unreadable-file", result.duplicates[most_duplicates].second,
                        "more than " + std::to_string(most_duplicates) + " names stand twice in this file");
  found.help = "mend the others first; what repeats a name from here on was left out";
  result.duplicates.resize(most_duplicates);
}

}  // namespace

const TomlValue* TomlValue::find(std::string_view key) const {
  for (const TomlEntry& entry : entries)
    if (entry.key == key) return &entry.value;
  return nullptr;
}

TomlText parse_toml(std::string_view text, FileId file, std::uint32_t offset, Diagnostics& diagnostics) {
  TomlText result;
  result.root.where = {file, offset, offset};
  if (text.starts_with("\xEF\xBB\xBF")) {
    text.remove_prefix(3);
    offset += 3;
  }
  const auto refuse = [&](TomlMistake mistake) {
    Diagnostic& found =
        diagnostics.error("unreadable-file", {file, offset + mistake.where.begin, offset + mistake.where.end},
                          std::move(mistake.message));
    found.help = std::move(mistake.help);
    return std::move(result);
  };
  if (const auto bad = first_invalid_utf8(text)) return refuse(explain_bad_utf8(static_cast<std::uint32_t>(*bad)));
  const TomlOutline outline = outline_toml(text);
  if (outline.too_deep) return refuse(explain_depth(outline.deep_at));

  Converter converter(text, file, offset);
  auto mistake = read(text, converter, result.root);
  std::string without;
  if (mistake && is_repeat(*mistake)) {
    without = text;
    result.duplicates = blank_toml_duplicates(without, outline, file, offset);
    Converter again(without, file, offset);
    mistake = read(without, again, result.root);
    text = without;
  }
  if (mistake) {
    const std::uint32_t place = Places(text).offset(mistake->place);
    return refuse(explain_toml_mistake(text, outline, place, mistake->description));
  }
  limit_duplicates(result, diagnostics);
  result.readable = true;
  return result;
}

}  // namespace framewright
