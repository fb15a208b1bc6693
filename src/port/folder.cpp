#include "port/folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

#include "port/descriptor.h"
#include "port/files.h"
#include "port/folder_access.h"

namespace framewright {

namespace {

constexpr std::size_t chunk_size = 32768;

PathKind kind_of(mode_t mode) {
  if (S_ISREG(mode)) return PathKind::file;
  if (S_ISDIR(mode)) return PathKind::folder;
  return S_ISLNK(mode) ? PathKind::link : PathKind::other;
}

}  // namespace

Folder Folder::open_or_make(const std::string& path, std::string name) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (error) fail_with_system_words("make the folder", path, error.value());
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) fail_with_system_words("open", path, errno);
  return {descriptor, std::move(name)};
}

std::optional<Folder> Folder::open(const std::string& path, std::string name) const {
  const int descriptor = open_folder_at(descriptor_, path);
  if (descriptor >= 0) return Folder(descriptor, std::move(name));
  if (errno == ENOENT || errno == ENOTDIR || errno == ELOOP) return std::nullopt;
  fail_with_system_words("open", named(path), errno);
}

Folder::Folder(Folder&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), name_(std::move(other.name_)) {}

Folder& Folder::operator=(Folder&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  std::swap(name_, other.name_);
  return *this;
}

Folder::~Folder() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

PathKind Folder::kind(const std::string& path) const {
  struct stat facts = {};
  if (::fstatat(descriptor_, path.c_str(), &facts, AT_SYMLINK_NOFOLLOW) == 0) return kind_of(facts.st_mode);
  if (errno == ENOENT || errno == ENOTDIR) return PathKind::absent;
  fail_with_system_words("read", named(path), errno);
}

std::optional<std::string> Folder::read(const std::string& path, std::size_t limit) const {
  const Descriptor file(open_old(path));
  struct stat facts = {};
  if (file.number() < 0 || ::fstat(file.number(), &facts) != 0 || !S_ISREG(facts.st_mode)) return std::nullopt;
  std::string text(limit, '\0');
  text.resize(read_at(file.number(), text.data(), limit, 0, named(path)));
  return text;
}

bool Folder::make(const std::string& path) const {
  if (::mkdirat(descriptor_, path.c_str(), 0777) == 0) return true;
  if (errno == EEXIST) return false;
  fail_with_system_words("make the folder", named(path), errno);
}

void Folder::make_above(const std::string& path) const {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return;
  const std::string above = path.substr(0, slash);
  if (::mkdirat(descriptor_, above.c_str(), 0777) == 0 || errno == EEXIST) return;
  if (errno != ENOENT) fail_with_system_words("make the folder", named(above), errno);
  make_above(above);
  if (::mkdirat(descriptor_, above.c_str(), 0777) != 0 && errno != EEXIST)
    fail_with_system_words("make the folder", named(above), errno);
}

int Folder::open_new(const std::string& path) const {
  constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
  int descriptor = ::openat(descriptor_, path.c_str(), flags, 0666);
  if (descriptor < 0 && errno == ENOENT) {
    make_above(path);
    descriptor = ::openat(descriptor_, path.c_str(), flags, 0666);
  }
  if (descriptor < 0 && errno != EEXIST) fail_with_system_words("write", named(path), errno);
  return descriptor;
}

int Folder::open_old(const std::string& path) const {
  return ::openat(descriptor_, path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
}

std::optional<OutputFile> Folder::start(const std::string& path) const {
  Descriptor file(open_new(path));
  if (!file.is_open()) return std::nullopt;
  return OutputFile(std::move(file), named(path));
}

bool Folder::create(const std::string& path, std::string_view bytes) const {
  std::optional<OutputFile> file = start(path);
  if (!file) return false;
  file->write(bytes);
  file->close();
  return true;
}

bool Folder::create(const std::string& path, const InputFile& input) const {
  std::optional<OutputFile> file = start(path);
  if (!file) return false;
  std::array<char, chunk_size> chunk;
  std::uint64_t offset = 0;
  while (const std::size_t got = input.read(chunk.data(), chunk.size(), offset)) {
    file->write(std::string_view(chunk.data(), got));
    offset += got;
  }
  file->close();
  return true;
}

std::optional<InputFile> Folder::open_file(const std::string& path) const {
  Descriptor file(open_old(path));
  struct stat facts = {};
  if (!file.is_open() || ::fstat(file.number(), &facts) != 0 || !S_ISREG(facts.st_mode)) return std::nullopt;
  return InputFile(std::move(file), named(path), static_cast<std::uint64_t>(facts.st_size));
}

namespace {

// Of an opened file, or of the error that opening it met. An unreadable file is one that differs.
FileMatch match_size(int descriptor, std::uint64_t size) {
  if (descriptor < 0) return errno == ENOENT || errno == ENOTDIR ? FileMatch::absent : FileMatch::differs;
  struct stat facts = {};
  if (::fstat(descriptor, &facts) != 0 || !S_ISREG(facts.st_mode)) return FileMatch::differs;
  return static_cast<std::uint64_t>(facts.st_size) == size ? FileMatch::same : FileMatch::differs;
}

}  // namespace

FileMatch Folder::compare(const std::string& path, std::string_view bytes) const {
  const Descriptor file(open_old(path));
  const FileMatch match = match_size(file.number(), bytes.size());
  if (match != FileMatch::same) return match;
  std::array<char, chunk_size> chunk;
  std::uint64_t offset = 0;
  while (!bytes.empty()) {
    const std::size_t count = std::min(bytes.size(), chunk.size());
    const std::size_t got = read_at(file.number(), chunk.data(), count, offset, named(path));
    if (got != count || std::memcmp(chunk.data(), bytes.data(), count) != 0) return FileMatch::differs;
    bytes.remove_prefix(count);
    offset += count;
  }
  return FileMatch::same;
}

FileMatch Folder::compare(const std::string& path, const InputFile& input) const {
  const Descriptor file(open_old(path));
  const FileMatch match = match_size(file.number(), input.size());
  if (match != FileMatch::same) return match;
  std::array<char, chunk_size> old_chunk, new_chunk;
  std::uint64_t offset = 0;
  while (const std::size_t count = input.read(new_chunk.data(), new_chunk.size(), offset)) {
    const std::size_t got = read_at(file.number(), old_chunk.data(), count, offset, named(path));
    if (got != count || std::memcmp(old_chunk.data(), new_chunk.data(), count) != 0) return FileMatch::differs;
    offset += count;
  }
  return offset == input.size() ? FileMatch::same : FileMatch::differs;
}

bool Folder::link_from(const Folder& other, const std::string& path) const {
  int result = ::linkat(other.descriptor_, path.c_str(), descriptor_, path.c_str(), 0);
  if (result != 0 && errno == ENOENT) {
    make_above(path);
    result = ::linkat(other.descriptor_, path.c_str(), descriptor_, path.c_str(), 0);
  }
  if (result == 0) return true;
  switch (errno) {
    case ENOSPC:
    case EDQUOT:
    case EIO:
    case EROFS: fail_with_system_words("write", named(path), errno);
    default: return false;
  }
}

void Folder::copy_times(const Folder& other, const std::string& path) const {
  struct stat facts = {};
  if (::fstatat(other.descriptor_, path.c_str(), &facts, AT_SYMLINK_NOFOLLOW) != 0) return;
  const std::array<timespec, 2> times = {facts.st_atim, facts.st_mtim};
  if (::utimensat(descriptor_, path.c_str(), times.data(), AT_SYMLINK_NOFOLLOW) != 0)
    fail_with_system_words("set the time of", named(path), errno);
}

void Folder::copy_permissions(const Folder& other) const {
  struct stat facts = {};
  if (::fstat(other.descriptor_, &facts) != 0) fail_with_system_words("read", other.name_, errno);
  if (::fchown(descriptor_, static_cast<uid_t>(-1), facts.st_gid) != 0 && errno != EPERM && errno != EINVAL)
    fail_with_system_words("set the group of", name_, errno);
  if (::fchmod(descriptor_, (facts.st_mode & 07777) | S_IRWXU) != 0 && errno != EPERM)
    fail_with_system_words("set the permissions of", name_, errno);
}

void Folder::rename(const std::string& from, const std::string& to) const {
  if (::renameat(descriptor_, from.c_str(), descriptor_, to.c_str()) != 0)
    fail_with_system_words("rename " + named(from) + " to", named(to), errno);
}

Exchange Folder::exchange(const std::string& a, const std::string& b) const {
  if (::renameat2(descriptor_, a.c_str(), descriptor_, b.c_str(), RENAME_EXCHANGE) == 0) return Exchange::done;
  if (errno == EINVAL || errno == ENOSYS || errno == EOPNOTSUPP) return Exchange::unsupported;
  if (errno == EBUSY || errno == EXDEV) return Exchange::mount_point;
  fail_with_system_words("put " + named(a) + " in the place of", named(b), errno);
}

std::string real_path(const std::string& path) {
  std::error_code error;
  std::filesystem::path real = std::filesystem::absolute(path.empty() ? "." : path, error);
  if (!error) real = std::filesystem::weakly_canonical(real, error);
  if (error) fail_with_system_words("find", path, error.value());
  if (!real.has_filename()) real = real.parent_path();
  return real.string();
}

}  // namespace framewright
