#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/site_run.h"
#include "port/files.h"

namespace framewright {

struct NewItemRequest {
  TypeId type = page_type;
  std::string title;
  std::string id;      // empty: the next free one
  std::string folder;  // below content/, for a page; empty: content/ itself
};

// An item that is to be written: as a file of its own, or at the end of the collection that holds its type.
struct NewItem {
  std::string id;
  std::string path;  // from the site's root
  bool append = false;
  std::string text;                  // the file, or what is added at the end of the collection
  std::vector<std::string> to_fill;  // what the author has still to write
};

// Plans a new item in the form that the items of its type have already: a Markdown file, a table or a row. Writes
// nothing. Throws UsageError when it cannot be made.
NewItem plan_item(const SiteRun& run, const FileStore& store, const NewItemRequest& request);

}  // namespace framewright
