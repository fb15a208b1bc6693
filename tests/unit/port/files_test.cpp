#include "port/files.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include "unit/port/scratch_folder.h"

using namespace framewright;
using Names = std::vector<std::string>;

namespace {

Names listed(const FileStore& files, std::string_view folder) {
  std::vector<FileProblem> problems;
  const Names names = files.list(folder, problems);
  CHECK(problems.empty());
  return names;
}

}  // namespace

TEST_CASE("a listing holds the files of all folders by their bytes, without hidden ones and editors' copies") {
  const std::map<std::string, std::string, std::less<>> tree = {
      {"content/b.md", "b"},      {"content/a/z.md", "z"},   {"content/a-b.md", ""},   {"content/.git/x", ""},
      {"content/b.md~", ""},      {"content/.b.md.swp", ""}, {"content/b.md.swp", ""}, {"content/#b.md#", ""},
      {"content/é.md", "accent"}, {"contents.md", ""}};
  const ScratchFolder scratch;
  for (const auto& [path, text] : tree) scratch.put(path, text);
  const DiskFileStore disk(scratch.root());
  const MemoryFileStore memory(tree);
  const Names expected = {"content/a-b.md", "content/a/z.md", "content/b.md", "content/é.md"};
  CHECK(listed(disk, "content") == expected);
  CHECK(listed(memory, "content") == expected);
  CHECK(listed(disk, "") == listed(memory, ""));
  CHECK(listed(disk, "nowhere").empty());
  CHECK(listed(disk, "content/b.md").empty());
  CHECK(listed(memory, "nowhere").empty());
}

TEST_CASE("a file is read as its bytes stand") {
  const ScratchFolder scratch;
  const std::string bytes(
      "\xEF\xBB\xBF"
      "a\r\nb\0c\xff",
      9);
  scratch.put("a.md", bytes);
  scratch.put("empty.md", "");
  const DiskFileStore disk(scratch.root());
  CHECK(*disk.read("a.md").text == bytes);
  CHECK(*disk.read("empty.md").text == "");
  CHECK(disk.size("a.md") == 9);
  CHECK(disk.exists("a.md"));
  CHECK_FALSE(disk.is_folder("a.md"));
  CHECK(disk.is_folder(""));
}

TEST_CASE("what cannot be read says why") {
  const ScratchFolder scratch;
  scratch.put("folder/a.md", "");
  const DiskFileStore disk(scratch.root());
  CHECK(disk.read("none.md").problem == "it cannot be read: it does not exist");
  CHECK(disk.read("folder").problem == "it is a folder");
  CHECK(disk.read("folder/a.md/b").problem == "it cannot be read: a file stands where a folder is needed");
  CHECK_FALSE(disk.read("none.md").text.has_value());
  CHECK_FALSE(disk.exists("none.md"));
  CHECK(disk.size("none.md") == 0);
  const MemoryFileStore memory{{"folder/a.md", ""}};
  CHECK(memory.read("none.md").problem == "it cannot be read: it does not exist");
  CHECK(memory.read("folder").problem == "it is a folder");
}

TEST_CASE("a path never leads out of the root") {
  const ScratchFolder scratch;
  scratch.put("secret.md", "secret");
  scratch.put("site/a.md", "a");
  const DiskFileStore disk(scratch.at("site"));
  for (const char* path : {"../secret.md", "a/../../secret.md", "./a.md", "/etc/passwd", "a.md/", "x//a.md"}) {
    CHECK_MESSAGE(disk.read(path).problem == "it lies outside the site's folder", path);
    CHECK_FALSE_MESSAGE(disk.exists(path), path);
  }
  std::vector<FileProblem> problems;
  CHECK(disk.list("..", problems).empty());
}

TEST_CASE("links within the root are followed; those that lead out, back or nowhere are reported") {
  const ScratchFolder scratch;
  scratch.put("secret/s.md", "secret");
  scratch.put("site/real/a.md", "a");
  REQUIRE(::symlink("real", scratch.at("site/again").c_str()) == 0);
  REQUIRE(::symlink("../secret", scratch.at("site/out").c_str()) == 0);
  REQUIRE(::symlink("../secret/s.md", scratch.at("site/s.md").c_str()) == 0);
  REQUIRE(::symlink("nothing", scratch.at("site/broken").c_str()) == 0);
  REQUIRE(::symlink("..", scratch.at("site/real/up").c_str()) == 0);
  const DiskFileStore disk(scratch.at("site"));
  std::vector<FileProblem> problems;
  CHECK(disk.list("", problems) == Names{"again/a.md", "real/a.md"});
  std::map<std::string, std::string> said;
  for (const FileProblem& problem : problems) said[problem.path] = problem.message;
  CHECK(said == std::map<std::string, std::string>{{"out", "this link leads out of the site's folder"},
                                                   {"s.md", "this link leads out of the site's folder"},
                                                   {"broken", "this link leads to nothing"},
                                                   {"real/up", "this link leads back to a folder that it lies in"},
                                                   {"again/up", "this link leads back to a folder that it lies in"}});
  CHECK(*disk.read("again/a.md").text == "a");
  CHECK(disk.read("s.md").problem == "it is a link that leads out of the site's folder");
  CHECK(disk.read("out/s.md").problem == "it is a link that leads out of the site's folder");
}

TEST_CASE("a pipe is reported and does not hold up the reading") {
  const ScratchFolder scratch;
  REQUIRE(::system(("mkfifo '" + scratch.at("pipe") + "'").c_str()) == 0);
  const DiskFileStore disk(scratch.root());
  std::vector<FileProblem> problems;
  CHECK(disk.list("", problems).empty());
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message == "this is neither a file nor a folder");
  CHECK(disk.read("pipe").problem == "it is not a file");
}

TEST_CASE("a name that is not UTF-8 is reported") {
  const ScratchFolder scratch;
  scratch.put("caf\xe9.md", "");
  std::vector<FileProblem> problems;
  CHECK(DiskFileStore(scratch.root()).list("", problems).empty());
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].message == "the name of this file is not in UTF-8; give it another");
}
