#include "base/download.h"

#include "base/text.h"

namespace framewright {

std::string file_size(std::uint64_t bytes) {
  if (bytes < 1000) return counted(static_cast<std::size_t>(bytes), "byte", "bytes");
  if (bytes <= 999000) return std::to_string((bytes + 999) / 1000) + " KB";
  const bool giga = bytes > 999900000;
  const std::uint64_t tenth = giga ? 100000000 : 100000;
  const std::uint64_t tenths = (bytes + tenth - 1) / tenth;
  return with_thousands(static_cast<long long>(tenths / 10)) +
         (tenths % 10 == 0 ? "" : "." + std::to_string(tenths % 10)) + (giga ? " GB" : " MB");
}

std::string file_type(std::string_view file) {
  file.remove_prefix(file.rfind('/') + 1);
  const std::size_t dot = file.rfind('.');
  std::string type(dot == std::string_view::npos ? std::string_view() : file.substr(dot + 1));
  for (char& c : type)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return type;
}

}  // namespace framewright
