#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/site_plan.h"
#include "search/term_index.h"

namespace framewright {

// The files by which the script of the results page answers a query; docs/contributors/search.md gives their form.

inline constexpr std::size_t pages_of_chunk = 40;      // results in a file of results
inline constexpr std::size_t best_file_size = 10'000;  // bytes of a file of the results of terms' best pages
inline constexpr std::size_t results_of_term = 10;     // the best pages of a term, which stand together
inline constexpr std::size_t term_file_size = 12'000;  // bytes; one term may take more, up to longest_list and a bit
inline constexpr std::size_t longest_list = 12'800;    // bytes of the pages that have a term in their text alone
inline constexpr std::size_t most_in_tier = 500;       // pages in each of the tiers above the text
inline constexpr std::size_t most_common_words = 1000;

// The pages of a term in the tiers that they are listed under. A tier above the text takes so many, in their order, and
// the rest go to the next: of a word in the titles of thousands of pages, a title tells little.
std::array<std::vector<std::uint32_t>, tiers> listed_tiers(std::span<const Posting> postings);

// Numbers of 7 bits a byte, the lowest first; the high bit says that there is more.
void append_number(std::string& out, std::uint32_t number);
// A term, the number of the file that has the results of its best pages (0: none has), and its lists. `pages` is how
// many there are in all.
void append_term(std::string& out, std::string_view term, std::uint32_t best,
                 const std::array<std::vector<std::uint32_t>, tiers>& lists, std::size_t pages);

// What the results page holds itself.
struct SearchRoot {
  std::size_t pages = 0;
  std::vector<std::string> starts;  // the first term of each file; of the first file, none
  std::vector<std::string> common;  // the terms of most pages, for slips of the pen
  std::uint64_t version = 0;        // of all that was written, so that no browser mixes two sites
};

// Writes all files. `results[i]` is the result of page i, as JSON.
SearchRoot write_search_data(const TermIndex& index, std::span<const std::string> results, std::size_t threads,
                             const FileSink& put);

}  // namespace framewright
