// The least that a generator must do, to compare with: reads the Markdown files of a folder, makes HTML of each with
// cmark-gfm, and writes it, with nothing around it, to the place where the page would stand.
//   limit convert THREADS CONTENT OUTPUT
//   limit parse THREADS CONTENT          reads and parses, and writes nothing
//   limit parse-all THREADS CONTENT      the same, and parses the front matter with toml++
//   limit version                        says the versions of the libraries
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <toml++/toml.h>
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace fs = std::filesystem;

namespace {

enum class Mode { convert, parse, parse_all };

struct Work {
  Mode mode = Mode::convert;
  fs::path content, output;
  std::vector<fs::path> files;
  std::atomic<std::size_t> next = 0, bytes_read = 0, bytes_made = 0;
  std::atomic<bool> failed = false;
};

[[noreturn]] void fail(const char* what, const fs::path& path) {
  throw std::runtime_error(std::string(what) + " " + path.string() + ": " + std::strerror(errno));
}

std::string read_file(const fs::path& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat facts {};
  if (file < 0 || ::fstat(file, &facts) != 0) fail("cannot open", path);
  std::string bytes(static_cast<std::size_t>(facts.st_size), '\0');
  for (std::size_t have = 0; have < bytes.size();) {
    const ssize_t read = ::read(file, bytes.data() + have, bytes.size() - have);
    if (read <= 0) fail("cannot read", path);
    have += static_cast<std::size_t>(read);
  }
  ::close(file);
  return bytes;
}

void write_file(const fs::path& path, std::string_view bytes) {
  const fs::path folder = path.parent_path();
  if (::mkdir(folder.c_str(), 0777) != 0 && errno == ENOENT) fs::create_directories(folder);
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file < 0) fail("cannot make", path);
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0) fail("cannot write", path);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  ::close(file);
}

struct Parts {
  std::string_view front, text;
};

Parts parts_of(std::string_view bytes) {
  constexpr std::string_view fence = "+++\n", end_fence = "\n+++\n";
  if (!bytes.starts_with(fence)) return {{}, bytes};
  const std::size_t end = bytes.find(end_fence, fence.size() - 1);
  if (end == std::string_view::npos) return {{}, bytes};
  return {bytes.substr(fence.size(), end + 1 - fence.size()), bytes.substr(end + end_fence.size())};
}

// `area/page.md` is read at `area/page/`, and `area/index.md` at `area/`.
fs::path place_of(const Work& work, const fs::path& file) {
  const fs::path relative = file.lexically_relative(work.content);
  const fs::path folder =
      relative.stem() == "index" ? relative.parent_path() : relative.parent_path() / relative.stem();
  return work.output / folder / "index.html";
}

void do_file(Work& work, const fs::path& file) {
  const std::string bytes = read_file(file);
  const Parts parts = parts_of(bytes);
  work.bytes_read += bytes.size();
  if (work.mode == Mode::parse_all) work.bytes_made += toml::parse(parts.front).size();
  const std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)> parser(cmark_parser_new(CMARK_OPT_DEFAULT),
                                                                           cmark_parser_free);
  cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension("table"));
  cmark_parser_feed(parser.get(), parts.text.data(), parts.text.size());
  const std::unique_ptr<cmark_node, decltype(&cmark_node_free)> document(cmark_parser_finish(parser.get()),
                                                                         cmark_node_free);
  if (work.mode != Mode::convert) return;
  const std::unique_ptr<char, decltype(&std::free)> html(
      cmark_render_html(document.get(), CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser.get())),
      std::free);
  const std::string_view made = html.get();
  work.bytes_made += made.size();
  write_file(place_of(work, file), made);
}

void run(Work& work) {
  try {
    for (std::size_t i = work.next++; i < work.files.size() && !work.failed; i = work.next++)
      do_file(work, work.files[i]);
  } catch (const std::exception& failure) {
    std::fprintf(stderr, "%s\n", failure.what());
    work.failed = true;
  }
}

int usage() {
  std::fprintf(stderr, "usage: limit convert THREADS CONTENT OUTPUT\n       limit parse|parse-all THREADS CONTENT\n");
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view mode = argc > 1 ? argv[1] : "";
  if (mode == "version") {
    std::printf("cmark-gfm %s, toml++ %d.%d.%d\n", cmark_version_string(), TOML_LIB_MAJOR, TOML_LIB_MINOR,
                TOML_LIB_PATCH);
    return 0;
  }
  Work work;
  if (mode == "convert" && argc == 5)
    work.output = argv[4];
  else if (mode == "parse" && argc == 4)
    work.mode = Mode::parse;
  else if (mode == "parse-all" && argc == 4)
    work.mode = Mode::parse_all;
  else
    return usage();
  const int threads = std::atoi(argv[2]);
  if (threads < 1 || !fs::is_directory(argv[3])) return usage();
  work.content = argv[3];
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(work.content))
    if (entry.is_regular_file() && entry.path().extension() == ".md") work.files.push_back(entry.path());
  cmark_gfm_core_extensions_ensure_registered();
  std::vector<std::thread> others;
  for (int i = 1; i < threads; ++i) others.emplace_back(run, std::ref(work));
  run(work);
  for (std::thread& other : others) other.join();
  std::printf("%zu files, %zu bytes read, %zu bytes or keys made\n", work.files.size(), work.bytes_read.load(),
              work.bytes_made.load());
  return work.failed ? 1 : 0;
}
