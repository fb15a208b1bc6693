#include <algorithm>
#include <array>

#include "base/text.h"
#include "render/markup_writer.h"

namespace framewright {

namespace {

constexpr std::array<std::string_view, 6> heading_tags{"<h1", "<h2", "<h3", "<h4", "<h5", "<h6"};
constexpr std::array<std::string_view, 6> heading_ends{"</h1>\n", "</h2>\n", "</h3>\n",
                                                       "</h4>\n", "</h5>\n", "</h6>\n"};

// A number, an amount or a share: £1,234.50, -3, 45%.
bool is_numeric(std::string_view words) {
  for (const std::string_view sign : {"-", "−", "+", "£", "€", "$"})
    if (words.starts_with(sign)) words.remove_prefix(sign.size());
  if (words.ends_with('%')) words.remove_suffix(1);
  return !words.empty() && is_digit(words.front()) &&
         std::all_of(words.begin(), words.end(), [](char c) { return is_digit(c) || c == ',' || c == '.'; });
}

}  // namespace

std::size_t MarkupWriter::open_block(std::size_t index, const Node& node) {
  if (node.kind != NodeKind::document && node.kind != NodeKind::paragraph && node.kind != NodeKind::table_cell)
    new_line();
  switch (node.kind) {
    case NodeKind::document: open(index, "", ""); break;
    case NodeKind::paragraph:
      if (is_image_alone(node, index) && node.extra_size == 0 && document_.nodes[index + 1].extra_size > 0) {
        write_figure(index);
        return node.end;
      }
      open_paragraph(index, node);
      break;
    case NodeKind::heading: open_heading(index, node); break;
    case NodeKind::block_quote: open(index, "<blockquote>\n", "</blockquote>\n"); break;
    case NodeKind::bullet_list:
    case NodeKind::ordered_list: open_list(index, node); break;
    case NodeKind::item: open(index, "<li>", "</li>\n"); break;
    case NodeKind::task_item:
      open(index, "<li class=\"task\"><input type=\"checkbox\" disabled", "</li>\n");
      if (node.level > 0) out_ += " checked";
      attribute("aria-label", node.level > 0 ? options_.words.done : options_.words.not_done);
      out_ += "> ";
      break;
    case NodeKind::code_block: write_code_block(node); return node.end;
    case NodeKind::directive:
      links_.directive(document_, index, out_);
      new_line();
      return node.end;
    case NodeKind::html_block:
      if (options_.raw_html) {
        out_ += text(node);
      } else {
        out_ += "<p>";
        append_escaped(out_, trim(text(node)));
        out_ += "</p>\n";
      }
      return node.end;
    case NodeKind::thematic_break: out_ += "<hr>\n"; return node.end;
    case NodeKind::table: open_table(index); break;
    case NodeKind::table_header:
      open(index, "<thead>\n<tr>\n", "</tr>\n</thead>\n");
      in_header_ = true;
      column_ = 0;
      break;
    case NodeKind::table_row:
      open(index, in_body_ ? "<tr>\n" : "<tbody>\n<tr>\n", "</tr>\n");
      in_body_ = true;
      column_ = 0;
      break;
    case NodeKind::table_cell: open_cell(index, node); break;
    case NodeKind::footnote_definition:
      if (!with_footnotes_) return node.end;
      open_footnote(index, node);
      break;
    default: break;
  }
  return index + 1;
}

void MarkupWriter::close_block(const Open& open, const Node& node) {
  switch (node.kind) {
    case NodeKind::paragraph: {
      const bool in_footnote =
          !stack_.empty() && document_.nodes[stack_.back().node].kind == NodeKind::footnote_definition;
      if (in_footnote && document_.nodes[stack_.back().node].end == node.end)
        write_back_links(document_.nodes[stack_.back().node]);
      break;
    }
    case NodeKind::block_quote:
    case NodeKind::bullet_list:
    case NodeKind::ordered_list: new_line(); break;
    case NodeKind::table_header: in_header_ = false; break;
    case NodeKind::table:
      if (in_body_) out_ += "</tbody>\n";
      in_body_ = false;
      break;
    case NodeKind::footnote_definition:
      if (!out_.ends_with("</a></p>\n")) {
        new_line();
        out_ += "<p>";
        write_back_links(node);
        out_ += "</p>\n";
      }
      break;
    default: break;
  }
  out_ += open.closing;
}

bool MarkupWriter::is_tight() const {
  if (stack_.size() < 2) return false;
  const Node& item = document_.nodes[stack_.back().node];
  return (item.kind == NodeKind::item || item.kind == NodeKind::task_item) &&
         document_.nodes[stack_[stack_.size() - 2].node].level == 1;
}

bool MarkupWriter::is_image_alone(const Node& paragraph, std::size_t index) const {
  return index + 1 < paragraph.end && document_.nodes[index + 1].kind == NodeKind::image &&
         document_.nodes[index + 1].end == paragraph.end;
}

void MarkupWriter::open_paragraph(std::size_t index, const Node& node) {
  const std::string_view language = document_.extra(node);
  if (is_tight()) {
    open(index, language.empty() ? "" : "<span", language.empty() ? "" : "</span>");
    if (language.empty()) return;
    attribute("lang", language);
    out_ += '>';
    return;
  }
  new_line();
  const bool top = stack_.empty() || document_.nodes[stack_.back().node].kind == NodeKind::document;
  ParagraphMarkup numbered;
  if (top && node.level == 0 && !is_image_alone(node, index)) numbered = links_.paragraph(document_, index);
  open(index, "<p", "</p>\n");
  if (!language.empty()) attribute("lang", language);
  if (!numbered.number.empty()) {
    attribute("id", numbered.anchor);
    out_ += " class=\"numbered\"><a class=\"paragraph-number\" href=\"#";
    append_escaped(out_, numbered.anchor);
    out_ += "\">";
    append_escaped(out_, numbered.number);
    out_ += "</a> ";
  } else {
    out_ += '>';
  }
}

void MarkupWriter::open_heading(std::size_t index, const Node& node) {
  const auto level = static_cast<std::size_t>(std::clamp(node.level + options_.heading_shift, 1, 6)) - 1;
  const HeadingMarkup heading = links_.heading(document_, index);
  open(index, heading_tags[level], heading_ends[level]);
  heading_id_ = heading.id;
  if (!heading.id.empty()) attribute("id", heading.id);
  out_ += '>';
  if (heading.number.empty()) return;
  out_ += "<span class=\"number\">";
  append_escaped(out_, heading.number);
  out_ += "</span> ";
}

void MarkupWriter::open_list(std::size_t index, const Node& node) {
  if (node.kind == NodeKind::bullet_list) {
    open(index, "<ul>\n", "</ul>\n");
    return;
  }
  open(index, "<ol", "</ol>\n");
  const std::string_view start = document_.extra(node);
  if (start != "1") attribute("start", start);
  out_ += ">\n";
}

// A wide table scrolls on its own, so it can be reached by the keyboard and has a name. The first under a heading is a
// landmark; landmarks need names that differ.
void MarkupWriter::open_table(std::size_t index) {
  const bool landmark = !heading_id_.empty() && heading_id_ != table_heading_;
  open(index,
       landmark ? "<div class=\"table\" role=\"region\" tabindex=\"0\""
                : "<div class=\"table\" role=\"group\" tabindex=\"0\"",
       "</table>\n</div>\n");
  if (heading_id_.empty())
    attribute("aria-label", options_.words.table);
  else
    attribute("aria-labelledby", heading_id_);
  table_heading_ = heading_id_;
  out_ += "><table>\n";
  in_body_ = false;
  find_numeric_columns(index);
}

bool MarkupWriter::is_number(std::size_t cell) const {
  return document_.nodes[cell].end == cell + 2 && document_.nodes[cell + 1].kind == NodeKind::text &&
         is_numeric(text(document_.nodes[cell + 1]));
}

void MarkupWriter::find_numeric_columns(std::size_t table) {
  const auto& nodes = document_.nodes;
  std::vector<bool> with_words;
  numeric_columns_.clear();
  for (std::size_t row = table + 1; row < nodes[table].end; row = nodes[row].end) {
    if (nodes[row].kind != NodeKind::table_row) continue;
    std::size_t column = 0;
    for (std::size_t cell = row + 1; cell < nodes[row].end; cell = nodes[cell].end, ++column) {
      if (column == with_words.size()) {
        with_words.push_back(false);
        numeric_columns_.push_back(false);
      }
      if (is_number(cell))
        numeric_columns_[column] = true;
      else if (nodes[cell].end > cell + 1)
        with_words[column] = true;
    }
  }
  for (std::size_t i = 0; i < with_words.size(); ++i) numeric_columns_[i] = numeric_columns_[i] && !with_words[i];
}

void MarkupWriter::open_cell(std::size_t index, const Node& node) {
  const bool heads = in_header_ && node.end > index + 1;  // an empty cell, as at the corner of a table, heads nothing
  open(index, heads ? "<th scope=\"col\"" : "<td", heads ? "</th>\n" : "</td>\n");
  const auto alignment = static_cast<CellAlignment>(node.level);
  const bool numeric = column_ < numeric_columns_.size() && numeric_columns_[column_];
  ++column_;
  if (alignment == CellAlignment::right || (alignment == CellAlignment::none && numeric))
    attribute("class", "numeric");
  else if (alignment == CellAlignment::centre)
    attribute("class", "centre");
  out_ += '>';
}

void MarkupWriter::write_code_block(const Node& node) {
  out_ += "<pre tabindex=\"0\"><code";
  const std::string_view info = document_.extra(node);
  const std::string_view language = info.substr(0, std::min(info.find(' '), info.size()));
  if (!language.empty()) {
    out_ += " class=\"language-";
    append_escaped(out_, language);
    out_ += '"';
  }
  out_ += '>';
  append_escaped(out_, text(node));
  out_ += "</code></pre>\n";
}

void MarkupWriter::write_figure(std::size_t paragraph) {
  new_line();
  const Node& image = document_.nodes[paragraph + 1];
  out_ += "<figure>";
  write_image(paragraph + 1, image, false);
  out_ += "<figcaption>";
  append_escaped(out_, document_.extra(image));
  out_ += "</figcaption></figure>\n";
}

void MarkupWriter::open_footnote(std::size_t index, const Node& node) {
  if (!in_footnotes_) {
    out_ += "<section class=\"footnotes\" role=\"doc-endnotes\"";
    attribute("aria-label", options_.words.footnotes);
    out_ += ">\n<ol>\n";
    in_footnotes_ = true;
  }
  open(index, "<li id=\"", "</li>\n");
  append_escaped(out_, options_.id_prefix);
  out_.append("fn-").append(document_.extra(node)).append("\">");
}

void MarkupWriter::write_back_links(const Node& definition) {
  const std::string_view number = document_.extra(definition);
  const std::size_t note = number_of(number);
  const std::size_t count = note < mentions_.size() ? mentions_[note] : 1;
  for (std::size_t i = 1; i <= count; ++i) {
    out_ += " <a role=\"doc-backlink\" href=\"#";
    append_escaped(out_, options_.id_prefix);
    out_.append("fnref-").append(number);
    if (i > 1) out_.append("-").append(std::to_string(i));
    out_ += "\" aria-label=\"";
    append_escaped(out_, options_.words.back);
    out_.append(" ").append(number);
    if (i > 1) out_.append(" (").append(std::to_string(i)).append(")");
    out_ += "\">↩</a>";
  }
}

}  // namespace framewright
