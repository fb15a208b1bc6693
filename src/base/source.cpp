#include "base/source.h"

#include <algorithm>

#include "base/text.h"

namespace framewright {

Span Span::part(std::size_t from, std::size_t size) const {
  const std::size_t whole = end - begin, first = std::min(whole, from);
  const std::size_t last = first + std::min(whole - first, size);
  return {file, begin + static_cast<std::uint32_t>(first), begin + static_cast<std::uint32_t>(last)};
}

Span cover(Span first, Span last) {
  return {first.file, std::min(first.begin, last.begin), std::max(first.end, last.end)};
}

FileId SourceFiles::add(std::string path, std::string text) {
  files_.push_back({std::move(path), std::move(text)});
  return static_cast<FileId>(files_.size() - 1);
}

std::string_view SourceFiles::text(Span span) const {
  return std::string_view(files_[span.file].text).substr(span.begin, span.end - span.begin);
}

LineIndex::LineIndex(std::string_view text) : text_(text) {
  starts_.push_back(0);
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
    starts_.push_back(static_cast<std::uint32_t>(at + 1));
}

Position LineIndex::position(std::uint32_t offset) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const auto line = static_cast<std::uint32_t>(after - starts_.begin());
  const std::uint32_t start = starts_[line - 1];
  return {line, static_cast<std::uint32_t>(count_code_points(text_.substr(start, offset - start))) + 1};
}

std::uint32_t LineIndex::offset(std::uint32_t line, std::uint32_t byte_column) const {
  if (line == 0) return 0;
  if (line > starts_.size()) return static_cast<std::uint32_t>(text_.size());
  const auto width = static_cast<std::uint32_t>(this->line(line).size());
  return starts_[line - 1] + std::min(width, byte_column == 0 ? 0 : byte_column - 1);
}

std::string_view LineIndex::line(std::uint32_t line) const {
  if (line == 0 || line > starts_.size()) return {};
  const std::size_t start = starts_[line - 1];
  const std::size_t end = line < starts_.size() ? starts_[line] - 1 : text_.size();
  std::string_view content = text_.substr(start, end - start);
  if (content.ends_with('\r')) content.remove_suffix(1);
  return content;
}

}  // namespace framewright
