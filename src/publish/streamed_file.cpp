#include "publish/streamed_file.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <stdexcept>

#include "port/files.h"

namespace framewright {

namespace {

constexpr std::size_t chunk_size = 32768;

}  // namespace

StreamedFile::StreamedFile(const Folder& folder, const Folder* published, std::string path)
    : folder_(folder), published_(published), path_(std::move(path)) {
  if (published_ != nullptr) old_ = published_->open_file(path_);
}

bool StreamedFile::goes_on_as_published(std::string_view bytes) const {
  std::array<char, chunk_size> chunk;
  for (std::uint64_t at = size_; !bytes.empty();) {
    const std::size_t count = std::min(bytes.size(), chunk.size());
    if (old_->read(chunk.data(), count, at) != count || std::memcmp(chunk.data(), bytes.data(), count) != 0)
      return false;
    bytes.remove_prefix(count);
    at += count;
  }
  return true;
}

// Writes what was the same so far.
void StreamedFile::begin() {
  file_ = folder_.start(path_);
  if (!file_) throw std::logic_error("published twice: \"" + path_ + "\"");
  std::array<char, chunk_size> chunk;
  for (std::uint64_t at = 0; at < size_;) {
    const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(chunk.size(), size_ - at));
    const std::size_t got = old_->read(chunk.data(), count, at);
    if (got == 0) throw EnvironmentError("cannot read " + path_ + ": another program has cut it off");
    file_->write(std::string_view(chunk.data(), got));
    at += got;
  }
}

void StreamedFile::write(std::string_view bytes) {
  if (!file_ && !(old_ && goes_on_as_published(bytes))) begin();
  if (file_) file_->write(bytes);
  size_ += bytes.size();
}

FileMatch StreamedFile::finish() {
  const bool same = !file_ && old_ && old_->size() == size_;
  if (same && folder_.link_from(*published_, path_)) return FileMatch::same;
  if (!file_) begin();
  file_->close();
  if (same) {
    folder_.copy_times(*published_, path_);
    return FileMatch::same;
  }
  const bool is_new = published_ == nullptr || published_->kind(path_) == PathKind::absent;
  return is_new ? FileMatch::absent : FileMatch::differs;
}

}  // namespace framewright
