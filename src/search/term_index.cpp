#include "search/term_index.h"

#include <algorithm>
#include <utility>

#include "search/words.h"

namespace framewright {

void TermCollector::add(std::string_view text, Tier tier) {
  for (std::string_view word = next_word(text); !word.empty(); word = next_word(text))
    if (const std::uint32_t term = term_index(word); term != no_term) note(term, tier);
}

std::uint32_t TermCollector::term_index(std::string_view word) {
  const std::size_t hash = IndexTable::hash_of(word);
  const auto same = [&](std::uint32_t form) { return forms_[form].word == word; };
  if (const std::uint32_t known = by_form_.find(hash, same); known != IndexTable::none) return forms_[known].term;
  std::string name = term_of(word, english_);
  std::uint32_t term = no_term;
  if (!name.empty()) {
    const auto next = static_cast<std::uint32_t>(names_.size());
    term = by_name_.add(IndexTable::hash_of(name), next, [&](std::uint32_t index) { return names_[index] == name; });
    if (term == next) {
      names_.push_back(std::move(name));
      last_.push_back(0);
    }
  }
  by_form_.add(hash, static_cast<std::uint32_t>(forms_.size()), same);
  forms_.push_back({std::string(word), term});
  return term;
}

void TermCollector::note(std::uint32_t term, Tier tier) {
  const Posting posting = page_ * 4 + static_cast<Posting>(tier);
  if (last_[term] > 0) {
    Posting& before = collected_[last_[term] - 1].second;
    if (page_of(before) == page_) {
      before = std::min(before, posting);
      return;
    }
  }
  collected_.emplace_back(term, posting);
  last_[term] = static_cast<std::uint32_t>(collected_.size());
}

void TermCollector::finish() {
  starts_.assign(names_.size() + 1, 0);
  for (const auto& [term, posting] : collected_) ++starts_[term + 1];
  for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
  std::vector<std::uint32_t> next(starts_.begin(), starts_.end());
  sorted_.resize(collected_.size());
  for (const auto& [term, posting] : collected_) sorted_[next[term]++] = posting;
  collected_ = {};
  forms_ = {};
  by_form_ = by_name_ = {};
}

TermIndex::TermIndex(std::vector<TermCollector> parts) {
  struct Entry {
    std::string_view term;
    std::uint32_t part, index;
  };
  std::vector<Entry> entries;
  std::size_t total = 0;
  for (std::uint32_t part = 0; part < parts.size(); ++part)
    for (std::uint32_t i = 0; i < parts[part].size(); ++i) {
      entries.push_back({parts[part].term(i), part, i});
      total += parts[part].postings(i).size();
    }
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return std::tie(a.term, a.part) < std::tie(b.term, b.part); });
  postings_.reserve(total);
  for (const Entry& entry : entries) {
    if (terms_.empty() || terms_.back() != entry.term) {
      terms_.emplace_back(entry.term);
      starts_.push_back(postings_.size());
    }
    const std::span<const Posting> more = parts[entry.part].postings(entry.index);
    postings_.insert(postings_.end(), more.begin(), more.end());
    starts_.back() = postings_.size();
  }
}

}  // namespace framewright
