#include <string>
#include <string_view>

#include "base/text.h"
#include "check/inspection.h"
#include "check/wording.h"

namespace framewright {

namespace {

constexpr std::size_t most_shown = 40;

// The tag that begins a piece of HTML, cut off where it is long.
std::string shown(std::string_view html) {
  const std::string_view tag = trim(html).substr(0, trim(html).find('>') + 1);
  const std::string_view line = tag.substr(0, tag.find('\n'));
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

// One finding for a tag and the one that closes it.
void check_text(const Text& text, Diagnostics& diagnostics) {
  std::size_t open = 0;
  for (const Node& node : text.document.nodes) {
    if (node.kind != NodeKind::html_block && node.kind != NodeKind::html_inline) continue;
    const std::string_view html = trim(text.document.text(node));
    if (html.starts_with("</") && open > 0) {
      --open;
      continue;
    }
    if (!html.starts_with("<!--") && html.find("</") == std::string_view::npos && !html.ends_with("/>")) ++open;
    report(text, node, diagnostics);
  }
}

}  // namespace

void check_raw_html(const Inspection& site, Diagnostics& diagnostics) {
  if (site.config.markdown.raw_html) return;
  for (const Text& text : site.model.texts) check_text(text, diagnostics);
}

}  // namespace framewright
