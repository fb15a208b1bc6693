#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace framewright {

// A name to look for. `exact` is for abbreviations: only the very same letters match, so that IT is not "it".
struct TermName {
  std::string text;
  std::uint32_t id = 0;
  bool exact = false;
};

struct TermMatch {
  std::uint32_t begin = 0;  // bytes of the text
  std::uint32_t end = 0;
  std::uint32_t id = 0;

  friend bool operator==(const TermMatch&, const TermMatch&) = default;
};

// Finds names in text as whole words: no letter or digit stands right before or after one that begins or ends with
// such. Names are compared without regard to the case of Latin letters, to the form of quotation marks and dashes and
// to the width of white space. Of names that begin at one place the longest is found, and matches do not overlap. Of
// equal names the first given wins, an exact one before others. Time is linear in the text (times the length of the
// longest name that goes wrong late), whatever the number of names. Safe to share between threads.
class TermMatcher {
public:
  TermMatcher() = default;
  explicit TermMatcher(const std::vector<TermName>& names);

  bool empty() const { return nodes_.empty(); }
  // Appends the matches in the order of the text.
  void find(std::string_view text, std::vector<TermMatch>& found) const;

private:
  struct Node {
    std::uint32_t edges = 0;  // first of its edges
    std::uint16_t edge_count = 0;
    std::uint32_t names = none;  // first of the names that end here
  };
  struct Name {
    std::uint32_t id;
    std::uint32_t text;  // range of texts_; for exact ones
    std::uint32_t size;
    bool exact;
    std::uint32_t next;  // another of the same folded form
  };
  struct Entry;
  static constexpr std::uint32_t none = 0xffffffff;
  void grow(const std::vector<Entry>& entries);
  std::uint32_t step(std::uint32_t node, char c) const;
  TermMatch longest(std::string_view text, std::size_t at) const;
  const Name* accepted(std::uint32_t node, std::string_view original) const;

  // A trie; the edges of a node lie together, by their byte. Node 0 is the root.
  std::vector<Node> nodes_;
  std::array<bool, 256> begins_{};  // the bytes that a name may begin with in a text
  std::vector<char> edge_bytes_;
  std::vector<std::uint32_t> edge_targets_;
  std::vector<Name> names_;
  std::string texts_;
};

}  // namespace framewright
