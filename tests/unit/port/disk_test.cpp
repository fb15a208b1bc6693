#include "port/disk.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

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

TEST_CASE("a file is written over and read back") {
  const ScratchFolder scratch;
  const std::string path = scratch.at("a.html");
  write_file(path, std::string(1 << 20, 'x'));
  CHECK(file_size(path) == 1 << 20);
  write_file(path, "short");
  CHECK(read_whole(path) == "short");
  replace_file(path, "new");
  CHECK(read_whole(path) == "new");
  CHECK(names_in(scratch.root()) == std::vector<std::string>{"a.html"});
  CHECK(changed_at(path).has_value());
  CHECK_FALSE(changed_at(scratch.at("none")).has_value());
  CHECK_FALSE(file_size(scratch.root()).has_value());
}

TEST_CASE("a failure of the machine names the path and the cause") {
  const ScratchFolder scratch;
  scratch.put("file", "");
  const std::string missing = scratch.at("none/a.html"), under_file = scratch.at("file/x");
  CHECK(words_of([&] { write_file(missing, "x"); }) == "cannot write " + missing + ": it does not exist");
  CHECK(words_of([&] { replace_file(missing, "x"); }) == "cannot write " + missing + ": it does not exist");
  CHECK(words_of([&] { read_whole(missing); }) == "cannot read " + missing + ": it does not exist");
  CHECK(words_of([&] { names_in(missing); }) == "cannot read the folder " + missing + ": it does not exist");
  CHECK(words_of([&] { make_folders(under_file); }) ==
        "cannot make the folder " + under_file + ": a file stands where a folder is needed");
  CHECK(words_of([&] { make_folders(scratch.at("file")); }) ==
        "cannot make the folder " + scratch.at("file") + ": a file stands where a folder is needed");
  CHECK(words_of([&] { write_file("/dev/full", "x"); }) ==
        "cannot write /dev/full: there is no space left on the disk");
}

TEST_CASE("folders are made with those above them, and may be there") {
  const ScratchFolder scratch;
  make_folders(scratch.at("a/b/c"));
  make_folders(scratch.at("a/b/c"));
  make_folders(scratch.at("a/d/"));
  CHECK(path_is_folder(scratch.at("a/b/c")));
  CHECK(path_is_folder(scratch.at("a/d")));
}

TEST_CASE("two folders change places in both ways of doing so") {
  for (const auto exchange : {&exchange_folders, &exchange_by_renaming}) {
    const ScratchFolder scratch;
    scratch.put("new/n", "");
    scratch.put("old/o", "");
    exchange(scratch.at("new"), scratch.at("old"));
    CHECK(path_exists(scratch.at("old/n")));
    CHECK(path_exists(scratch.at("new/o")));
    CHECK(names_in(scratch.root()).size() == 2);
  }
}

TEST_CASE("an exchange that fails half-way leaves things as they were") {
  const ScratchFolder scratch;
  scratch.put("old/o", "");
  CHECK(words_of([&] { exchange_by_renaming(scratch.at("none"), scratch.at("old")); }) ==
        "cannot rename " + scratch.at("none") + " to " + scratch.at("old") + ": it does not exist");
  CHECK(path_exists(scratch.at("old/o")));
  CHECK(names_in(scratch.root()).size() == 1);
}

TEST_CASE("a tree is removed without following its links") {
  const ScratchFolder scratch;
  scratch.put("kept/k", "");
  scratch.put("gone/a/b/c", "");
  std::filesystem::create_directory_symlink(scratch.at("kept"), scratch.at("gone/a/link"));
  remove_tree(scratch.at("gone"));
  remove_tree(scratch.at("gone"));
  CHECK_FALSE(path_exists(scratch.at("gone")));
  CHECK(path_exists(scratch.at("kept/k")));
  remove_tree(scratch.at("kept/k"));
  CHECK_FALSE(path_exists(scratch.at("kept/k")));
}

TEST_CASE("a hard link is the same file") {
  const ScratchFolder scratch;
  scratch.put("a", "text");
  CHECK(hard_link(scratch.at("a"), scratch.at("b")));
  CHECK(read_whole(scratch.at("b")) == "text");
  CHECK(words_of([&] { hard_link(scratch.at("a"), scratch.at("b")); }) ==
        "cannot make " + scratch.at("b") + " the same file as " + scratch.at("a") +
            ": something of this name is there already");
}

TEST_CASE("a lock is held by one at a time and given up at the end") {
  const ScratchFolder scratch;
  {
    const auto first = FileLock::take(scratch.at("lock"));
    CHECK(first.has_value());
    CHECK_FALSE(FileLock::take(scratch.at("lock")).has_value());
  }
  CHECK(FileLock::take(scratch.at("lock")).has_value());
}
