#pragma once

#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "port/files.h"

namespace framewright {

// One thing that was asked of the files of a site, and what tells whether the answer would be the same.
struct FileAnswer {
  enum class Question : char { list = 'l', content = 'c', exists = 'e', is_folder = 'f', size = 's' } question;
  std::string path;
  std::string answer;  // of content, its mark; empty when it could change and keep that
};

// What tells one listing of a folder from another.
std::string listing_mark(const std::vector<std::string>& files, const std::vector<FileProblem>& problems);

// Passes on what another store says, and keeps what was asked of it.
class RecordedFileStore : public FileStore {
public:
  // `store` outlives this.
  explicit RecordedFileStore(const FileStore& store) : store_(store) {}

  std::vector<std::string> list(std::string_view folder, std::vector<FileProblem>& problems) const override;
  FileRead read(std::string_view path) const override;
  bool exists(std::string_view path) const override;
  bool is_folder(std::string_view path) const override;
  std::uint64_t size(std::string_view path) const override;
  FileMark mark(std::string_view path) const override { return store_.mark(path); }

  // Keeps that the content of a file was used, which is read by other ways.
  void used(std::string_view path) const;
  std::vector<FileAnswer> answers() const;

private:
  void keep(FileAnswer::Question question, std::string_view path, std::string answer) const;

  const FileStore& store_;
  mutable std::mutex mutex_;
  mutable std::vector<FileAnswer> answers_;
};

// Whether each question would be answered as it was.
bool would_answer_the_same(const FileStore& store, const std::vector<FileAnswer>& answers, std::size_t threads);

}  // namespace framewright
