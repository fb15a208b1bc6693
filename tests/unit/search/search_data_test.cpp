#include "search/search_data.h"

#include <doctest/doctest.h>

#include <map>
#include <mutex>

using namespace framewright;

namespace {

using Written = std::map<std::string, std::string, std::less<>>;

// A site of so many pages, each with the word "plan", and "w0" on the first two, "w1" on the next two and so on.
Written written(std::size_t pages, SearchRoot& root, std::size_t threads = 1) {
  std::vector<TermCollector> parts(1, TermCollector(true));
  std::vector<std::string> results;
  for (std::size_t page = 0; page < pages; ++page) {
    parts[0].begin_page(static_cast<std::uint32_t>(page));
    parts[0].add("plan w" + std::to_string(page / 2), Tier::text);
    results.push_back("[" + std::to_string(page) + "]");
  }
  parts[0].finish();
  Written files;
  std::mutex mutex;
  root = write_search_data(TermIndex(std::move(parts)), results, threads,
                           [&](std::string_view name, std::string_view bytes) {
                             const std::lock_guard lock(mutex);
                             files.emplace(name, bytes);
                           });
  return files;
}

std::vector<Posting> postings(std::size_t count, Tier tier) {
  std::vector<Posting> list;
  for (std::size_t page = 0; page < count; ++page)
    list.push_back(static_cast<Posting>(page * 4 + static_cast<std::size_t>(tier)));
  return list;
}

}  // namespace

TEST_CASE("numbers take seven bits a byte") {
  std::string out;
  for (const std::uint32_t number : {0U, 127U, 128U, 16384U}) append_number(out, number);
  CHECK(out == std::string("\x00\x7f\x80\x01\x80\x80\x01", 7));
}

TEST_CASE("a term has its name, the file of its best results, and its pages as gaps") {
  std::string out;
  append_term(out, "need", 7, {{{2, 5}, {}, {300}}}, 100'000);
  CHECK(out == std::string("\x04need\x07\x04\x02\x03\x00\x04\xac\x02", 13));
}

TEST_CASE("pages are bits where that is shorter") {
  std::string out;
  append_term(out, "x", 0, {{{}, {}, {0, 1, 2, 9}}}, 16);
  CHECK(out == std::string("\x01x\x00\x00\x00\x05\x07\x02", 8));
}

TEST_CASE("no list is longer than the longest") {
  const auto lists = listed_tiers(postings(300'000, Tier::text));
  std::string out;
  append_term(out, "x", 0, lists, 300'000);
  CHECK(out.size() <= longest_list + 16);
}

TEST_CASE("of a word in very many titles the first stand under titles, the next under headings, the rest under text") {
  const auto lists = listed_tiers(postings(1200, Tier::title));
  CHECK(lists[0].size() == 500);
  CHECK(lists[1].front() == 500);
  CHECK(lists[1].size() == 500);
  CHECK(lists[2].size() == 200);
}

TEST_CASE("a site of one chunk has one file of results and no more") {
  SearchRoot root;
  const Written files = written(3, root);
  CHECK(files.at("results-0.json") == "[[0],\n[1],\n[2]]\n");
  CHECK_FALSE(files.contains("results-1.json"));
  CHECK(root.pages == 3);
  CHECK(root.starts == std::vector<std::string>{""});
}

TEST_CASE("the results of a term's best pages stand in one file, which the term names") {
  SearchRoot root;
  const Written files = written(100, root);
  CHECK(files.contains("results-2.json"));
  // w40 is on pages 80 and 81: its name, its file, and the gaps 80 and 1 as text
  const std::string& terms = files.at("terms-0.bin");
  const std::size_t at = terms.find("\x03w40");
  REQUIRE(at != std::string::npos);
  CHECK(terms.substr(at + 4, 6) == std::string("\x03\x00\x00\x04\x50\x01", 6));
  const std::string& best = files.at("results-3.json");
  CHECK(best.find("[80]") != std::string::npos);
  CHECK(best.find("[81]") != std::string::npos);
}

TEST_CASE("a file of terms begins with the term that the results page knows it by") {
  SearchRoot root;
  const Written files = written(8000, root);
  REQUIRE(root.starts.size() > 2);
  for (std::size_t i = 1; i < root.starts.size(); ++i) {
    const std::string& bytes = files.at("terms-" + std::to_string(i) + ".bin");
    CHECK(bytes.substr(1, root.starts[i].size()) == root.starts[i]);
    CHECK(bytes.size() <= term_file_size);
  }
}

TEST_CASE("the files are the same on any number of threads") {
  SearchRoot one, many;
  CHECK(written(500, one) == written(500, many, 4));
  CHECK(one.version == many.version);
}

TEST_CASE("the common words are letters alone, in the order of their bytes") {
  SearchRoot root;
  written(100, root);
  CHECK(root.common == std::vector<std::string>{"plan"});
}
