#pragma once

#include <string>

namespace framewright {

// A file of the site as it is at the moment.
struct PreviewFile {
  bool found = false;
  bool sound = true;  // false: it could not be made, or only in part, for what `notice` says
  std::string bytes;
  std::string notice;  // plain text for the author, shown with the page; may be empty
};

// A site that is looked at while it is written. From any thread; what it gives changes as the site does.
class Preview {
public:
  virtual ~Preview() = default;
  // By its path in the output: "standards/S3/index.html".
  virtual PreviewFile file(const std::string& path) const = 0;
  // What is wrong with the site as a whole, so that it is shown as it was before; empty otherwise.
  virtual std::string trouble() const = 0;
};

}  // namespace framewright
