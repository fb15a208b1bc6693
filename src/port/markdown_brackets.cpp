#include "port/markdown_brackets.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace framewright {

namespace {

constexpr std::uint32_t none = 0xffffffff;

struct Pair {
  std::uint32_t open;
  std::uint32_t close;
};

// Marks that cmark counts as punctuation, as it does brackets, in two bytes of UTF-8: Hebrew and Syriac ones.
constexpr std::array<std::array<std::string_view, 2>, 4> stand_ins{
    {{"\xD7\x86", "\xDC\x8D"}, {"\xD7\x80", "\xDC\x8C"}, {"\xD7\x83", "\xDC\x8B"}, {"\xDF\xB8", "\xDF\xB9"}}};

// Size of `{lang=tag}` at the beginning of `text`, or 0.
std::uint32_t language_size(std::string_view text) {
  constexpr std::string_view head = "{lang=";
  if (!text.starts_with(head)) return 0;
  std::size_t at = head.size();
  while (at < text.size() && (is_ascii_letter(text[at]) || is_digit(text[at]) || text[at] == '-')) ++at;
  return at > head.size() && at < text.size() && text[at] == '}' ? static_cast<std::uint32_t>(at + 1) : 0;
}

class BracketFinder {
public:
  BracketFinder(std::string_view text, Brackets& found) : text_(text), found_(found) {}

  void run() {
    std::size_t at = 0;
    while (at < text_.size()) {
      const std::size_t end = block_end(at);
      const std::string_view block = text_.substr(at, end - at);
      if (block.find("[[") != std::string_view::npos || block.find("]{lang=") != std::string_view::npos)
        read_block(at, end);
      at = end;
    }
    std::sort(found_.all.begin(), found_.all.end(), [](const Bracket& a, const Bracket& b) { return a.at < b.at; });
  }

private:
  // The end of the lines up to the next blank one, which may have the marks of a quotation.
  std::size_t block_end(std::size_t from) const {
    for (std::size_t line = text_.find('\n', from); line != std::string_view::npos; line = text_.find('\n', line + 1)) {
      std::size_t at = line + 1;
      while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\t' || text_[at] == '>' || text_[at] == '\r'))
        ++at;
      if (at >= text_.size() || text_[at] == '\n') return at;
    }
    return text_.size();
  }

  void read_block(std::size_t begin, std::size_t end) {
    opens_.clear();
    pairs_.clear();
    references_.clear();
    for (std::size_t at = begin; at < end; ++at) {
      const char c = text_[at];
      if (c == '\\' && at + 1 < end) {
        ++at;
      } else if (c == '[') {
        opens_.push_back(static_cast<std::uint32_t>(at));
      } else if (c == ']' && !opens_.empty()) {
        pairs_.push_back({opens_.back(), static_cast<std::uint32_t>(at)});
        opens_.pop_back();
      }
    }
    std::sort(pairs_.begin(), pairs_.end(), [](const Pair& a, const Pair& b) { return a.open < b.open; });
    std::uint32_t inside = 0;  // end of the reference that was found last
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
      if (pairs_[i].open >= inside && add_reference(i)) {
        inside = pairs_[i].close + 1;
        references_.push_back(pairs_[i].open);
      } else {
        add_language(pairs_[i], end);
      }
    }
    for (const std::uint32_t open : opens_)
      if (text_.substr(open).starts_with("[[") && (open == begin || text_[open - 1] != '[') &&
          !std::binary_search(references_.begin(), references_.end(), open + 1))
        found_.all.push_back({open, 2, BracketKind::reference_alone});
  }

  // A reference is a pair right round another pair, with no brackets inside unless in its own words.
  bool add_reference(std::size_t i) {
    if (i + 1 >= pairs_.size()) return false;
    const Pair outer = pairs_[i], inner = pairs_[i + 1];
    if (inner.open != outer.open + 1 || inner.close + 1 != outer.close) return false;
    const std::string_view content = text_.substr(inner.open + 1, inner.close - inner.open - 1);
    if (content.starts_with('^')) return false;
    const std::uint32_t nested = i + 2 < pairs_.size() && pairs_[i + 2].open < inner.close ? pairs_[i + 2].open : none;
    const std::size_t bar = content.find('|');
    if (nested != none && (bar == std::string_view::npos || inner.open + 1 + bar > nested)) return false;
    found_.all.push_back({outer.open, 2, BracketKind::reference_open});
    if (bar != std::string_view::npos)
      found_.all.push_back({static_cast<std::uint32_t>(inner.open + 1 + bar), 1, BracketKind::reference_words});
    found_.all.push_back({inner.close, 2, BracketKind::reference_close});
    return true;
  }

  void add_language(Pair pair, std::size_t end) {
    const std::uint32_t size = language_size(text_.substr(pair.close + 1, end - pair.close - 1));
    if (size == 0) return;
    found_.all.push_back({pair.open, 1, BracketKind::language_open});
    found_.all.push_back({pair.close, size + 1, BracketKind::language_close});
  }

  std::string_view text_;
  Brackets& found_;
  std::vector<std::uint32_t> opens_;
  std::vector<Pair> pairs_;
  std::vector<std::uint32_t> references_;
};

}  // namespace

Brackets find_brackets(std::string_view text) {
  Brackets found;
  if (text.find("[[") == std::string_view::npos && text.find("]{lang=") == std::string_view::npos) return found;
  BracketFinder(text, found).run();
  const auto is_shielded = [](const Bracket& b) {
    return b.kind == BracketKind::reference_open || b.kind == BracketKind::reference_close;
  };
  if (std::none_of(found.all.begin(), found.all.end(), is_shielded)) return found;
  const auto* pair = stand_ins.begin();
  while (pair + 1 != stand_ins.end() &&
         (text.find((*pair)[0]) != std::string_view::npos || text.find((*pair)[1]) != std::string_view::npos))
    ++pair;
  found.open = (*pair)[0];
  found.close = (*pair)[1];
  found.shielded = text;
  for (const Bracket& bracket : found.all)
    if (is_shielded(bracket))
      found.shielded.replace(bracket.at, 2, bracket.kind == BracketKind::reference_open ? found.open : found.close);
  return found;
}

const Bracket* Brackets::from(std::uint32_t at) const {
  const auto first = std::lower_bound(all.begin(), all.end(), at,
                                      [](const Bracket& bracket, std::uint32_t place) { return bracket.at < place; });
  return first == all.end() ? nullptr : &*first;
}

void Brackets::append_restored(std::string& out, std::string_view part) const {
  const std::size_t from = out.size();
  out.append(part);
  if (shielded.empty()) return;
  for (std::size_t at = out.find(open[0], from); at != std::string::npos; at = out.find(open[0], at + 2))
    if (std::string_view(out).substr(at, 2) == open) out.replace(at, 2, "[[");
  for (std::size_t at = out.find(close[0], from); at != std::string::npos; at = out.find(close[0], at + 2))
    if (std::string_view(out).substr(at, 2) == close) out.replace(at, 2, "]]");
}

}  // namespace framewright
