#include <algorithm>
#include <string>

#include "base/text.h"
#include "port/markdown_converter.h"

namespace framewright {

namespace {

// As the author typed it, escapes and entities read, white space folded.
std::string read_target(std::string_view raw) {
  std::string target;
  for (std::size_t at = 0; at < raw.size(); ++at) {
    const char c = raw[at];
    if (is_space(c)) {
      if (!target.empty() && target.back() != ' ') target += ' ';
    } else if (c == '\\' && at + 1 < raw.size() && !is_space(raw[at + 1]) && !is_ascii_letter(raw[at + 1])) {
      target += raw[++at];
    } else if (const std::size_t entity = decode_entity(raw.substr(at), target); entity > 0) {
      at += entity - 1;
    } else {
      target += c;
    }
  }
  if (target.ends_with(' ')) target.pop_back();
  return target;
}

}  // namespace

// The cursor stands at the bracket, and so does the literal. Returns how much of the literal was read.
std::size_t MarkdownConverter::read_bracket(const Bracket& bracket, std::string_view literal) {
  const bool shielded = bracket.kind == BracketKind::reference_open || bracket.kind == BracketKind::reference_close;
  bracket_floor_ = bracket.at + (shielded ? 2 : 1);
  const std::size_t depth = open_.size();
  Pending* innermost = !pending_.empty() && pending_.back().depth == depth ? &pending_.back() : nullptr;
  if (!literal.starts_with(std::string_view(text_).substr(bracket.at, bracket.size))) return 0;
  const std::uint32_t begin = map_.begin(cursor_), stop = begin + bracket.size;
  const bool in_reference = innermost != nullptr && innermost->is_reference;
  switch (bracket.kind) {
    case BracketKind::reference_open:
      pending_.push_back({add(NodeKind::reference, begin, stop), depth, cursor_ + 2});
      cursor_ += 2;
      return 2;
    case BracketKind::language_open:
      pending_.push_back({add(NodeKind::language_span, begin, stop), depth, cursor_ + 1});
      pending_.back().is_reference = false;
      ++cursor_;
      return 1;
    case BracketKind::reference_words:
      if (!in_reference || innermost->words != 0) return 0;
      innermost->target_end = cursor_++;
      innermost->words = static_cast<std::uint32_t>(out_.nodes.size());
      last_text_ = 0;
      return 1;
    case BracketKind::reference_close:
      if (!in_reference) return 0;
      close_reference();
      if (literal.substr(2).starts_with("‘") && peek() == '\'') {
        add_piece("’", 1);  // an apostrophe behind a bracket does not open a quotation
        return 2 + std::string_view("‘").size();
      }
      return 2;
    case BracketKind::language_close:
      if (innermost == nullptr || innermost->is_reference) return 0;
      close_language(bracket);
      return bracket.size;
    case BracketKind::reference_alone: report_unclosed(origin_.at(begin), stop_at(stop)); return 0;
  }
  return 0;
}

void MarkdownConverter::close_reference() {
  const Pending done = pending_.back();
  pending_.pop_back();
  last_text_ = 0;
  const std::uint32_t target_end = done.words != 0 ? done.target_end : cursor_;
  cursor_ += 2;
  remove_nodes(done.node + 1, done.words != 0 ? done.words : static_cast<std::uint32_t>(out_.nodes.size()));
  Node& reference = out_.nodes[done.node];
  set_text(reference, read_target(content_.substr(done.target, target_end - done.target)));
  reference.end = static_cast<std::uint32_t>(out_.nodes.size());
  reference.stop = std::max(place_before(), reference.begin);
}

void MarkdownConverter::close_language(const Bracket& bracket) {
  Node& words = out_.nodes[pending_.back().node];
  last_text_ = 0;
  pending_.pop_back();
  cursor_ += bracket.size;
  constexpr std::size_t head = 7;  // ]{lang=
  set_extra(words, text_.substr(bracket.at + head, bracket.size - head - 1));
  words.end = static_cast<std::uint32_t>(out_.nodes.size());
  words.stop = std::max(place_before(), words.begin);
}

void MarkdownConverter::remove_nodes(std::uint32_t from, std::uint32_t to) {
  if (from == to) return;
  const std::uint32_t shift = to - from;
  out_.nodes.erase(out_.nodes.begin() + from, out_.nodes.begin() + to);
  for (std::size_t i = from; i < out_.nodes.size(); ++i) out_.nodes[i].end -= shift;
}

// Brackets whose end did not come among their siblings are words like any other.
void MarkdownConverter::give_up_pending(std::size_t depth) {
  while (!pending_.empty() && pending_.back().depth >= depth) {
    const Pending lost = pending_.back();
    pending_.pop_back();
    Node& node = out_.nodes[lost.node];
    node.kind = NodeKind::text;
    set_text(node, lost.is_reference ? "[[" : "[");
    if (lost.is_reference) report_unclosed(node.begin, node.stop);
  }
}

void MarkdownConverter::report_unclosed(std::uint32_t begin, std::uint32_t stop) {
  const bool in_table = std::any_of(open_.begin(), open_.end(), [this](const Open& open) {
    return out_.nodes[open.node].kind == NodeKind::table_cell;
  });
  diagnostics_.error("unresolved-reference", {out_.file, begin, stop}, "this reference is never closed").help =
      in_table ? "end it with ]]; in a table, write [words](id:S3) rather than [[S3|words]]" : "end it with ]]";
}

}  // namespace framewright
