#include "cli/build_memory.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/hash.h"
#include "base/parallel.h"
#include "base/text.h"
#include "base/whole_number.h"
#include "port/disk.h"
#include "port/environment.h"
#include "port/folder.h"

namespace framewright {

namespace {

constexpr std::string_view first_line = "framewright build 1";

// Empty when the system names no folder for caches.
std::string cache_folder() {
  if (const auto folder = environment_variable("XDG_CACHE_HOME"); folder && folder->starts_with('/'))
    return *folder + "/framewright";
  if (const auto home = environment_variable("HOME"); home && home->starts_with('/'))
    return *home + "/.cache/framewright";
  return {};
}

std::string file_for(const std::string& published) {
  const std::string folder = cache_folder();
  return folder.empty() ? folder : folder + fmt::format("/{:016x}.build", fnv_hash(real_path(published)));
}

void append_block(std::string& out, std::string_view text) {
  out += std::to_string(text.size());
  out += '\n';
  out += text;
  out += '\n';
}

void append_answers(std::string& out, const std::vector<FileAnswer>& answers) {
  out += std::to_string(answers.size());
  out += '\n';
  for (const FileAnswer& each : answers) {
    out += static_cast<char>(each.question);
    append_block(out, each.path);
    append_block(out, each.answer);
  }
}

// Reads what the functions above wrote; `good` is false once something is not as they write it.
class MemoryReader {
public:
  explicit MemoryReader(std::string_view text) : rest_(text) {}

  bool good() const { return good_; }
  bool at_end() const { return rest_.empty(); }
  std::string_view line() {
    const std::size_t end = rest_.find('\n');
    if (end == std::string_view::npos) good_ = false;
    return next_field(rest_, '\n');
  }
  std::size_t number() {
    const long long value = whole_number(line()).value_or(-1);
    if (value < 0) good_ = false;
    return good_ ? static_cast<std::size_t>(value) : 0;
  }
  std::string block() {
    const std::size_t size = number();
    if (!good_ || size >= rest_.size() || rest_[size] != '\n') {
      good_ = false;
      return {};
    }
    std::string text(rest_.substr(0, size));
    rest_.remove_prefix(size + 1);
    return text;
  }
  std::vector<FileAnswer> answers() {
    std::vector<FileAnswer> all;
    for (std::size_t left = number(); good_ && left > 0; --left) {
      if (rest_.empty()) {
        good_ = false;
        break;
      }
      const auto question = static_cast<FileAnswer::Question>(rest_.front());
      rest_.remove_prefix(1);
      std::string path = block();
      all.push_back({question, std::move(path), block()});
    }
    return all;
  }

private:
  std::string_view rest_;
  bool good_ = true;
};

std::optional<BuildMemory> read_memory(std::string_view text) {
  MemoryReader reader(text);
  if (reader.line() != first_line) return std::nullopt;
  BuildMemory memory;
  memory.key = reader.block();
  memory.files = reader.number();
  memory.exit_code = static_cast<int>(reader.number());
  memory.told = reader.block();
  memory.summary = reader.block();
  memory.report = reader.block();
  memory.asked = reader.answers();
  memory.made = reader.answers();
  return reader.good() && reader.at_end() ? std::optional(std::move(memory)) : std::nullopt;
}

// Whether a listing leaves the file out.
bool is_hidden(std::string_view path) {
  while (!path.empty())
    if (is_passed_over(next_field(path, '/'))) return true;
  return false;
}

}  // namespace

std::vector<FileAnswer> files_made(const std::string& folder, std::vector<std::string> files, std::size_t threads) {
  std::erase_if(files, is_hidden);
  std::sort(files.begin(), files.end());
  const DiskFileStore disk(folder);
  std::vector<FileAnswer> answers(files.size() + 1);
  answers[0] = {FileAnswer::Question::list, "", listing_mark(files, {})};
  parallel_for(files.size(), threads, [&](std::size_t index, std::size_t) {
    answers[index + 1] = {FileAnswer::Question::content, files[index], disk.mark(files[index]).text};
  });
  return answers;
}

std::optional<BuildMemory> recall_build(const std::string& published, const std::string& key, const FileStore& store,
                                        std::size_t threads) {
  const std::string file = file_for(published);
  if (file.empty() || !path_exists(file)) return std::nullopt;
  std::optional<BuildMemory> memory = read_memory(read_whole(file));
  if (!memory || memory->key != key) return std::nullopt;
  if (!would_answer_the_same(store, memory->asked, threads)) return std::nullopt;
  if (!would_answer_the_same(DiskFileStore(published), memory->made, threads)) return std::nullopt;
  return memory;
}

void keep_build(const std::string& published, const BuildMemory& memory) {
  const std::string file = file_for(published);
  if (file.empty()) return;
  std::string text(first_line);
  text += '\n';
  append_block(text, memory.key);
  text += std::to_string(memory.files) + "\n" + std::to_string(memory.exit_code) + "\n";
  append_block(text, memory.told);
  append_block(text, memory.summary);
  append_block(text, memory.report);
  append_answers(text, memory.asked);
  append_answers(text, memory.made);
  try {
    make_folders(cache_folder());
    replace_file(file, text);
  } catch (const EnvironmentError&) {
    return;
  }
}

}  // namespace framewright
