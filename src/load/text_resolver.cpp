#include "load/text_resolver.h"

#include <algorithm>

#include "base/html.h"
#include "base/text.h"
#include "model/made_page.h"

namespace framewright {

namespace {

constexpr std::string_view content_folder = "content/";
constexpr std::size_t most_anchors_compared = 400;
constexpr std::string_view paragraph_sign = "¶";

Target target_of(Target::Kind kind, std::string text = {}, ItemId item = no_item) {
  Target target;
  target.kind = kind;
  target.item = item;
  target.text = std::move(text);
  return target;
}

// A path with what would end it in an address made safe.
std::string as_address(std::string_view path) {
  std::string address;
  for (const char c : path) {
    if (c == '%')
      address += "%25";
    else if (c == '#')
      address += "%23";
    else if (c == '?')
      address += "%3F";
    else
      address += c;
  }
  return address;
}

bool has_scheme(std::string_view url) {
  const std::size_t colon = url.find(':');
  if (colon == std::string_view::npos || colon == 0) return false;
  return std::all_of(url.begin(), url.begin() + static_cast<std::ptrdiff_t>(colon),
                     [](char c) { return is_ascii_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.'; });
}

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

// The name of a page's file, without folders; empty for an index, which every folder may have.
std::string_view file_name_of(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return name == "index" ? std::string_view() : name;
}

// The address of a page with the .md that it lacks.
std::string with_ending(std::string_view url) {
  const std::size_t rest = std::min(url.find_first_of("?#"), url.size());
  std::string_view path = url.substr(0, rest);
  while (path.ends_with('/')) path.remove_suffix(1);
  return std::string(path) + ".md" + std::string(url.substr(rest));
}

}  // namespace

std::vector<std::pair<std::string, std::string>> generated_pages(const Model& model) {
  std::vector<std::pair<std::string, std::string>> pages{{"coverage", "coverage/"}};
  for (const MadePage& made : made_pages()) {
    const std::optional<TypeId> needed = model.schema->find(made.needs);
    if (made.needs.empty() || (needed && !model.of_type(*needed).empty())) pages.emplace_back(made.name, made.address);
  }
  for (std::size_t i = 0; i < model.schema->types.size(); ++i) {
    const TypeDef& type = model.schema->types[i];
    if (type.folder.empty() || model.of_type(static_cast<TypeId>(i)).empty()) continue;
    const std::string address = type.folder + "/";
    pages.emplace_back(type.folder, address);
    for (const std::string& name : {type.name, type.plural})
      if (name != type.folder) pages.emplace_back(name, address);
  }
  return pages;
}

std::vector<std::string_view> anchors_of(const Model& model, ItemId page) {
  std::vector<std::string_view> anchors;
  const Item& item = model.items[page];
  if (item.body != no_text) {
    for (const auto& [node, id] : model.texts[item.body].heading_ids)
      if (node >= model.texts[item.body].first_block) anchors.push_back(id);
    for (const TextParagraph& paragraph : model.texts[item.body].paragraphs) anchors.push_back(paragraph.anchor);
  }
  for (const ItemId nested : model.nested_in(page)) anchors.push_back(model.items[nested].anchor);
  return anchors;
}

TextResolver::TextResolver(const Model& model, const NameIndex& names)
    : model_(model), names_(names), generated_(generated_pages(model)) {
  for (const AssetFile& asset : model.assets) files_.insert(asset.address);
  files_.insert(model.statics.begin(), model.statics.end());
  for (std::size_t i = 0; i < model.items.size(); ++i) {
    const auto page = static_cast<ItemId>(i);
    const std::vector<std::string_view> anchors = anchors_of(model, page);
    if (!anchors.empty()) anchors_[page].insert(anchors.begin(), anchors.end());
  }
  for (const NumberedParagraph& paragraph : model.paragraphs) {
    const std::string number = std::to_string(paragraph.number);
    paragraphs_[paragraph.page].emplace(number, &paragraph);
    const ItemId framework = model.items[paragraph.page].framework;
    if (framework != no_item) paragraphs_[framework].emplace(number, &paragraph);
  }
}

void TextResolver::resolve(Text& text, Diagnostics& diagnostics) const {
  const Document& document = text.document;
  for (std::size_t i = 0; i < document.nodes.size(); ++i) {
    const NodeKind kind = document.nodes[i].kind;
    Target target;
    if (kind == NodeKind::reference)
      target = resolve_reference(text, i, diagnostics);
    else if (kind == NodeKind::link || kind == NodeKind::image)
      target = resolve_link(text, i, diagnostics);
    else
      continue;
    target.node = static_cast<std::uint32_t>(i);
    text.targets.push_back(std::move(target));
  }
}

ItemId TextResolver::page_of(const Text& text) const {
  ItemId page = text.owner;
  while (model_.items[page].parent != no_item) page = model_.items[page].parent;
  return page;
}

Target TextResolver::resolve_reference(const Text& text, std::size_t node, Diagnostics& diagnostics) const {
  const Span where = text.document.span(text.document.nodes[node]);
  const std::string_view written = text.document.text(text.document.nodes[node]);
  if (written.starts_with(paragraph_sign))
    return resolve_paragraph(text, trim(written.substr(paragraph_sign.size())), where, diagnostics);
  const ItemId item = names_.find(written, where, diagnostics);
  return item == no_item ? target_of(Target::Kind::unresolved) : target_of(Target::Kind::item, {}, item);
}

Target TextResolver::resolve_paragraph(const Text& text, std::string_view number, Span where,
                                       Diagnostics& diagnostics) const {
  const ItemId page = page_of(text);
  for (const ItemId place : {page, model_.items[page].framework}) {
    const auto numbered = paragraphs_.find(place);
    if (numbered == paragraphs_.end()) continue;
    const auto found = numbered->second.find(std::string(number));
    if (found != numbered->second.end())
      return target_of(Target::Kind::item, found->second->anchor, found->second->page);
  }
  diagnostics.error("unresolved-reference", where, "there is no paragraph numbered " + std::string(number)).help =
      "paragraphs are numbered where the page, or the framework that it is in, says paragraphs = \"numbered\"";
  return target_of(Target::Kind::unresolved);
}

Target TextResolver::resolve_link(const Text& text, std::size_t node, Diagnostics& diagnostics) const {
  const Node& link = text.document.nodes[node];
  const Span where = text.document.span(link);
  const std::string_view url = trim(text.document.text(link));
  const bool image = link.kind == NodeKind::image;
  if (url.starts_with("id:")) {
    const ItemId item = names_.find(percent_decoded(url.substr(3)), where, diagnostics);
    return item == no_item ? target_of(Target::Kind::unresolved) : target_of(Target::Kind::item, {}, item);
  }
  if (url.starts_with("page:")) return resolve_generated(url.substr(5), where, diagnostics);
  if (!is_safe_url(url)) {
    diagnostics.error("unsafe-url", where, "this address may not be used: " + std::string(url.substr(0, 60))).help =
        "an address begins with https://, http://, mailto: or tel:, or is that of a page of this site";
    return target_of(Target::Kind::unresolved);
  }
  if (has_scheme(url) || url.starts_with("//")) return target_of(Target::Kind::external, std::string(url));
  return resolve_path(text, url, where, image, diagnostics);
}

// Where a file stands among the pages, those of a translation where their originals do.
std::string_view TextResolver::folder_in_site(FileId file) const {
  std::string_view folder = folder_of(model_.files[file].path);
  if (!std::string(folder).append("/").starts_with(content_folder)) return {};
  folder.remove_prefix(std::min(content_folder.size(), folder.size()));
  const std::string& code = model_.translation;
  if (code.empty() || !folder.starts_with(code)) return folder;
  const std::string_view below = folder.substr(code.size());
  return below.empty() || below.front() == '/' ? below.substr(std::min<std::size_t>(1, below.size())) : folder;
}

std::optional<std::string> TextResolver::path_from(FileId file, std::string_view relative) const {
  const std::string_view base = folder_in_site(file);
  std::vector<std::string_view> segments;
  if (!relative.starts_with('/'))
    for (std::string_view rest = base; !rest.empty();) segments.push_back(next_field(rest, '/'));
  for (std::string_view rest = relative; !rest.empty();) {
    const std::string_view segment = next_field(rest, '/');
    if (segment.empty() || segment == ".") continue;
    if (segment == "..") {
      if (segments.empty()) return std::nullopt;
      segments.pop_back();
    } else {
      segments.push_back(segment);
    }
  }
  std::string path;
  for (const std::string_view segment : segments) path.append(path.empty() ? "" : "/").append(segment);
  return path;
}

Target TextResolver::resolve_path(const Text& text, std::string_view url, Span where, bool image,
                                  Diagnostics& diagnostics) const {
  const std::size_t hash = url.find('#');
  std::string anchor = hash == std::string_view::npos ? "" : percent_decoded(url.substr(hash + 1));
  const std::string_view before = url.substr(0, std::min(hash, url.find('?')));
  const ItemId page = page_of(text);
  if (before.empty()) {
    if (url.empty()) {
      diagnostics.error("broken-link", where, "this link leads nowhere").help = "put an address between the brackets";
      return target_of(Target::Kind::unresolved);
    }
    return target_of(Target::Kind::here, checked_anchor(page, std::move(anchor), where, diagnostics));
  }
  const std::optional<std::string> path = path_from(text.document.file, percent_decoded(before));
  if (path && files_.contains(*path)) return target_of(Target::Kind::asset, as_address(*path));
  if (path && !image) {
    std::string stem = *path;
    if (stem.ends_with(".md")) {
      stem.resize(stem.size() - 3);
      if (const ItemId found = model_.find_page(stem); found != no_item)
        return target_of(Target::Kind::item, checked_anchor(found, std::move(anchor), where, diagnostics), found);
    }
  }
  if (image)
    report_missing_picture(url, path.value_or(std::string()), where, diagnostics);
  else
    report_missing_file(url, path.value_or(std::string()), where, diagnostics);
  return target_of(Target::Kind::unresolved);
}

std::string TextResolver::checked_anchor(ItemId page, std::string anchor, Span where, Diagnostics& diagnostics) const {
  if (anchor.empty() || model_.items[page].incomplete) return anchor;
  const auto known = anchors_.find(page);
  if (known != anchors_.end() && known->second.contains(anchor)) return anchor;
  const Item& item = model_.items[page];
  if (item.body != no_text && model_.texts[item.body].first_block > 1 &&
      model_.texts[item.body].heading_ids.front().id == anchor)
    return {};
  Diagnostic& d = diagnostics.error("broken-anchor", where,
                                    "there is no heading #" + anchor + " on the page \"" + model_.name(page) + "\"");
  std::vector<std::string_view> anchors = anchors_of(model_, page);
  anchors.resize(std::min(anchors.size(), most_anchors_compared));
  if (const auto near = nearest(anchor, anchors)) d.label = "did you mean #" + std::string(*near) + "?";
  d.help = "the anchor of a heading is its words in lower case with hyphens, or its own {#id}";
  return anchor;
}

// How a path below content/ is written in a file: by its name in the same folder, else from the top.
std::string TextResolver::written_from(FileId file, std::string_view path) const {
  if (folder_of(path) == folder_in_site(file)) return std::string(path.substr(path.rfind('/') + 1));
  return "/" + std::string(path);
}

void TextResolver::report_missing_picture(std::string_view url, const std::string& path, Span where,
                                          Diagnostics& diagnostics) const {
  Diagnostic& d = diagnostics.warning("missing-figure", where, "there is no picture " + std::string(url));
  std::vector<std::string_view> assets;
  if (model_.assets.size() < 20000)
    for (const AssetFile& asset : model_.assets) assets.push_back(asset.address);
  if (const auto near = nearest(path, assets)) d.label = "did you mean " + written_from(where.file, *near) + "?";
  d.help = "put the file beside the page, or in static/ and begin the address with /";
}

void TextResolver::report_missing_file(std::string_view url, const std::string& path, Span where,
                                       Diagnostics& diagnostics) const {
  Diagnostic& d = diagnostics.error("broken-link", where, "there is no page or file " + std::string(url));
  std::call_once(near_pages_made_, [&] {
    std::vector<std::string_view> paths;
    for (const Item& item : model_.items)
      if (!item.path.empty()) {
        paths.push_back(item.path);
        pages_by_file_name_.try_emplace(file_name_of(item.path), item.path);
      }
    near_pages_ = NearNames(std::move(paths));
  });
  std::string wanted = path;
  if (wanted.ends_with(".md")) wanted.resize(wanted.size() - 3);
  const std::string_view folder = file_name_of(wanted).empty() ? folder_of(wanted) : std::string_view(wanted);
  const auto made = std::find_if(generated_.begin(), generated_.end(), [&](const auto& page) {
    return page.second.size() == folder.size() + 1 && page.second.starts_with(folder);
  });
  const auto suggest = [&](std::string_view page) {
    d.label = "did you mean " + written_from(where.file, std::string(page) + ".md") + "?";
  };
  if (model_.find_page(wanted) != no_item && wanted == path)
    d.label = "did you mean " + with_ending(url) + "?";
  else if (made != generated_.end())
    d.label = "did you mean page:" + made->first + "?";
  else if (const auto near = near_pages_.nearest_to(wanted))
    suggest(*near);
  else if (const auto same = pages_by_file_name_.find(file_name_of(wanted));
           same != pages_by_file_name_.end() && !same->first.empty())
    suggest(same->second);
  d.help = "an address goes from the folder of this file, and a page is named with its .md";
}

Target TextResolver::resolve_generated(std::string_view name, Span where, Diagnostics& diagnostics) const {
  std::vector<std::string_view> names;
  for (const auto& [known, address] : generated_) {
    if (known == name) return target_of(Target::Kind::generated, address);
    names.push_back(known);
  }
  Diagnostic& d = diagnostics.error("broken-link", where, "no page is made by the name \"" + std::string(name) + "\"");
  if (const auto near = nearest(name, names)) d.label = "did you mean page:" + std::string(*near) + "?";
  return target_of(Target::Kind::unresolved);
}

}  // namespace framewright
