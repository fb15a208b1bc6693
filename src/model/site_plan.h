#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/item.h"
#include "template/value.h"

namespace framewright {

// What stages such as the register add to a site beside its items and its pages of text. Planned before anything is
// rendered, so that every address is known and checked.

// A page that is made out of the whole model, such as the contracts of a department.
struct PlannedPage {
  std::string address;  // from the root of the site, with its slash: "register/departments/education/"
  std::string template_name;
  std::string title;                                        // its heading
  std::string short_title;                                  // for lists of pages; empty when the title serves
  std::string summary;                                      // one or two sentences; may be empty
  std::vector<std::pair<std::string, std::string>> crumbs;  // titles and addresses of the pages above it, after Home
  TypeId index_of = no_type;  // the type whose index it stands in for, with the introduction that an author gave it
  bool listed = true;         // in the sitemap; the further pages of a list are not
  bool section = false;       // a part of the site of its own, to which the home page leads
  bool yields = false;        // whatever else has its address stands in its place
  // Adds what the template knows beside `site`, `page` and `navigation`. Called from any thread.
  std::function<void(Table& context, Arena& arena)> fill;
};

// Takes the next bytes of a file that is being written.
using ByteSink = std::function<void(std::string_view bytes)>;

// A file of data. It is written as a stream, before any page, so that pages can say its size.
struct PlannedFile {
  std::string file;   // of the output: "register/register.csv"
  std::string title;  // for the list of downloads: "All contracts"
  std::string media_type;
  std::function<void(const ByteSink& sink)> write;
  std::uint64_t size = 0;  // bytes; 0 until it was written
  bool listed = true;      // among the downloads; what only a script of the site reads is not
};

// Takes a whole file by its name within the folder that is being written. From any thread.
using FileSink = std::function<void(std::string_view name, std::string_view bytes)>;

// A folder of data whose files are known only when they are made; nothing else may stand in it. Written before any
// page.
struct PlannedFolder {
  std::string folder;  // of the output, without a slash at its end: "search/data"
  std::string title;
  std::function<void(std::size_t threads, const FileSink& put)> write;
};

// What a stage adds to the pages of items beside what the model says of them, such as the contracts that a service is
// bought under.
class PageSupplement {
public:
  virtual ~PageSupplement() = default;
  // Adds names to what the template of the item's page knows. Called from any thread.
  virtual void describe(ItemId item, Table& context, Arena& arena) const = 0;
  // Whether the items at the other end of a link of the item are told by describe(), so that the page need not list
  // them once more; `back` when the other end states the link.
  virtual bool presents(ItemId item, LinkId link, bool back) const = 0;
};

struct SitePlan {
  std::vector<PlannedPage> pages;
  std::vector<PlannedFile> files;
  std::vector<PlannedFolder> folders;
  std::vector<std::unique_ptr<PageSupplement>> supplements;
};

}  // namespace framewright
