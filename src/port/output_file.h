#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "port/descriptor.h"

namespace framewright {

// A new file that is written piece by piece; Folder::start() makes it. Every member throws EnvironmentError.
class OutputFile {
public:
  void write(std::string_view bytes);
  // Ends it; a full disk may be told of only now.
  void close();

private:
  friend class Folder;
  OutputFile(Descriptor file, std::string path) : file_(std::move(file)), path_(std::move(path)) {}

  Descriptor file_;
  std::string path_;  // for messages
};

}  // namespace framewright
