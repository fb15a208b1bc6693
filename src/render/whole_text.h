#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "render/site.h"

namespace framewright {

// A framework as one page: its chapters in reading order, with the places that they and their headings have there and
// the numbers that they are referred to by. It borrows from the site.
class WholeText {
public:
  WholeText(const Site& site, ItemId framework);

  struct Chapter {
    ItemId item = no_item;
    std::string anchor;  // "aims"; those of its headings begin with it
    std::string number;  // "4"; empty for the introduction
  };
  // The introduction first.
  const std::vector<Chapter>& chapters() const { return chapters_; }
  // Null for what is no part of the page.
  const Chapter* chapter(ItemId item) const;

  // The place of a heading of a chapter by its anchor there, or of the chapter for an empty one.
  static std::string place(const Chapter& chapter, std::string_view anchor);
  // The number of that place: "4.2"; empty where it has none.
  std::string_view number(const Chapter& chapter, std::string_view anchor) const;

  struct Heading {
    std::string place, number, title;
  };
  // The headings of the second level of a chapter.
  std::vector<Heading> headings(const Chapter& chapter) const;

private:
  void number_headings(const Chapter& chapter);

  const Site& site_;
  std::vector<Chapter> chapters_;
  std::unordered_map<ItemId, std::size_t> by_item_;
  std::unordered_map<std::string, std::string> numbers_;  // by place
};

}  // namespace framewright
