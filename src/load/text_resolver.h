#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/diagnostic.h"
#include "load/name_index.h"
#include "load/near_names.h"
#include "model/model.h"

namespace framewright {

// Finds where every link, reference and image of a text leads. One resolver serves all threads.
class TextResolver {
public:
  TextResolver(const Model& model, const NameIndex& names);

  // Fills `text.targets`; what leads nowhere is a finding and a target that is unresolved.
  void resolve(Text& text, Diagnostics& diagnostics) const;

  // The page or file that a relative path leads to, from the folder of a file; nothing when it leads out of content/.
  std::optional<std::string> path_from(FileId file, std::string_view relative) const;

private:
  Target resolve_reference(const Text& text, std::size_t node, Diagnostics& diagnostics) const;
  Target resolve_paragraph(const Text& text, std::string_view number, Span where, Diagnostics& diagnostics) const;
  Target resolve_link(const Text& text, std::size_t node, Diagnostics& diagnostics) const;
  Target resolve_path(const Text& text, std::string_view url, Span where, bool image, Diagnostics& diagnostics) const;
  Target resolve_generated(std::string_view name, Span where, Diagnostics& diagnostics) const;
  // The anchor to lead to: none for the heading that is the title, with which the page begins.
  std::string checked_anchor(ItemId page, std::string anchor, Span where, Diagnostics& diagnostics) const;
  void report_missing_file(std::string_view url, const std::string& path, Span where, Diagnostics& diagnostics) const;
  void report_missing_picture(std::string_view url, const std::string& path, Span where,
                              Diagnostics& diagnostics) const;
  std::string_view folder_in_site(FileId file) const;
  std::string written_from(FileId file, std::string_view path) const;
  ItemId page_of(const Text& text) const;

  const Model& model_;
  const NameIndex& names_;
  std::unordered_set<std::string> files_;  // content assets and statics, by address
  std::unordered_map<ItemId, std::unordered_set<std::string_view>> anchors_;
  // Numbered paragraphs by their page or framework and their number.
  std::unordered_map<ItemId, std::unordered_map<std::string, const NumberedParagraph*>> paragraphs_;
  mutable std::once_flag near_pages_made_;
  mutable NearNames near_pages_;                                                       // by their paths
  mutable std::unordered_map<std::string_view, std::string_view> pages_by_file_name_;  // the first of each name
  std::vector<std::pair<std::string, std::string>> generated_;  // names and addresses of generated pages
};

// Pages that the generator makes by itself, by the names that [words](page:NAME) uses: the index of each type that has
// items, by its folder, its type and its plural, and coverage.
std::vector<std::pair<std::string, std::string>> generated_pages(const Model& model);

// Every anchor of the page of an item: headings, numbered paragraphs and nested items.
std::vector<std::string_view> anchors_of(const Model& model, ItemId page);

}  // namespace framewright
