#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace framewright {

// Inner part of port/folder and port/input_file.

// Throws EnvironmentError: "cannot write public/x.html: there is no space left on the disk".
[[noreturn]] void fail_with_system_words(const std::string& doing, const std::string& path, int error);

// Up to `count` bytes from `offset` of an open file; fewer only at its end. Throws EnvironmentError.
std::size_t read_at(int descriptor, char* out, std::size_t count, std::uint64_t offset, const std::string& path);

// Opens a folder to list it; a link is not followed. Negative, with errno set, when it cannot.
int open_folder_at(int at, const std::string& path);

}  // namespace framewright
