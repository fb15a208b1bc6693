#include "base/term_matcher.h"

#include <algorithm>

#include "base/text.h"

namespace framewright {

namespace {

// A text as names are compared, and where each of its bytes comes from.
struct Folded {
  std::string text;
  std::vector<std::uint32_t> from;  // one more than the bytes: the end of the text
};

bool is_continuation(char c) { return (c & 0xC0) == 0x80; }

// The sign that a quotation mark, dash or no-break space of `size` bytes is compared as, or 0.
char plain_sign(std::string_view rest, std::size_t& size) {
  size = 3;
  for (const std::string_view sign : {"‘", "’", "‚", "‛"})
    if (rest.starts_with(sign)) return '\'';
  for (const std::string_view sign : {"“", "”", "„"})
    if (rest.starts_with(sign)) return '"';
  for (const std::string_view sign : {"‐", "‑", "‒", "–", "—"})
    if (rest.starts_with(sign)) return '-';
  if (rest.starts_with("\xE2\x80\xAF")) return ' ';
  size = 2;
  return rest.starts_with("\xC2\xA0") ? ' ' : '\0';
}

// Lower case of the Latin letters of two bytes, which all stay two bytes: À to Þ and the pairs of Latin Extended-A.
void lower_two_bytes(char& first, char& second) {
  const auto lead = static_cast<unsigned char>(first);
  auto trail = static_cast<unsigned char>(second);
  if (lead == 0xC3 && trail >= 0x80 && trail <= 0x9E && trail != 0x97) trail = static_cast<unsigned char>(trail + 0x20);
  if (lead == 0xC4 || lead == 0xC5) {
    const unsigned code = ((lead & 0x1FU) << 6) | (trail & 0x3FU);
    const bool odd_is_upper = (code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E);
    const bool in_pairs =
        code != 0x130 && code != 0x131 && code != 0x138 && code != 0x149 && code != 0x178 && code != 0x17F;
    if (in_pairs && (code % 2 == 1) == odd_is_upper && !(trail == 0xBF)) trail = static_cast<unsigned char>(trail + 1);
  }
  second = static_cast<char>(trail);
}

void fold(std::string_view text, Folded& out) {
  out.text.clear();
  out.from.clear();
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    const auto place = static_cast<std::uint32_t>(at);
    std::size_t size = 1;
    char sign = is_space(c) ? ' ' : '\0';
    if (static_cast<unsigned char>(c) >= 0x80) sign = plain_sign(text.substr(at), size);
    if (sign != '\0' || static_cast<unsigned char>(c) < 0x80) {
      if (sign == '\0') sign = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      if (static_cast<unsigned char>(c) < 0x80) size = 1;
      if (sign != ' ' || out.text.empty() || out.text.back() != ' ') {
        out.text += sign;
        out.from.push_back(place);
      }
      at += size;
      continue;
    }
    const std::size_t first = out.text.size();
    do {
      out.text += text[at];
      out.from.push_back(static_cast<std::uint32_t>(at++));
    } while (at < text.size() && is_continuation(text[at]));
    if (out.text.size() == first + 2) lower_two_bytes(out.text[first], out.text[first + 1]);
  }
  out.from.push_back(static_cast<std::uint32_t>(text.size()));
}

// Beyond ASCII all is a letter but the blocks of punctuation: Latin-1's, General Punctuation to symbols, and CJK's.
bool is_word_byte(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (c < 0x80) return is_ascii_letter(text[at]) || is_digit(text[at]);
  while (at > 0 && is_continuation(text[at])) --at;
  const auto lead = static_cast<unsigned char>(text[at]);
  const auto trail = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0U;
  if (lead == 0xC2) return trail == 0xAA || trail == 0xB5 || trail == 0xBA;
  if (lead == 0xE2) return trail >= 0xB0;
  return !(lead == 0xE3 && trail == 0x80);
}

bool is_boundary(std::string_view text, std::size_t at) {
  return at == 0 || at >= text.size() || !is_word_byte(text, at - 1) || !is_word_byte(text, at);
}

}  // namespace

struct TermMatcher::Entry {
  std::string folded;
  std::uint32_t name;
};

TermMatcher::TermMatcher(const std::vector<TermName>& names) {
  std::vector<Entry> entries;
  Folded folded;
  for (const TermName& name : names) {
    fold(trim(name.text), folded);
    if (folded.text.empty()) continue;
    const std::string_view text = trim(name.text);
    names_.push_back({name.id, static_cast<std::uint32_t>(texts_.size()), static_cast<std::uint32_t>(text.size()),
                      name.exact, none});
    if (name.exact) texts_ += text;
    entries.push_back({folded.text, static_cast<std::uint32_t>(names_.size() - 1)});
  }
  std::sort(entries.begin(), entries.end(), [this](const Entry& a, const Entry& b) {
    if (a.folded != b.folded) return a.folded < b.folded;
    if (names_[a.name].exact != names_[b.name].exact) return names_[a.name].exact;
    return a.name < b.name;
  });
  for (std::size_t i = 0; i + 1 < entries.size(); ++i)
    if (entries[i].folded == entries[i + 1].folded) names_[entries[i].name].next = entries[i + 1].name;
  if (!entries.empty()) grow(entries);
}

// Breadth first, so that the edges of a node are made together: each node stands for the entries with one beginning.
void TermMatcher::grow(const std::vector<Entry>& entries) {
  struct Range {
    std::size_t first, last, depth;
  };
  std::vector<Range> ranges{{0, entries.size(), 0}};
  nodes_.emplace_back();
  for (std::size_t n = 0; n < ranges.size(); ++n) {
    auto [first, last, depth] = ranges[n];
    if (entries[first].folded.size() == depth) {
      nodes_[n].names = entries[first].name;
      while (first < last && entries[first].folded.size() == depth) ++first;
    }
    nodes_[n].edges = static_cast<std::uint32_t>(edge_bytes_.size());
    while (first < last) {
      const char byte = entries[first].folded[depth];
      std::size_t end = first;
      while (end < last && entries[end].folded[depth] == byte) ++end;
      edge_bytes_.push_back(byte);
      edge_targets_.push_back(static_cast<std::uint32_t>(nodes_.size()));
      ++nodes_[n].edge_count;
      nodes_.emplace_back();
      ranges.push_back({first, end, depth + 1});
      first = end;
    }
  }
}

std::uint32_t TermMatcher::step(std::uint32_t node, char c) const {
  const auto first = edge_bytes_.begin() + nodes_[node].edges;
  const auto last = first + nodes_[node].edge_count;
  const auto less = [](char a, char b) { return static_cast<unsigned char>(a) < static_cast<unsigned char>(b); };
  const auto found = std::lower_bound(first, last, c, less);
  return found != last && *found == c ? edge_targets_[static_cast<std::size_t>(found - edge_bytes_.begin())] : none;
}

const TermMatcher::Name* TermMatcher::accepted(std::uint32_t node, std::string_view original) const {
  for (std::uint32_t at = nodes_[node].names; at != none; at = names_[at].next) {
    const Name& name = names_[at];
    if (!name.exact || std::string_view(texts_).substr(name.text, name.size) == original) return &name;
  }
  return nullptr;
}

void TermMatcher::find(std::string_view text, std::vector<TermMatch>& found) const {
  if (nodes_.empty()) return;
  thread_local Folded folded;
  fold(text, folded);
  const std::string_view words = folded.text;
  for (std::size_t at = 0; at < words.size();) {
    const Name* best = nullptr;
    std::size_t best_end = at;
    std::uint32_t node = is_boundary(words, at) ? step(0, words[at]) : none;
    for (std::size_t end = at + 1; node != none; ++end) {
      if (nodes_[node].names != none && is_boundary(words, end)) {
        const std::uint32_t begin = folded.from[at], stop = folded.from[end];
        if (const Name* name = accepted(node, text.substr(begin, stop - begin))) {
          best = name;
          best_end = end;
        }
      }
      node = end < words.size() ? step(node, words[end]) : none;
    }
    if (best == nullptr) {
      ++at;
      continue;
    }
    found.push_back({folded.from[at], folded.from[best_end], best->id});
    at = best_end;
  }
}

}  // namespace framewright
