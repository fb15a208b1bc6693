#include "base/term_matcher.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/text.h"

namespace framewright {

namespace {

// One character as names are compared: up to four bytes, and the bytes of the text that it was made from.
struct FoldedCharacter {
  std::array<char, 4> bytes{};
  std::size_t size = 0;
  std::size_t consumed = 0;
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

FoldedCharacter fold_at(std::string_view text, std::size_t at) {
  FoldedCharacter out;
  const char c = text[at];
  std::size_t size = 1;
  char sign = is_space(c) ? ' ' : '\0';
  if (static_cast<unsigned char>(c) >= 0x80) sign = plain_sign(text.substr(at), size);
  if (sign == ' ') {
    out.consumed = size;
    while (at + out.consumed < text.size()) {
      std::size_t more = 1;
      if (!is_space(text[at + out.consumed]) && plain_sign(text.substr(at + out.consumed), more) != ' ') break;
      out.consumed += is_space(text[at + out.consumed]) ? 1 : more;
    }
    out.bytes[0] = ' ';
    out.size = 1;
  } else if (sign != '\0' || static_cast<unsigned char>(c) < 0x80) {
    out.bytes[0] = sign != '\0' ? sign : c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    out.size = 1;
    out.consumed = sign != '\0' ? size : 1;
  } else {
    do {
      out.bytes[out.size++] = text[at + out.consumed++];
    } while (out.size < 4 && at + out.consumed < text.size() && is_continuation(text[at + out.consumed]));
    if (out.size == 2) lower_two_bytes(out.bytes[0], out.bytes[1]);
  }
  return out;
}

std::string fold(std::string_view text) {
  std::string folded;
  for (std::size_t at = 0; at < text.size();) {
    const FoldedCharacter next = fold_at(text, at);
    folded.append(next.bytes.data(), next.size);
    at += next.consumed;
  }
  return folded;
}

constexpr std::array<bool, 256> ascii_words = [] {
  std::array<bool, 256> words{};
  for (unsigned c = 0; c < 128; ++c)
    words[c] = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  return words;
}();

bool is_ascii_word(char c) { return ascii_words[static_cast<unsigned char>(c)]; }

// Beyond ASCII all is a letter but the blocks of punctuation: Latin-1's, General Punctuation to symbols, and CJK's.
bool is_word_byte(std::string_view text, std::size_t at) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (c < 0x80) return ascii_words[c];
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
  for (const TermName& name : names) {
    const std::string_view text = trim(name.text);
    if (text.empty()) continue;
    names_.push_back({name.id, static_cast<std::uint32_t>(texts_.size()), static_cast<std::uint32_t>(text.size()),
                      name.exact, none});
    if (name.exact) texts_ += text;
    entries.push_back({fold(text), static_cast<std::uint32_t>(names_.size() - 1)});
  }
  std::sort(entries.begin(), entries.end(), [this](const Entry& a, const Entry& b) {
    if (a.folded != b.folded) return a.folded < b.folded;
    if (names_[a.name].exact != names_[b.name].exact) return names_[a.name].exact;
    return a.name < b.name;
  });
  for (std::size_t i = 0; i + 1 < entries.size(); ++i)
    if (entries[i].folded == entries[i + 1].folded) names_[entries[i].name].next = entries[i + 1].name;
  if (entries.empty()) return;
  grow(entries);
  for (std::size_t c = 0; c < begins_.size(); ++c) {
    const char folded = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : static_cast<char>(c);
    begins_[c] = c >= 0x80 || step(0, folded) != none;
  }
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
  const Node& from = nodes_[node];
  const char* bytes = edge_bytes_.data() + from.edges;
  const void* found = std::memchr(bytes, c, from.edge_count);
  if (found == nullptr) return none;
  return edge_targets_[from.edges + static_cast<std::size_t>(static_cast<const char*>(found) - bytes)];
}

const TermMatcher::Name* TermMatcher::accepted(std::uint32_t node, std::string_view original) const {
  for (std::uint32_t at = nodes_[node].names; at != none; at = names_[at].next) {
    const Name& name = names_[at];
    if (!name.exact || std::string_view(texts_).substr(name.text, name.size) == original) return &name;
  }
  return nullptr;
}

// The longest name that begins at `at`, as a match with an empty range for none.
TermMatch TermMatcher::longest(std::string_view text, std::size_t at) const {
  TermMatch best{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at), 0};
  std::uint32_t node = 0;
  for (std::size_t end = at; end < text.size();) {
    const char c = text[end];
    if (is_ascii_word(c)) {
      node = step(node, c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
      ++end;
    } else {
      const FoldedCharacter next = fold_at(text, end);
      for (std::size_t i = 0; i < next.size && node != none; ++i) node = step(node, next.bytes[i]);
      end += next.consumed;
    }
    if (node == none) break;
    if (nodes_[node].names == none || !is_boundary(text, end)) continue;
    if (const Name* name = accepted(node, text.substr(at, end - at))) {
      best.end = static_cast<std::uint32_t>(end);
      best.id = name->id;
    }
  }
  return best;
}

void TermMatcher::find(std::string_view text, std::vector<TermMatch>& found) const {
  if (nodes_.empty()) return;
  std::size_t at = 0;
  while (at < text.size()) {
    if (begins_[static_cast<unsigned char>(text[at])] && is_boundary(text, at)) {
      const TermMatch match = longest(text, at);
      if (match.end > match.begin) {
        found.push_back(match);
        at = match.end;
        continue;
      }
    }
    const bool in_word = is_ascii_word(text[at++]);
    while (in_word && at < text.size() && is_ascii_word(text[at])) ++at;
  }
}

}  // namespace framewright
