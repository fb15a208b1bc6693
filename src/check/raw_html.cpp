#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "check/inspection.h"
#include "check/wording.h"

namespace framewright {

namespace {

constexpr std::size_t most_shown = 40;

// The tag that begins a piece of HTML, cut off where it is long.
std::string shown(std::string_view html) {
  const std::size_t close = html.find('>');
  const std::string_view tag = close == std::string_view::npos ? html : html.substr(0, close + 1);
  const std::string_view line = trim(tag.substr(0, tag.find('\n')));
  if (count_code_points(line) <= most_shown) return std::string(line);
  std::size_t end = most_shown;
  while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
  return std::string(line.substr(0, end)) + "…";
}

void report(const Text& text, const Node& node, Diagnostics& diagnostics) {
  const std::string_view html = trim(text.document.text(node));
  const bool comment = html.starts_with("<!--");
  const std::string message = comment ? "a comment in HTML would be shown to readers"
                                      : shown(html) + " is HTML, which would be shown as it stands";
  diagnostics.error("unsafe-html", text.document.span(node), message).help =
      comment ? "take it out of the text; front matter may have comments, after a #"
              : "write it in Markdown, or put a \\ before the <; a site may allow HTML with raw_html = true in "
                "[markdown] of "
                "site.toml";
}

bool is_name_character(char c) { return is_ascii_letter(c) || is_digit(c) || c == '-' || c == ':'; }

struct Tag {
  std::string name;  // in small letters
  bool closes = false;
  bool alone = false;  // <br/>
};

// The tags of a piece of HTML; none of a comment.
std::vector<Tag> tags_of(std::string_view html) {
  std::vector<Tag> tags;
  if (trim(html).starts_with("<!--")) return tags;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at)) {
    Tag tag;
    tag.closes = html.substr(at + 1).starts_with('/');
    at += tag.closes ? 2 : 1;
    std::size_t end = at;
    while (end < html.size() && is_name_character(html[end])) ++end;
    if (end == at || !is_ascii_letter(html[at])) continue;
    tag.name = ascii_lower(html.substr(at, end - at));
    const std::size_t close = html.find_first_of("<>", end);
    tag.alone = close != std::string_view::npos && html[close] == '>' && html[close - 1] == '/';
    tags.push_back(std::move(tag));
  }
  return tags;
}

// Elements that are never closed.
bool is_void(std::string_view name) {
  static constexpr std::array<std::string_view, 8> names{"br", "hr", "img", "input", "link", "meta", "source", "wbr"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

// One finding for a tag and the one that closes it.
void check_text(const Text& text, Diagnostics& diagnostics) {
  std::map<std::string, std::size_t, std::less<>> open;
  for (const Node& node : text.document.nodes) {
    if (node.kind != NodeKind::html_block && node.kind != NodeKind::html_inline) continue;
    const std::vector<Tag> tags = tags_of(text.document.text(node));
    bool all_close = !tags.empty();
    for (const Tag& tag : tags) {
      std::size_t& count = open[tag.name];
      all_close = all_close && tag.closes && count > 0;
      if (tag.closes)
        count -= std::min<std::size_t>(count, 1);
      else if (!tag.alone && !is_void(tag.name))
        ++count;
    }
    if (!all_close) report(text, node, diagnostics);
  }
}

}  // namespace

void check_raw_html(const Inspection& site, Diagnostics& diagnostics) {
  if (site.config.markdown.raw_html) return;
  for (const Text& text : site.model.texts) check_text(text, diagnostics);
}

}  // namespace framewright
