#include "render/markup_writer.h"

namespace framewright {

std::size_t MarkupWriter::open_inline(std::size_t index, const Node& node) {
  switch (node.kind) {
    case NodeKind::text: write_text(index, node); break;
    case NodeKind::soft_break: out_ += '\n'; break;
    case NodeKind::line_break: out_ += "<br>\n"; break;
    case NodeKind::code:
      out_ += "<code>";
      append_escaped(out_, text(node));
      out_ += "</code>";
      break;
    case NodeKind::html_inline:
      if (options_.raw_html)
        out_ += text(node);
      else
        append_escaped(out_, text(node));
      break;
    case NodeKind::emphasis: open(index, "<em>", "</em>"); break;
    case NodeKind::strong: open(index, "<strong>", "</strong>"); break;
    case NodeKind::strikethrough: open(index, "<del>", "</del>"); break;
    case NodeKind::link: open_link(index); break;
    case NodeKind::reference: return open_reference(index, node);
    case NodeKind::image: write_image(index, node, true); return node.end;
    case NodeKind::footnote_reference: write_footnote_reference(node); break;
    case NodeKind::language_span:
      open(index, "<span", "</span>");
      attribute("lang", document_.extra(node));
      out_ += '>';
      break;
    default: break;
  }
  return index + 1;
}

void MarkupWriter::open_anchor(std::size_t index, const LinkMarkup& link, std::string_view title) {
  if (link.url.empty() || linked_ > 0) {
    open(index, "", "");
    return;
  }
  open(index, "<a", "</a>");
  ++linked_;
  note_ = link.note;
  if (!link.css_class.empty()) attribute("class", link.css_class);
  url_attribute("href", link.url);
  if (!link.language.empty()) attribute("hreflang", link.language);
  if (!title.empty()) attribute("title", title);
  out_ += '>';
}

void MarkupWriter::close_anchor() {
  --linked_;
  if (note_.empty()) return;
  out_ += " (";
  append_escaped(out_, note_);
  out_ += ')';
}

void MarkupWriter::open_link(std::size_t index) {
  const LinkMarkup link = links_.link(document_, index);
  open_anchor(index, link, document_.extra(document_.nodes[index]));
}

std::size_t MarkupWriter::open_reference(std::size_t index, const Node& node) {
  const ReferenceMarkup reference = links_.reference(document_, index);
  open_anchor(index, {reference.url, reference.css_class, reference.note, reference.language}, reference.title);
  if (node.end > index + 1) return index + 1;
  if (reference.words != nullptr)
    out_ += reference.words->markup();
  else
    append_escaped(out_, text(node));
  return index + 1;
}

void MarkupWriter::write_text(std::size_t index, const Node& node) {
  const std::string_view words = text(node);
  if (termless_ == 0) {
    terms_.clear();
    links_.terms(document_, index, terms_);
  } else if (!terms_.empty()) {
    terms_.clear();
  }
  std::size_t from = 0;
  for (const TermMarkup& term : terms_) {
    if (term.begin < from || term.begin > words.size()) continue;
    append_escaped(out_, words.substr(from, term.begin - from));
    if (!term.url.empty()) {
      out_ += "<a class=\"term\"";
      url_attribute("href", term.url);
      out_ += '>';
    }
    if (!term.expansion.empty()) {
      out_ += "<abbr";
      attribute("title", term.expansion);
      out_ += '>';
    }
    const std::string_view mention = words.substr(term.begin, term.size);
    append_escaped(out_, mention);
    if (!term.expansion.empty()) out_ += "</abbr>";
    if (!term.url.empty()) out_ += "</a>";
    from = term.begin + mention.size();
  }
  append_escaped(out_, words.substr(from));
}

void MarkupWriter::write_image(std::size_t index, const Node& node, bool with_title) {
  const ImageMarkup image = links_.image(document_, index);
  const std::string alternative = plain_text(document_, index);
  if (image.url.empty()) {
    append_escaped(out_, alternative);
    return;
  }
  out_ += "<img";
  url_attribute("src", image.url);
  attribute("alt", alternative);
  if (image.width > 0) attribute("width", std::to_string(image.width));
  if (image.height > 0) attribute("height", std::to_string(image.height));
  if (with_title && node.extra_size > 0) attribute("title", document_.extra(node));
  out_ += '>';
}

void MarkupWriter::write_footnote_reference(const Node& node) {
  if (!with_footnotes_) return;
  const std::string_view number = document_.extra(node);
  const std::size_t note = number_of(number);
  const std::uint32_t mention = note < mentioned_.size() ? ++mentioned_[note] : 1;
  out_ += "<sup><a role=\"doc-noteref\" href=\"#";
  append_escaped(out_, options_.id_prefix);
  out_.append("fn-").append(number).append("\" id=\"");
  append_escaped(out_, options_.id_prefix);
  out_.append("fnref-").append(number);
  if (mention > 1) out_.append("-").append(std::to_string(mention));
  out_ += "\" aria-label=\"";
  append_escaped(out_, options_.words.note);
  out_.append(" ").append(number).append("\">").append(number).append("</a></sup>");
}

}  // namespace framewright
