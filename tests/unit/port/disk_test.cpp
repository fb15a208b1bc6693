#include "port/disk.h"

#include <doctest/doctest.h>

#include "unit/port/scratch_folder.h"

using namespace framewright;

namespace {

template <typename Work>
std::string words_of(Work work) {
  try {
    work();
  } catch (const EnvironmentError& error) {
    return error.what();
  }
  return "nothing was thrown";
}

}  // namespace

TEST_CASE("a file is replaced and read back, and nothing is left beside it") {
  const ScratchFolder scratch;
  const std::string path = scratch.at("a.toml");
  const std::string large(1 << 20, 'x');
  replace_file(path, large);
  CHECK(read_whole(path) == large);
  replace_file(path, "short");
  CHECK(read_whole(path) == "short");
  replace_file(path, "");
  CHECK(read_whole(path) == "");
  const std::filesystem::directory_iterator files(scratch.root());
  CHECK(std::distance(files, {}) == 1);
}

TEST_CASE("a failure of the machine names the path and the cause") {
  const ScratchFolder scratch;
  scratch.put("file", "");
  scratch.put("folder/a", "");
  const std::string missing = scratch.at("none/a.html"), under_file = scratch.at("file/x"),
                    folder = scratch.at("folder");
  CHECK(words_of([&] { replace_file(missing, "x"); }) == "cannot write " + missing + ": it does not exist");
  CHECK(words_of([&] { replace_file(folder, "x"); }) == "cannot write " + folder + ": it is a folder");
  CHECK(words_of([&] { read_whole(missing); }) == "cannot read " + missing + ": it does not exist");
  CHECK(words_of([&] { read_whole(folder); }) == "cannot read " + folder + ": it is a folder");
  CHECK(words_of([&] { make_folders(under_file); }) ==
        "cannot make the folder " + under_file + ": a file stands where a folder is needed");
  CHECK(words_of([&] { make_folders(scratch.at("file")); }) ==
        "cannot make the folder " + scratch.at("file") + ": a file stands where a folder is needed");
}

TEST_CASE("a replacement that fails leaves nothing beside the place") {
  const ScratchFolder scratch;
  scratch.put("folder/a", "");
  CHECK_THROWS_AS(replace_file(scratch.at("folder"), "x"), EnvironmentError);
  const std::filesystem::directory_iterator files(scratch.root());
  CHECK(std::distance(files, {}) == 1);
}

TEST_CASE("folders are made with those above them, and may be there") {
  const ScratchFolder scratch;
  make_folders(scratch.at("a/b/c"));
  make_folders(scratch.at("a/b/c"));
  make_folders(scratch.at("a/d/"));
  CHECK(std::filesystem::is_directory(scratch.at("a/b/c")));
  CHECK(std::filesystem::is_directory(scratch.at("a/d")));
}
