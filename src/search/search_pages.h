#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "model/config.h"
#include "model/model.h"
#include "model/site_plan.h"
#include "search/term_index.h"

namespace framewright {

// Something that a search can find: an item or page, a page that is planned, or the page that lists a type.
struct SearchPage {
  ItemId item = no_item;
  const PlannedPage* plan = nullptr;  // borrowed
  TypeId type = page_type;            // its kind in the results; of a list, the type that is listed
};

// What a search may find, in reading order: what readers see and the site does not leave out. Items without a page of
// their own are found where they stand.
std::vector<SearchPage> find_search_pages(const Model& model, const Config& config, const SitePlan& plan, bool drafts);

// Gives the words of a page to `add`: its title, names and id, its headings, and its text, fields and nested items.
// They are taken from the model, so that what is withheld is in none of them.
void read_words(const Model& model, const SearchPage& page, bool drafts,
                const std::function<void(std::string_view text, Tier tier)>& add);

// What a result shows of a page.
struct SearchResult {
  std::string title, address, excerpt;  // the address from the root of the site, encoded
};
SearchResult search_result(const Model& model, const SearchPage& page);

// A rough measure of the work that a page is, in bytes of its text.
std::size_t weight_of(const Model& model, const SearchPage& page);

}  // namespace framewright
