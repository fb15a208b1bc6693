#include "port/markdown_lines.h"

#include <algorithm>

namespace framewright {

MarkdownLines::MarkdownLines(std::string_view text) : text_(text) {
  starts_.reserve(text.size() / 32 + 2);
  starts_.push_back(0);
  if (text.find('\r') == std::string_view::npos) {
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
      starts_.push_back(static_cast<std::uint32_t>(at + 1));
    return;
  }
  for (std::size_t at = text.find_first_of("\r\n"); at != std::string_view::npos; at = text.find_first_of("\r\n", at)) {
    at += text.substr(at).starts_with("\r\n") ? 2 : 1;
    starts_.push_back(static_cast<std::uint32_t>(at));
  }
}

std::size_t MarkdownLines::index(int line) const { return static_cast<std::size_t>(std::clamp(line, 1, size())) - 1; }

std::uint32_t MarkdownLines::begin(int line) const { return starts_[index(line)]; }

std::uint32_t MarkdownLines::end(int line) const {
  const std::size_t at = index(line);
  if (at + 1 == starts_.size()) return static_cast<std::uint32_t>(text_.size());
  std::uint32_t end = starts_[at + 1];
  if (text_[end - 1] == '\n') --end;
  if (end > starts_[at] && text_[end - 1] == '\r') --end;
  return end;
}

std::uint32_t MarkdownLines::place(int line, int column) const {
  const auto offset = static_cast<std::uint32_t>(std::max(column, 1) - 1);
  return std::min(begin(line) + offset, end(line));
}

void ContentMap::set_lines(std::string_view content, const MarkdownLines& lines, int line) {
  steps_.clear();
  at_ = 0;
  for (std::size_t from = 0; from < content.size(); ++line) {
    const std::size_t to = std::min(content.find('\n', from), content.size());
    const std::string_view words = content.substr(from, to - from), source = lines.words(line);
    std::size_t at = source.size() - std::min(source.size(), words.size());
    if (source.substr(at) != words) {
      const std::size_t found = source.find(words);
      if (found == std::string_view::npos &&
          add_unescaped(words, source, static_cast<std::uint32_t>(from), lines.begin(line))) {
        from = to + 1;
        continue;
      }
      if (found != std::string_view::npos) at = found;
    }
    steps_.push_back({static_cast<std::uint32_t>(from), lines.begin(line) + static_cast<std::uint32_t>(at)});
    from = to + 1;
  }
  if (steps_.empty()) steps_.push_back({0, lines.begin(line)});
}

// cmark reads `\|` as `|` in the lines before a table too, when they began as one paragraph with it.
bool ContentMap::add_unescaped(std::string_view words, std::string_view source, std::uint32_t content,
                               std::uint32_t line) {
  std::size_t at = source.size();
  for (std::size_t left = words.size(); left > 0; --left, --at) {
    if (at == 0 || source[at - 1] != words[left - 1]) return false;
    if (source[at - 1] == '|' && at > 1 && source[at - 2] == '\\' && (left < 2 || words[left - 2] != '\\')) --at;
  }
  steps_.push_back({content, line + static_cast<std::uint32_t>(at)});
  for (; at + 1 < source.size(); ++at, ++content) {
    if (source[at] != '\\' || source[at + 1] != '|') continue;
    ++at;
    steps_.push_back({content, line + static_cast<std::uint32_t>(at)});
  }
  return true;
}

void ContentMap::set_piece(std::uint32_t begin) {
  steps_.assign(1, {0, begin});
  at_ = 0;
}

void ContentMap::set_cell(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  set_piece(begin);
  std::uint32_t content = 0;
  for (std::uint32_t at = begin; at < end; ++at, ++content) {
    if (text[at] != '\\' || at + 1 >= end || text[at + 1] != '|') continue;
    ++at;
    steps_.push_back({content, at});
  }
}

void ContentMap::seek(std::uint32_t content) {
  if (steps_[at_].content > content) at_ = 0;
  while (at_ + 1 < steps_.size() && steps_[at_ + 1].content <= content) ++at_;
}

std::uint32_t ContentMap::begin(std::uint32_t content) {
  seek(content);
  return steps_[at_].text + (content - steps_[at_].content);
}

std::uint32_t ContentMap::next_break(std::uint32_t content) {
  seek(content);
  return at_ + 1 < steps_.size() ? steps_[at_ + 1].content : 0xffffffff;
}

}  // namespace framewright
