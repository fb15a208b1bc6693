#include "search/search_data.h"

#include <algorithm>

#include "base/hash.h"
#include "base/parallel.h"
#include "base/text.h"

namespace framewright {

namespace {

std::string gaps(const std::vector<std::uint32_t>& pages) {
  std::string bytes;
  std::uint32_t before = 0;
  for (const std::uint32_t page : pages) {
    append_number(bytes, page - before);
    before = page;
  }
  return bytes;
}

std::string bitmap(const std::vector<std::uint32_t>& pages, std::size_t size) {
  std::string bytes(size, '\0');
  for (const std::uint32_t page : pages)
    if (page / 8 < size)
      bytes[page / 8] = static_cast<char>(static_cast<unsigned char>(bytes[page / 8]) | 1U << (page % 8));
  return bytes;
}

// The best pages of a term, in the order that the script ranks them when it is asked for alone.
std::vector<std::uint32_t> best_pages(std::span<const Posting> postings) {
  std::array<std::vector<std::uint32_t>, tiers> lists;
  if (postings.size() > most_in_tier) {
    lists = listed_tiers(postings);
  } else {
    for (const Posting posting : postings) {
      auto& list = lists[static_cast<std::size_t>(tier_of(posting))];
      if (list.size() < results_of_term) list.push_back(page_of(posting));
    }
  }
  std::vector<std::uint32_t> best;
  for (const auto& list : lists)
    for (const std::uint32_t page : list)
      if (best.size() < results_of_term) best.push_back(page);
  return best;
}

std::string json_list(std::span<const std::uint32_t> pages, std::span<const std::string> results) {
  std::string json = "[";
  for (const std::uint32_t page : pages) {
    if (json.size() > 1) json += ",\n";
    json += results[page];
  }
  return json += "]\n";
}

std::string results_file(std::size_t number) { return "results-" + std::to_string(number) + ".json"; }

class SearchDataWriter {
public:
  SearchDataWriter(const TermIndex& index, std::span<const std::string> results, std::size_t threads,
                   const FileSink& put)
      : index_(index), results_(results), threads_(threads), put_(put) {
    root_.pages = results.size();
    root_.version = empty_hash;
  }
  SearchRoot write();

private:
  void write_terms();
  void write_chunks();
  void write_best();
  std::size_t chunks() const { return (results_.size() + pages_of_chunk - 1) / pages_of_chunk; }
  void find_common();

  const TermIndex& index_;
  std::span<const std::string> results_;
  const std::size_t threads_;
  const FileSink& put_;
  std::vector<std::uint32_t> best_;  // of each term: the file of the results of its best pages; 0 for none
  SearchRoot root_;
};

SearchRoot SearchDataWriter::write() {
  write_chunks();
  write_best();
  write_terms();
  find_common();
  return std::move(root_);
}

void SearchDataWriter::write_terms() {
  std::string file;
  const auto close = [&] {
    root_.version = fnv_hash(file, root_.version);
    put_("terms-" + std::to_string(root_.starts.size() - 1) + ".bin", file);
    file.clear();
  };
  std::string entry;
  for (std::size_t term = 0; term < index_.size(); ++term) {
    entry.clear();
    append_term(entry, index_.term(term), best_[term], listed_tiers(index_.postings(term)), results_.size());
    if (!file.empty() && file.size() + entry.size() > term_file_size) close();
    if (file.empty()) root_.starts.push_back(root_.starts.empty() ? std::string() : index_.term(term));
    file += entry;
  }
  if (!file.empty()) close();
}

void SearchDataWriter::write_chunks() {
  for (const std::string& result : results_) root_.version = fnv_hash(result, root_.version);
  parallel_for(chunks(), threads_, [&](std::size_t chunk, std::size_t) {
    std::vector<std::uint32_t> pages;
    for (std::size_t page = chunk * pages_of_chunk; page < std::min((chunk + 1) * pages_of_chunk, results_.size());
         ++page)
      pages.push_back(static_cast<std::uint32_t>(page));
    put_(results_file(chunk), json_list(pages, results_));
  });
}

// The results of the best pages of each term, some terms a file, so that a query of one word needs no other. A site of
// one chunk needs none, and nor does a term of one page, whose chunk is as good.
void SearchDataWriter::write_best() {
  best_.assign(index_.size(), 0);
  if (results_.size() <= pages_of_chunk) return;
  std::vector<std::vector<std::uint32_t>> groups(1);
  std::vector<std::uint32_t> last(results_.size(), 0);  // of each page: the last group that has it, plus 1
  std::size_t size = 0;
  for (std::size_t term = 0; term < index_.size(); ++term) {
    if (index_.postings(term).size() < 2) continue;
    if (size > best_file_size) {
      groups.emplace_back();
      size = 0;
    }
    for (const std::uint32_t page : best_pages(index_.postings(term))) {
      if (last[page] == groups.size()) continue;
      last[page] = static_cast<std::uint32_t>(groups.size());
      groups.back().push_back(page);
      size += results_[page].size() + 2;
    }
    best_[term] = static_cast<std::uint32_t>(chunks() + groups.size() - 1);
  }
  parallel_for(groups.size(), threads_, [&](std::size_t group, std::size_t) {
    put_(results_file(chunks() + group), json_list(groups[group], results_));
  });
}

void SearchDataWriter::find_common() {
  constexpr std::size_t shortest = 4;
  std::vector<std::pair<std::size_t, std::size_t>> counted;  // pages and term
  for (std::size_t term = 0; term < index_.size(); ++term) {
    const std::string& name = index_.term(term);
    const bool number = std::any_of(name.begin(), name.end(), is_digit);
    if (count_code_points(name) >= shortest && !number) counted.emplace_back(index_.postings(term).size(), term);
  }
  const std::size_t count = std::min(counted.size(), most_common_words);
  std::partial_sort(
      counted.begin(), counted.begin() + static_cast<std::ptrdiff_t>(count), counted.end(),
      [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  for (std::size_t i = 0; i < count; ++i) root_.common.push_back(index_.term(counted[i].second));
  std::sort(root_.common.begin(), root_.common.end());
}

}  // namespace

std::array<std::vector<std::uint32_t>, tiers> listed_tiers(std::span<const Posting> postings) {
  std::array<std::vector<std::uint32_t>, tiers> lists;
  constexpr std::size_t last = tiers - 1;
  for (const Posting posting : postings) {
    auto tier = static_cast<std::size_t>(tier_of(posting));
    while (tier < last && lists[tier].size() == most_in_tier) ++tier;
    lists[tier].push_back(page_of(posting));
  }
  return lists;
}

void append_number(std::string& out, std::uint32_t number) {
  for (; number > 127; number >>= 7) out += static_cast<char>((number & 127) | 128);
  out += static_cast<char>(number);
}

void append_term(std::string& out, std::string_view term, std::uint32_t best,
                 const std::array<std::vector<std::uint32_t>, tiers>& lists, std::size_t pages) {
  append_number(out, static_cast<std::uint32_t>(term.size()));
  out += term;
  append_number(out, best);
  for (const std::vector<std::uint32_t>& list : lists) {
    std::string bytes = gaps(list);
    const std::size_t bits = std::min((pages + 7) / 8, longest_list);
    const bool as_bits = bytes.size() > bits;
    if (as_bits) bytes = bitmap(list, bits);
    append_number(out, static_cast<std::uint32_t>(bytes.size() * 2 + (as_bits ? 1 : 0)));
    out += bytes;
  }
}

SearchRoot write_search_data(const TermIndex& index, std::span<const std::string> results, std::size_t threads,
                             const FileSink& put) {
  return SearchDataWriter(index, results, threads, put).write();
}

}  // namespace framewright
