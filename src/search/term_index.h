#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/index_table.h"

namespace framewright {

// Where a word stands on a page; the first goes before the others.
enum class Tier : std::uint8_t { title, heading, text };
inline constexpr std::size_t tiers = 3;

// A page that a term stands on, and the best place that it has there: number * 4 + tier.
using Posting = std::uint32_t;
inline std::uint32_t page_of(Posting posting) { return posting >> 2; }
inline Tier tier_of(Posting posting) { return static_cast<Tier>(posting & 3); }

// Collects the terms of pages that come in order. Work for a word is one look-up: each form of it is folded once.
class TermCollector {
public:
  explicit TermCollector(bool english) : english_(english) {}

  void begin_page(std::uint32_t number) { page_ = number; }
  void add(std::string_view text, Tier tier);

  std::size_t size() const { return names_.size(); }
  std::string_view term(std::size_t index) const { return names_[index]; }
  // Sorts what was collected by term; then postings() may be asked for.
  void finish();
  // In the order of pages.
  std::span<const Posting> postings(std::size_t index) const {
    return std::span(sorted_).subspan(starts_[index], starts_[index + 1] - starts_[index]);
  }

private:
  struct Form {
    std::string word;
    std::uint32_t term;
  };
  static constexpr std::uint32_t no_term = 0xffffffff;
  std::uint32_t term_index(std::string_view word);
  void note(std::uint32_t term, Tier tier);

  bool english_;
  std::uint32_t page_ = 0;
  std::vector<Form> forms_;
  std::vector<std::string> names_;
  IndexTable by_form_, by_name_;
  std::vector<std::uint32_t> last_;                           // of each term: its last entry, plus 1
  std::vector<std::pair<std::uint32_t, Posting>> collected_;  // term and posting
  std::vector<std::uint32_t> starts_;
  std::vector<Posting> sorted_;
};

// All terms of a site in the order of their bytes, each with its pages in their order.
class TermIndex {
public:
  // From collectors that each took the pages after those of the one before. They are emptied on the way.
  explicit TermIndex(std::vector<TermCollector> parts);

  std::size_t size() const { return terms_.size(); }
  const std::string& term(std::size_t index) const { return terms_[index]; }
  std::span<const Posting> postings(std::size_t index) const {
    return std::span(postings_).subspan(starts_[index], starts_[index + 1] - starts_[index]);
  }

private:
  std::vector<std::string> terms_;
  std::vector<std::size_t> starts_{0};
  std::vector<Posting> postings_;
};

}  // namespace framewright
