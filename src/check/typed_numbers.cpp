#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/text.h"
#include "check/inspection.h"
#include "model/typed_number.h"
#include "port/unicode.h"

namespace framewright {

namespace {

// A number that an author typed before a title, a heading or an entry of a list: its last part counts up within the
// series that has the rest in front ("3." of 3.1) and stands in one place.
struct TypedNumber {
  std::string number;  // "3.1"
  std::string front;   // "3."
  long long last = 0;
  Span where;
  std::size_t place = 0;  // what counts by itself: a folder of chapters, the headings below one, a list
  bool from_one = false;  // whether the series must begin with 1
  bool after_unnumbered = false;
};

struct Series {
  std::string_view noun, plural;                 // "entry" and "entries"
  std::vector<TypedNumber> numbers;              // in the order of the text
  std::set<std::string, std::less<>> elsewhere;  // further numbers that are not missing
  bool is_list = false;
};

constexpr std::size_t long_list = 4;

// Whether a number is one of a sequence, not a quantity: a title follows it ("1.2 What is it?", not "1.2 million").
bool numbers_title(std::string_view words, std::string_view number) {
  std::size_t at = number.size();
  while (at < words.size() && (words[at] == '.' || is_space(words[at]))) ++at;
  if (at >= words.size()) return false;
  const char32_t first = decode_code_point(words, at);
  static constexpr std::u32string_view quotes = U"'\"‘“";
  return is_upper(first) || (is_letter(first) && first > 0x24F) || quotes.find(first) != std::u32string_view::npos;
}

// The words of a block, if they begin as a number does; else nothing, as most do not and need not be gathered.
std::string words_with_number(const Document& document, std::size_t block) {
  const std::string_view first = opening_words(document, block);
  return !first.empty() && is_digit(first.front()) ? plain_text(document, block) : std::string();
}

bool read_number(std::string_view words, TypedNumber& out) {
  out.number = typed_number(words);
  if (out.number.empty() || !numbers_title(words, out.number)) return false;
  const std::size_t dot = out.number.rfind('.');
  out.front = dot == std::string::npos ? std::string() : out.number.substr(0, dot + 1);
  const std::string last = out.number.substr(out.front.size());
  const bool padded = (last.size() > 1 && last[0] == '0') || out.front.starts_with('0');
  if (last.empty() || last.size() > 4 || padded) return false;  // 01.04.2026 is a date
  out.last = std::stoll(last);
  return true;
}

void report_repeats(const Series& series, const std::vector<const TypedNumber*>& group, Diagnostics& diagnostics) {
  std::map<long long, const TypedNumber*> first;
  for (const TypedNumber* number : group) {
    const auto [known, fresh] = first.try_emplace(number->last, number);
    if (fresh) continue;
    Diagnostic& d = diagnostics.warning("numbering-gap", number->where,
                                        "two " + std::string(series.plural) + " have the number " + number->number);
    d.notes.push_back({known->second->where, "it stands here first"});
    d.help = "number them one after the other";
  }
}

std::string missing_words(const Series& series, const std::string& front, long long from, long long to) {
  const std::string first = front + std::to_string(from);
  if (from == to) return std::string(series.noun) + " " + first + " is missing";
  return std::string(series.plural) + " " + first + (to == from + 1 ? " and " : " to ") + front + std::to_string(to) +
         " are missing";
}

bool any_elsewhere(const Series& series, const std::string& front, long long from, long long to) {
  for (long long n = from; n <= to; ++n)
    if (series.elsewhere.contains(front + std::to_string(n))) return true;
  return false;
}

// A list may pick some of many, so a gap in it counts where an entry stands in it without its number, or where the
// list runs from 1 and is long.
bool is_sequence(const Series& series, const std::vector<const TypedNumber*>& group, const TypedNumber& next) {
  return !series.is_list || next.after_unnumbered || (group.size() >= long_list && group.front()->last == 1);
}

void report_gaps(const Series& series, std::vector<const TypedNumber*> group, Diagnostics& diagnostics) {
  std::stable_sort(group.begin(), group.end(), [](auto* a, auto* b) { return a->last < b->last; });
  const auto most = static_cast<long long>(group.size());
  for (std::size_t i = 0; i < group.size(); ++i) {
    const TypedNumber& next = *group[i];
    if (i == 0 && (!next.from_one || group.size() == 1)) continue;
    const long long from = i == 0 ? 1 : group[i - 1]->last + 1;
    const long long to = next.last - 1;
    if (to < from || to - from + 1 > most || !is_sequence(series, group, next)) continue;
    const bool repeated = i > 1 && group[i - 1]->last == group[i - 2]->last;  // that one is the mistake
    if (repeated || any_elsewhere(series, next.front, from, to)) continue;
    const std::string after =
        i == 0 ? "the first is " + next.number : group[i - 1]->number + " is followed by " + next.number;
    diagnostics.warning("numbering-gap", next.where, missing_words(series, next.front, from, to) + ": " + after).help =
        series.is_list ? "give each entry its number, in their order" : "number them one after the other";
  }
}

void report(const Series& series, Diagnostics& diagnostics) {
  std::map<std::pair<std::size_t, std::string>, std::vector<const TypedNumber*>> groups;
  for (const TypedNumber& number : series.numbers) groups[{number.place, number.front}].push_back(&number);
  for (const auto& [key, group] : groups) {
    const bool picks = series.is_list && (group.front()->last != 1 || group.size() < long_list);
    if (!picks) report_repeats(series, group, diagnostics);
    report_gaps(series, group, diagnostics);
  }
}

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

void check_chapters(const Inspection& site, Diagnostics& diagnostics) {
  const Model& model = site.model;
  std::map<ItemId, Series> frameworks;
  std::map<std::string_view, std::size_t> folders;
  for (std::size_t i = 0; i < model.items.size(); ++i) {
    const Item& item = model.items[i];
    if (item.framework == no_item || item.framework == i) continue;
    TypedNumber number;
    if (!read_number(item.title, number)) continue;
    number.where = item.title_where;
    if (item.numbered_headings) {
      diagnostics
          .warning("numbering-gap", item.title_where,
                   "this title has the number " + number.number + " typed, and is numbered by itself as well")
          .help = "take the typed number out";
      continue;
    }
    number.place = folders.try_emplace(folder_of(item.path), folders.size()).first->second;
    number.from_one = number.front.empty();
    Series& series = frameworks[item.framework];
    series.noun = "chapter";
    series.plural = "chapters";
    series.elsewhere.insert(number.number);
    series.numbers.push_back(std::move(number));
  }
  if (site.known.is_unreadable(page_type)) return;
  for (const auto& [framework, series] : frameworks)
    if (!site.known.is_unreadable(model.items[framework].type)) report(series, diagnostics);
}

// The heading that others stand below, by level.
struct OpenHeading {
  std::uint8_t level = 1;
  std::size_t node = 0;
  std::string number;
};

void check_headings(const Model& model, const Text& text, Diagnostics& diagnostics) {
  const Document& document = text.document;
  Series series;
  series.noun = "heading";
  series.plural = "headings";
  const bool is_page = model.items[text.owner].body != no_text && &model.texts[model.items[text.owner].body] == &text;
  std::vector<OpenHeading> open{{0, 0, is_page ? typed_number(model.items[text.owner].title) : std::string()}};
  for (std::size_t i = text.first_block; i < document.nodes.size(); i = document.nodes[i].end) {
    const Node& node = document.nodes[i];
    if (node.kind != NodeKind::heading) continue;
    while (open.size() > 1 && open.back().level >= node.level) open.pop_back();
    TypedNumber number;
    if (read_number(words_with_number(document, i), number)) {
      number.where = document.span(node);
      number.place = open.back().node;
      number.from_one = !number.front.empty() && open.back().number + "." == number.front;
      series.elsewhere.insert(number.number);
      series.numbers.push_back(number);
    }
    open.push_back({node.level, i, number.number});
  }
  report(series, diagnostics);
}

Span number_span(const Document& document, std::size_t block, std::size_t size) {
  for (std::size_t i = block; i < document.nodes[block].end; ++i)
    if (document.nodes[i].kind == NodeKind::text) return document.span(document.nodes[i]).part(0, size);
  return document.span(document.nodes[block]);
}

// The entries of one list, in `series`; numbers of lists further in are collected when it is their turn.
void add_list(const Document& document, std::size_t list, const std::string& above, Series& series) {
  bool unnumbered = false;
  for (std::size_t entry = list + 1; entry < document.nodes[list].end; entry = document.nodes[entry].end) {
    const std::size_t block = entry + 1;
    TypedNumber number;
    if (block >= document.nodes[entry].end || document.nodes[block].kind != NodeKind::paragraph ||
        !read_number(words_with_number(document, block), number)) {
      unnumbered = true;
      continue;
    }
    number.where = number_span(document, block, number.number.size());
    number.place = list;
    number.from_one = !number.front.empty() && above + "." == number.front;
    number.after_unnumbered = unnumbered;
    unnumbered = false;
    series.elsewhere.insert(number.number);
    series.numbers.push_back(std::move(number));
  }
}

void check_lists(const Text& text, Diagnostics& diagnostics) {
  const Document& document = text.document;
  Series series;
  series.noun = "entry";
  series.plural = "entries";
  series.is_list = true;
  std::vector<std::pair<std::uint32_t, std::string>> open;  // the end of each entry that is open, and its number
  for (std::size_t i = 1; i < document.nodes.size(); ++i) {
    const Node& node = document.nodes[i];
    while (!open.empty() && open.back().first <= i) open.pop_back();
    if (node.kind == NodeKind::item) {
      const bool has_words = i + 1 < node.end && document.nodes[i + 1].kind == NodeKind::paragraph;
      open.emplace_back(node.end, has_words ? typed_number(words_with_number(document, i + 1)) : std::string());
    }
    if (node.kind == NodeKind::bullet_list || node.kind == NodeKind::ordered_list)
      add_list(document, i, open.empty() ? std::string() : open.back().second, series);
  }
  report(series, diagnostics);
}

}  // namespace

void check_typed_numbers(const Inspection& site, Diagnostics& diagnostics) {
  check_chapters(site, diagnostics);
  for (const Text& text : site.model.texts) {
    if (!site.model.items[text.owner].numbered_headings) check_headings(site.model, text, diagnostics);
    check_lists(text, diagnostics);
  }
}

}  // namespace framewright
