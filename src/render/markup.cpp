#include "render/markup.h"

#include <algorithm>
#include <charconv>

#include "render/markup_writer.h"

namespace framewright {

namespace {

bool is_termless(NodeKind kind) {
  return kind == NodeKind::heading || kind == NodeKind::block_quote || kind == NodeKind::link ||
         kind == NodeKind::reference;
}

}  // namespace

std::size_t number_of(std::string_view digits) {
  std::size_t number = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return number;
}

LinkMarkup MarkupLinks::link(const Document& document, std::size_t node) {
  const std::string_view url = document.text(document.nodes[node]);
  return {is_safe_url(url) ? url : std::string_view(), {}, {}};
}

ReferenceMarkup MarkupLinks::reference(const Document&, std::size_t) { return {}; }

ImageMarkup MarkupLinks::image(const Document& document, std::size_t node) {
  const std::string_view url = document.text(document.nodes[node]);
  return {is_safe_url(url) ? url : std::string_view(), 0, 0};
}

HeadingMarkup MarkupLinks::heading(const Document& document, std::size_t node) {
  return {document.extra(document.nodes[node]), {}};
}

ParagraphMarkup MarkupLinks::paragraph(const Document&, std::size_t) { return {}; }

void MarkupLinks::directive(const Document&, std::size_t, std::string&) {}

void MarkupLinks::terms(const Document&, std::size_t, std::vector<TermMarkup>&) {}

MarkupWriter::MarkupWriter(std::string& out, const Document& document, MarkupLinks& links, const MarkupOptions& options,
                           bool with_footnotes)
    : out_(out),
      document_(document),
      links_(links),
      options_(options),
      with_footnotes_(with_footnotes),
      start_(out.size()) {
  for (const Node& node : document.nodes) {
    if (node.kind != NodeKind::footnote_reference) continue;
    const std::size_t number = number_of(document.extra(node));
    if (number > document.nodes.size()) continue;
    if (mentions_.size() <= number) mentions_.resize(number + 1);
    ++mentions_[number];
  }
  mentioned_.resize(mentions_.size());
}

void MarkupWriter::write(std::size_t first, std::size_t last) {
  std::size_t at = first;
  while (at < last || !stack_.empty()) {
    while (!stack_.empty() && (at >= last || document_.nodes[stack_.back().node].end <= at)) {
      const Open done = stack_.back();
      stack_.pop_back();
      const Node& node = document_.nodes[done.node];
      if (is_termless(node.kind)) --termless_;
      if (is_block(node.kind))
        close_block(done, node);
      else
        out_ += done.closing;
      if (done.closing == "</a>") close_anchor();
    }
    if (at >= last) continue;
    const Node& node = document_.nodes[at];
    at = is_block(node.kind) ? open_block(at, node) : open_inline(at, node);
  }
  if (!in_footnotes_) return;
  new_line();
  out_ += "</ol>\n</section>\n";
}

void MarkupWriter::open(std::size_t index, std::string_view tag, std::string_view closing) {
  out_ += tag;
  stack_.push_back({index, closing});
  if (is_termless(document_.nodes[index].kind)) ++termless_;
}

void MarkupWriter::attribute(std::string_view name, std::string_view value) {
  out_.append(" ").append(name).append("=\"");
  append_escaped(out_, value);
  out_ += '"';
}

void MarkupWriter::url_attribute(std::string_view name, std::string_view url) {
  out_.append(" ").append(name).append("=\"");
  const std::size_t from = out_.size();
  append_url_encoded(out_, url);
  if (std::string_view(out_).substr(from).find_first_of("&'") != std::string_view::npos) {
    const std::string encoded = out_.substr(from);
    out_.resize(from);
    append_escaped(out_, encoded);
  }
  out_ += '"';
}

void MarkupWriter::new_line() {
  if (out_.size() > start_ && out_.back() != '\n') out_ += '\n';
}

void write_markup(std::string& out, const Document& document, MarkupLinks& links, const MarkupOptions& options) {
  write_markup(out, document, 0, document.nodes.size(), links, options);
}

void write_markup(std::string& out, const Document& document, std::size_t first, std::size_t last, MarkupLinks& links,
                  const MarkupOptions& options) {
  last = std::min(last, document.nodes.size());
  out.reserve(out.size() + document.size() * 3 / 2);
  MarkupWriter(out, document, links, options, true).write(std::min(first, last), last);
}

void write_inline_markup(std::string& out, const Document& document, MarkupLinks& links, const MarkupOptions& options) {
  for (std::size_t i = 0; i < document.nodes.size(); ++i) {
    const NodeKind kind = document.nodes[i].kind;
    if (kind != NodeKind::paragraph && kind != NodeKind::heading) continue;
    MarkupWriter(out, document, links, options, false).write(i + 1, document.nodes[i].end);
    return;
  }
}

}  // namespace framewright
