#include "port/recorded_files.h"

#include <atomic>

#include "base/hash.h"
#include "base/parallel.h"

namespace framewright {

namespace {

std::string answer_now(const FileStore& store, const FileAnswer& asked) {
  switch (asked.question) {
    case FileAnswer::Question::list: {
      std::vector<FileProblem> problems;
      const std::vector<std::string> files = store.list(asked.path, problems);
      return listing_mark(files, problems);
    }
    case FileAnswer::Question::content: return store.mark(asked.path).text;
    case FileAnswer::Question::exists: return store.exists(asked.path) ? "yes" : "no";
    case FileAnswer::Question::is_folder: return store.is_folder(asked.path) ? "yes" : "no";
    case FileAnswer::Question::size: return std::to_string(store.size(asked.path));
  }
  return {};
}

}  // namespace

std::string listing_mark(const std::vector<std::string>& files, const std::vector<FileProblem>& problems) {
  std::uint64_t hash = empty_hash;
  for (const std::string& file : files) hash = fnv_hash("\n", fnv_hash(file, hash));
  for (const FileProblem& problem : problems)
    hash = fnv_hash("\n", fnv_hash(problem.message, fnv_hash(": ", fnv_hash(problem.path, hash))));
  return std::to_string(hash);
}

std::vector<std::string> RecordedFileStore::list(std::string_view folder, std::vector<FileProblem>& problems) const {
  std::vector<FileProblem> found;
  std::vector<std::string> files = store_.list(folder, found);
  keep(FileAnswer::Question::list, folder, listing_mark(files, found));
  problems.insert(problems.end(), found.begin(), found.end());
  return files;
}

// The mark is taken before the file is read: one that changes in between then has another.
FileRead RecordedFileStore::read(std::string_view path) const {
  used(path);
  return store_.read(path);
}

bool RecordedFileStore::exists(std::string_view path) const {
  const bool answer = store_.exists(path);
  keep(FileAnswer::Question::exists, path, answer ? "yes" : "no");
  return answer;
}

bool RecordedFileStore::is_folder(std::string_view path) const {
  const bool answer = store_.is_folder(path);
  keep(FileAnswer::Question::is_folder, path, answer ? "yes" : "no");
  return answer;
}

std::uint64_t RecordedFileStore::size(std::string_view path) const {
  const std::uint64_t answer = store_.size(path);
  keep(FileAnswer::Question::size, path, std::to_string(answer));
  return answer;
}

void RecordedFileStore::used(std::string_view path) const {
  FileMark mark = store_.mark(path);
  keep(FileAnswer::Question::content, path, mark.settled ? std::move(mark.text) : std::string());
}

std::vector<FileAnswer> RecordedFileStore::answers() const {
  const std::lock_guard lock(mutex_);
  return answers_;
}

void RecordedFileStore::keep(FileAnswer::Question question, std::string_view path, std::string answer) const {
  const std::lock_guard lock(mutex_);
  answers_.push_back({question, std::string(path), std::move(answer)});
}

bool would_answer_the_same(const FileStore& store, const std::vector<FileAnswer>& answers, std::size_t threads) {
  std::atomic<bool> same = true;
  parallel_for(answers.size(), threads, [&](std::size_t index, std::size_t) {
    if (same && answer_now(store, answers[index]) != answers[index].answer) same = false;
  });
  return same;
}

}  // namespace framewright
