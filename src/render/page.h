#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/diagnostic.h"
#include "base/html.h"
#include "render/site.h"
#include "render/whole_text.h"
#include "template/value.h"

namespace framewright {

// One page while it is made: what its template knows as `page`, and what depends on the page that a thing stands on:
// addresses, which terms were linked already, which texts are being written. One thread's own.
class Page final : public Object {
public:
  Page(const Site& site, const Route& route, Arena& arena, Diagnostics& diagnostics);

  Value member(std::string_view name) const override { return table_.member(name); }
  std::vector<std::string_view> names() const override { return table_.names(); }
  Table& table() { return table_; }

  const Site& site() const { return site_; }
  const Route& route() const { return route_; }
  Arena& arena() const { return arena_; }
  Diagnostics& diagnostics() const { return diagnostics_; }

  // Of the page of a whole framework; null for others.
  const WholeText* whole() const { return whole_.get(); }

  // An address of the site ("standards/S3/#c") from this page.
  std::string href(std::string_view address) const;
  std::string href(ItemId item, std::string_view anchor = {}) const;
  // True the first time that it is asked for a term.
  bool link_term(ItemId term) const;

  // A number that no directive of the page was given before, from 1.
  std::size_t next_mark() const { return ++marks_; }

  // The body of an item as markup; empty while that same text is being written further up.
  Html body(ItemId item) const;
  Html text(TextId text) const;
  Html inline_text(TextId text) const;
  // The title of an item as markup.
  Html title(ItemId item) const;
  // Any field, link or nested list of an item as markup, by name; nothing when there is none of that name.
  std::optional<Html> field(ItemId item, std::string_view name) const;

private:
  void describe();
  void describe_item(ItemId item);

  const Site& site_;
  const Route& route_;
  Arena& arena_;
  Diagnostics& diagnostics_;
  std::string root_;
  std::unique_ptr<const WholeText> whole_;
  Table table_;
  mutable std::unordered_set<ItemId> linked_terms_;
  mutable std::vector<TextId> writing_;
  mutable std::size_t texts_written_ = 0;
  mutable std::size_t marks_ = 0;
};

}  // namespace framewright
