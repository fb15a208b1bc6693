#include "render/page.h"

#include <algorithm>

#include "base/text.h"
#include "render/document_links.h"
#include "render/field_markup.h"
#include "render/page_facts.h"

namespace framewright {

namespace {

// The way up from a page to the root of the site.
std::string way_up(std::string_view address) {
  std::string up;
  for (const char c : address)
    if (c == '/') up += "../";
  return up;
}

}  // namespace

Page::Page(const Site& site, const Route& route, Arena& arena, Diagnostics& diagnostics)
    : site_(site), route_(route), arena_(arena), diagnostics_(diagnostics) {
  // A page that a server shows for any address it lacks cannot know how deep it stands.
  const std::string& base = site.config().base_url;
  const std::size_t host_end = base.find('/', base.find("://") + 3);
  root_ = route.kind != PageKind::not_found || site.options().for_files ? way_up(route.address)
          : base.empty()                                                ? "/"
                                                                        : base.substr(host_end);
  if (route.kind == PageKind::whole) whole_ = std::make_unique<const WholeText>(site, route.item);
  describe_page(*this, table_, root_);
}

std::string Page::href(std::string_view address) const {
  const std::size_t hash = address.find('#');
  std::string path(address.substr(0, hash));
  const std::string_view anchor = hash == std::string_view::npos ? std::string_view() : address.substr(hash);
  if (path == route_.address && !anchor.empty())
    path.clear();
  else {
    const bool folder = path.empty() || path.ends_with('/');
    path = root_ + (site_.is_shared(path) ? "../" : "") + path;
    if (site_.options().for_files && folder) path += "index.html";
    if (path.empty()) path = "./";
    // Before a colon a relative address would be taken for the name of a scheme.
    if (path.substr(0, path.find('/')).find(':') != std::string::npos) path.insert(0, "./");
  }
  std::string url;
  append_url_encoded(url, path);
  append_url_encoded(url, anchor);
  return url;
}

std::string Page::href(ItemId id, std::string_view anchor) const {
  const Item& item = site_.model().items[id];
  if (!anchor.empty()) return href(item.address + "#" + std::string(anchor));
  return href(item.anchor.empty() ? item.address : item.address + "#" + item.anchor);
}

bool Page::link_term(ItemId term) const { return linked_terms_.insert(term).second; }

Html Page::body(ItemId id) const {
  const Item& item = site_.model().items[id];
  return item.body == no_text ? Html() : text(item.body);
}

Html Page::text(TextId id) const {
  if (writing_.size() == deepest_text || std::find(writing_.begin(), writing_.end(), id) != writing_.end()) return {};
  const Text& text = site_.model().texts[id];
  if (++texts_written_ > most_texts_shown) {
    if (texts_written_ == most_texts_shown + 1)
      diagnostics_
          .error("bad-directive", site_.model().items[text.owner].id_where,
                 "the text of \"" + site_.model().name(text.owner) +
                     "\" is shown on a page that shows more than 100,000 texts, one within another")
          .help = "show the summaries of items in place of their texts";
    return {};
  }
  const WholeText::Chapter* chapter = whole_ == nullptr ? nullptr : whole_->chapter(text.owner);
  const bool own = text.owner == route_.item && chapter == nullptr;
  writing_.push_back(id);
  std::string markup;
  DocumentLinks links(*this, text, own);
  const std::string prefix = own                  ? std::string()
                             : chapter != nullptr ? chapter->anchor + "-"
                                                  : site_.model().items[text.owner].id + "-";
  MarkupOptions options;
  options.heading_shift = own ? 0 : 1;
  options.id_prefix = prefix;
  options.raw_html = site_.config().markdown.raw_html;
  write_markup(markup, text.document, text.first_block, text.document.nodes.size(), links, options);
  writing_.pop_back();
  return Html::trusted(std::move(markup));
}

Html Page::inline_text(TextId id) const {
  const Text& text = site_.model().texts[id];
  std::string markup;
  DocumentLinks links(*this, text, false);
  write_inline_markup(markup, text.document, links, {});
  return Html::trusted(std::move(markup));
}

Html Page::title(ItemId id) const {
  const Item& item = site_.model().items[id];
  if (item.title_text != no_text) return inline_text(item.title_text);
  return Html::trusted(escape_html(site_.model().name(id)));
}

std::optional<Html> Page::field(ItemId item, std::string_view name) const {
  if (name == "title") return title(item);
  if (name == "text") return body(item);
  return field_markup(*this, item, name);
}

}  // namespace framewright
