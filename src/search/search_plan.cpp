#include "search/search_plan.h"

#include <algorithm>
#include <memory>

#include "base/parallel.h"
#include "base/text.h"
#include "port/json.h"
#include "search/search_data.h"
#include "search/search_pages.h"
#include "search/words.h"

namespace framewright {

namespace {

// Made when the index is written, and shown by the page, which is made after it.
struct Search {
  const Model& model;
  const Config& config;
  const SitePlan& plan;
  bool drafts = false;
  std::string root;
};

// Where each of so many parts of about the same weight begins, and the end.
std::vector<std::size_t> parts_of(const Model& model, std::span<const SearchPage> pages, std::size_t parts) {
  std::size_t total = 0, sum = 0;
  for (const SearchPage& page : pages) total += weight_of(model, page);
  std::vector<std::size_t> starts{0};
  for (std::size_t i = 0; i < pages.size(); ++i) {
    sum += weight_of(model, pages[i]);
    if (sum * parts >= total * starts.size() && starts.size() < parts) starts.push_back(i + 1);
  }
  starts.resize(parts, pages.size());
  starts.push_back(pages.size());
  return starts;
}

std::string result_json(const Model& model, const SearchPage& page, std::size_t number) {
  const SearchResult result = search_result(model, page);
  std::string out;
  JsonWriter(out)
      .begin_array()
      .value(number)
      .value(result.title)
      .value(result.address)
      .value(page.type)
      .value(result.excerpt)
      .end_array();
  return out;
}

// Five lines of words with tabs between them.
std::string root_text(const Search& search, const SearchRoot& root) {
  std::vector<std::string> kinds, stops;
  for (const TypeDef& type : search.model.schema->types) {
    kinds.push_back(type.index_title());
    std::replace(kinds.back().begin(), kinds.back().end(), '\t', ' ');
    std::replace(kinds.back().begin(), kinds.back().end(), '\n', ' ');
  }
  if (is_english(search.config.language)) stops.assign(stop_words().begin(), stop_words().end());
  std::string out = std::to_string(root.pages) + "\t" + std::to_string(root.version);
  for (const std::vector<std::string>& line : {root.starts, root.common, stops, kinds}) out += "\n" + join(line, "\t");
  return out;
}

void write_search(Search& search, std::size_t threads, const FileSink& put) {
  const Model& model = search.model;
  const std::vector<SearchPage> pages = find_search_pages(model, search.config, search.plan, search.drafts);
  const std::vector<std::size_t> starts = parts_of(model, pages, threads);
  std::vector<TermCollector> parts(threads, TermCollector(is_english(search.config.language)));
  std::vector<std::string> results(pages.size());
  parallel_for(threads, threads, [&](std::size_t part, std::size_t) {
    TermCollector& terms = parts[part];
    for (std::size_t i = starts[part]; i < starts[part + 1]; ++i) {
      terms.begin_page(static_cast<std::uint32_t>(i));
      read_words(model, pages[i], search.drafts, [&](std::string_view text, Tier tier) { terms.add(text, tier); });
      results[i] = result_json(model, pages[i], i);
    }
    terms.finish();
  });
  search.root = root_text(search, write_search_data(TermIndex(std::move(parts)), results, threads, put));
}

}  // namespace

void plan_search(const Model& model, const Config& config, bool drafts, SitePlan& plan) {
  if (!config.search.enabled) return;
  const auto search = std::make_shared<Search>(Search{model, config, plan, drafts, {}});
  PlannedFolder data;
  data.folder = "search/data";
  data.title = "Search index";
  data.write = [search](std::size_t threads, const FileSink& put) { write_search(*search, threads, put); };
  plan.folders.push_back(std::move(data));
  PlannedPage page;
  page.address = "search/";
  page.template_name = "search.html";
  page.title = config.words.text("search.search");
  page.listed = false;
  page.fill = [search](Table& context, Arena&) { context.set("index", search->root); };
  plan.pages.push_back(std::move(page));
}

}  // namespace framewright
