#include <array>
#include <string>

#include "base/html.h"
#include "base/text.h"
#include "template/evaluation.h"
#include "template/filter.h"

namespace framewright {

namespace {

constexpr KindSet text_only = kinds(ValueKind::text);
constexpr KindSet number_only = kinds(ValueKind::number);

StaticType gives_text(const FilterTypeCall&) { return ValueKind::text; }

std::string_view input_text(const FilterCall& call) { return *call.input.get<std::string_view>(); }

// ASCII letters and the letters of Latin-1 and Latin Extended-A, whose capitals stand beside them; others stay.
std::string change_case(std::string_view text, bool up, std::size_t limit) {
  std::string out(text);
  for (std::size_t at = 0; at < std::min(out.size(), limit); ++at) {
    const auto lead = static_cast<unsigned char>(out[at]);
    if (lead < 0x80) {
      if (is_ascii_letter(out[at])) out[at] = static_cast<char>(up ? lead & ~0x20u : lead | 0x20u);
      continue;
    }
    if (lead != 0xC3 || at + 1 == out.size()) continue;
    const auto trail = static_cast<unsigned char>(out[++at]);
    const bool sign = (trail | 0x20u) == 0xB7;  // × and ÷
    if (!sign && trail != 0x9F && trail != 0xBF) out[at] = static_cast<char>(up ? trail & ~0x20u : trail | 0x20u);
  }
  return out;
}

Value upper(const FilterCall& call) {
  return call.arena().keep(change_case(input_text(call), true, std::string::npos));
}
Value lower(const FilterCall& call) {
  return call.arena().keep(change_case(input_text(call), false, std::string::npos));
}
Value capitalise(const FilterCall& call) { return call.arena().keep(change_case(input_text(call), true, 1)); }
Value trim_text(const FilterCall& call) { return trim(input_text(call)); }

Value replace(const FilterCall& call) {
  const std::string_view text = input_text(call), from = *call.text(0), to = call.text(1).value_or("");
  if (from.empty()) return call.fail("`replace` cannot look for an empty text");
  std::string out;
  std::size_t plain = 0;
  for (std::size_t at = text.find(from); at != std::string_view::npos; at = text.find(from, plain)) {
    out.append(text, plain, at - plain).append(to);
    plain = at + from.size();
  }
  if (plain == 0) return call.input;
  return call.arena().keep(out.append(text, plain));
}

// Byte offset after `count` code points, the size of the text when it has no more.
std::size_t after_code_points(std::string_view text, std::int64_t count) {
  std::size_t at = 0;
  for (; at < text.size(); ++at)
    if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80 && count-- == 0) break;
  return at;
}

Value truncate(const FilterCall& call) {
  const std::string_view text = input_text(call);
  const std::int64_t most = call.integer(0, 0);
  if (most < 1) return call.fail("`truncate` needs a whole number above nought");
  const std::size_t limit = after_code_points(text, most);
  if (limit == text.size()) return call.input;
  std::size_t end = limit;
  while (end > 0 && !is_space(text[end])) --end;
  if (end == 0) end = limit;
  return call.arena().keep(std::string(trim(text.substr(0, end))) + std::string(call.text(1).value_or("…")));
}

Value safe(const FilterCall& call) {
  if (call.input.is<const Html*>()) return call.input;
  return call.arena().keep(Html::trusted(std::string(input_text(call))));
}

Value escape(const FilterCall& call) {
  if (const auto* html = call.input.get<const Html*>()) return Value(std::string_view((*html)->markup()));
  return call.input;
}

Value url(const FilterCall& call) {
  std::string out;
  append_url_encoded(out, input_text(call));
  return call.arena().keep(std::move(out));
}

Value url_part(const FilterCall& call) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : input_text(call)) {
    if (is_ascii_letter(c) || is_digit(c) || std::string_view("-_.~").find(c) != std::string_view::npos) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out.append(1, '%').append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
    }
  }
  return call.arena().keep(std::move(out));
}

Value default_value(const FilterCall& call) { return call.input.is_empty() ? call.arguments[0] : call.input; }

}  // namespace

void add_text_filters(Filters& filters) {
  const auto add = [&](std::string name, std::string about, std::string example, std::string result,
                       std::vector<FilterParameter> parameters, Value (*apply)(const FilterCall&)) -> Filter {
    return {std::move(name),
            std::move(about),
            std::move(example),
            std::move(result),
            text_only,
            false,
            false,
            std::move(parameters),
            apply,
            gives_text};
  };
  filters.add(add("upper", "all letters as capitals", "{{ \"Council\" | upper }}", "COUNCIL", {}, upper));
  filters.add(add("lower", "all letters small", "{{ \"Council\" | lower }}", "council", {}, lower));
  filters.add(add("capitalise", "the first letter as a capital", "{{ \"adult care\" | capitalise }}", "Adult care", {},
                  capitalise));
  filters.add(add("trim", "white space at both ends taken off", "{{ \"  a b \" | trim }}", "a b", {}, trim_text));
  filters.add(add("replace", "every part replaced by another", "{{ \"a-b\" | replace(\"-\", \" to \") }}", "a to b",
                  {{"old", text_only}, {"new", text_only}}, replace));
  filters.add(add("truncate", "at most so many characters, cut between words",
                  "{{ \"Safeguarding is at the core\" | truncate(18) }}", "Safeguarding is at…",
                  {{"length", number_only}, {"end", text_only, false}}, truncate));
  filters.add(add("url", "an address with the characters that may not stand in one percent-encoded",
                  "{{ \"/a b?c=é\" | url }}", "/a%20b?c=%C3%A9", {}, url));
  filters.add(add("url_part", "one part of an address: everything but letters, digits and - _ . ~ is percent-encoded",
                  "{{ \"a/b&c\" | url_part }}", "a%2Fb%26c", {}, url_part));

  Filter safe_filter =
      add("safe", "text as markup, printed as it stands; use only on what cannot hold anything harmful",
          "{{ \"<b>\" | safe }}", "<b>", {}, safe);
  safe_filter.takes = kinds(ValueKind::text, ValueKind::html);
  safe_filter.gives = [](const FilterTypeCall&) { return StaticType(ValueKind::html); };
  filters.add(std::move(safe_filter));

  Filter escape_filter = add("escape", "markup as text, so that its tags are shown", "{{ \"<b>\" | safe | escape }}",
                             "&lt;b&gt;", {}, escape);
  escape_filter.takes = kinds(ValueKind::text, ValueKind::html);
  filters.add(std::move(escape_filter));

  Filter default_filter = add("default", "another value where there is none", "{{ nothing | default(\"none\") }}",
                              "none", {{"value", every_kind}}, default_value);
  default_filter.takes = every_kind;
  default_filter.takes_empty = default_filter.takes_undefined = true;
  default_filter.gives = [](const FilterTypeCall& call) { return call.input; };
  filters.add(std::move(default_filter));
}

}  // namespace framewright
