#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "port/folder.h"
#include "port/input_file.h"
#include "port/output_file.h"

namespace framewright {

// A file of the new site that comes in pieces and is never held whole. While its bytes are those of the published file
// nothing is written; from the first that differs on, a new file is. So an unchanged file costs no space.
class StreamedFile {
public:
  // `published` is null when there is no published site. The folders outlive this.
  StreamedFile(const Folder& folder, const Folder* published, std::string path);
  void write(std::string_view bytes);
  // Puts the file in its place: a hard link to the published one if it is the same and there can be one. Tells how it
  // stands to the published one. std::logic_error, here or from write(), when the path was given before.
  FileMatch finish();
  std::uint64_t size() const { return size_; }

private:
  bool goes_on_as_published(std::string_view bytes) const;
  void begin();

  const Folder& folder_;
  const Folder* published_;
  std::string path_;
  std::optional<InputFile> old_;
  std::optional<OutputFile> file_;
  std::uint64_t size_ = 0;
};

}  // namespace framewright
