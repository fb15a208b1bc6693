#include "render/whole_text.h"

#include <algorithm>

#include "base/text.h"

namespace framewright {

namespace {

constexpr int section_level = 2, subsection_level = 3;  // of headings within a chapter; deeper ones have no number

// "aims" of framework/aims, "part-aims" of framework/part/aims; "introduction" of the framework itself.
std::string anchor_of(const Item& item, const Item& framework) {
  const std::string_view folder = std::string_view(framework.path).substr(0, framework.path.rfind('/') + 1);
  if (&item == &framework || !item.path.starts_with(folder)) return "introduction";
  std::string anchor = item.path.substr(folder.size());
  std::replace(anchor.begin(), anchor.end(), '/', '-');
  return anchor;
}

}  // namespace

WholeText::WholeText(const Site& site, ItemId framework) : site_(site) {
  const Model& model = site.model();
  const Item& whole = model.items[framework];
  chapters_.push_back({framework, anchor_of(whole, whole), {}});
  for (const ItemId chapter : chapters_of(site.routes(), model, framework)) {
    const Item& item = model.items[chapter];
    const bool numbered = item.numbered_headings && !item.number.empty();
    chapters_.push_back({chapter, anchor_of(item, whole), numbered ? item.number : std::to_string(chapters_.size())});
  }
  for (std::size_t i = 0; i < chapters_.size(); ++i) by_item_.emplace(chapters_[i].item, i);
  for (const Chapter& chapter : chapters_) {
    numbers_.emplace(chapter.anchor, chapter.number);
    number_headings(chapter);
  }
}

void WholeText::number_headings(const Chapter& chapter) {
  const Item& item = site_.model().items[chapter.item];
  if (item.body == no_text || chapter.number.empty()) return;
  const Text& text = site_.model().texts[item.body];
  const bool written = !text.heading_numbers.empty();
  auto own = text.heading_numbers.begin();
  std::size_t section = 0, subsection = 0;
  for (const HeadingId& heading : text.heading_ids) {
    const int level = text.document.nodes[heading.node].level;
    std::string number;
    while (own != text.heading_numbers.end() && own->node < heading.node) ++own;
    if (own != text.heading_numbers.end() && own->node == heading.node) {
      number = own->number;
    } else if (!written && level == section_level) {
      subsection = 0;
      number = chapter.number + "." + std::to_string(++section);
    } else if (!written && level == subsection_level && section > 0) {
      number = chapter.number + "." + std::to_string(section) + "." + std::to_string(++subsection);
    }
    numbers_.emplace(place(chapter, heading.id), std::move(number));
  }
}

const WholeText::Chapter* WholeText::chapter(ItemId item) const {
  const auto found = by_item_.find(item);
  return found == by_item_.end() ? nullptr : &chapters_[found->second];
}

std::string WholeText::place(const Chapter& chapter, std::string_view anchor) {
  return anchor.empty() ? chapter.anchor : chapter.anchor + "-" + std::string(anchor);
}

std::string_view WholeText::number(const Chapter& chapter, std::string_view anchor) const {
  const auto found = numbers_.find(place(chapter, anchor));
  return found == numbers_.end() ? std::string_view() : std::string_view(found->second);
}

std::vector<WholeText::Heading> WholeText::headings(const Chapter& chapter) const {
  std::vector<Heading> headings;
  const Item& item = site_.model().items[chapter.item];
  if (item.body == no_text) return headings;
  const Text& text = site_.model().texts[item.body];
  for (const HeadingId& heading : text.heading_ids) {
    if (heading.node < text.first_block || text.document.nodes[heading.node].level != section_level) continue;
    headings.push_back({place(chapter, heading.id), std::string(number(chapter, heading.id)),
                        plain_text(text.document, heading.node)});
  }
  return headings;
}

}  // namespace framewright
