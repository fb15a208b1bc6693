#include "port/file_watch.h"

#include <doctest/doctest.h>

#include <array>
#include <filesystem>
#include <thread>

#include "port/files.h"
#include "unit/port/scratch_folder.h"

using namespace framewright;
using Paths = std::set<std::string>;
using std::chrono::milliseconds;
using std::chrono::seconds;
using Way = FileWatch::Way;

namespace {

constexpr seconds for_a_change{20};

constexpr std::array<Way, 2> ways = {Way::best, Way::polling};

// What is told when nothing more is done: polling looks at once.
FileChanges told_at_last(FileWatch& watch) { return watch.wait(milliseconds(watch.is_polling() ? 0 : 100)); }

// All that is told until it is quiet.
FileChanges told(FileWatch& watch) {
  FileChanges all = watch.wait(for_a_change);
  for (FileChanges more = told_at_last(watch); !more.empty(); more = told_at_last(watch)) {
    all.paths.merge(more.paths);
    all.all = all.all || more.all;
  }
  return all;
}

Paths paths_told(FileWatch& watch) {
  const FileChanges changes = told(watch);
  CHECK_FALSE(changes.all);
  return changes.paths;
}

}  // namespace

TEST_CASE("a file that is written, made or removed is told, and then nothing") {
  for (const Way way : ways) {
    CAPTURE(static_cast<int>(way));
    const ScratchFolder scratch;
    scratch.put("content/a.md", "a");
    scratch.put("content/deep/er/b.md", "b");
    FileWatch watch(scratch.root(), {}, way);
    CHECK(watch.wait(milliseconds(0)).empty());
    scratch.put("content/a.md", "other");
    CHECK(paths_told(watch) == Paths{"content/a.md"});
    scratch.put("content/deep/er/b.md", "");
    scratch.put("content/deep/new.md", "");
    CHECK(paths_told(watch) == Paths{"content/deep/er/b.md", "content/deep/new.md"});
    std::filesystem::remove(scratch.at("content/a.md"));
    CHECK(paths_told(watch) == Paths{"content/a.md"});
    CHECK(told_at_last(watch).empty());
  }
}

TEST_CASE("a file that an editor puts in another's place is told, its copies are not") {
  for (const Way way : ways) {
    CAPTURE(static_cast<int>(way));
    const ScratchFolder scratch;
    scratch.put("a.md", "same");
    FileWatch watch(scratch.root(), {}, way);
    scratch.put(".a.md.swp", "x");
    std::filesystem::rename(scratch.at("a.md"), scratch.at("a.md~"));
    scratch.put(".a.md.new", "same");
    std::filesystem::rename(scratch.at(".a.md.new"), scratch.at("a.md"));
    CHECK(paths_told(watch) == Paths{"a.md"});
  }
}

TEST_CASE("folders that come are watched with all in them") {
  for (const Way way : ways) {
    CAPTURE(static_cast<int>(way));
    const ScratchFolder scratch;
    const ScratchFolder elsewhere;
    elsewhere.put("set/in/c.md", "");
    FileWatch watch(scratch.root(), {}, way);
    scratch.put("new/er/a.md", "a");
    CHECK(paths_told(watch) == Paths{"new/er/a.md"});
    scratch.put("new/er/b.md", "b");
    CHECK(paths_told(watch) == Paths{"new/er/b.md"});
    std::filesystem::rename(elsewhere.at("set"), scratch.at("set"));
    CHECK(paths_told(watch) == Paths{"set/in/c.md"});
    scratch.put("set/in/c.md", "changed");
    CHECK(paths_told(watch) == Paths{"set/in/c.md"});
  }
}

TEST_CASE("a folder that is removed tells of its files, and may come again") {
  for (const Way way : ways) {
    CAPTURE(static_cast<int>(way));
    const ScratchFolder scratch;
    scratch.put("content/in/a.md", "a");
    scratch.put("content/b.md", "b");
    FileWatch watch(scratch.root(), {}, way);
    std::filesystem::remove_all(scratch.at("content"));
    CHECK(paths_told(watch) == Paths{"content/b.md", "content/in/a.md"});
    scratch.put("content/in/a.md", "again");
    CHECK(paths_told(watch) == Paths{"content/in/a.md"});
  }
}

TEST_CASE("a folder that is renamed changes all that was in it") {
  for (const Way way : ways) {
    CAPTURE(static_cast<int>(way));
    const ScratchFolder scratch;
    scratch.put("old/in/a.md", "a");
    FileWatch watch(scratch.root(), {}, way);
    std::filesystem::rename(scratch.at("old"), scratch.at("new"));
    const FileChanges changes = told(watch);
    CHECK(changes.paths.contains("new/in/a.md"));
    CHECK((changes.all || changes.paths.contains("old/in/a.md")));
    scratch.put("new/in/a.md", "changed");
    CHECK(paths_told(watch) == Paths{"new/in/a.md"});
  }
}

TEST_CASE("names that a listing passes over and folders left out say nothing") {
  for (const Way way : ways) {
    CAPTURE(static_cast<int>(way));
    const ScratchFolder scratch;
    scratch.put("public/index.html", "");
    FileWatch watch(scratch.root(), {"public", "public-draft"}, way);
    scratch.put("public/index.html", "changed");
    scratch.put("public/new/a.html", "");
    scratch.put("public-draft/a.html", "");
    scratch.put(".git/index", "");
    scratch.put("content/.hidden", "");
    scratch.put("content/a.md~", "");
    CHECK(told_at_last(watch).empty());
    scratch.put("content/public/a.md", "");
    CHECK(paths_told(watch) == Paths{"content/public/a.md"});
  }
}

TEST_CASE("a thousand saves end in changes and then in quiet") {
  for (const Way way : ways) {
    CAPTURE(static_cast<int>(way));
    const ScratchFolder scratch;
    FileWatch watch(scratch.root(), {}, way);
    std::thread editor([&] {
      for (int save = 0; save < 1000; ++save) {
        scratch.put("a" + std::to_string(save % 10) + ".md", std::string(static_cast<std::size_t>(save), 'x'));
      }
    });
    const FileChanges first = watch.wait(for_a_change);
    CHECK_FALSE(first.empty());
    editor.join();
    FileChanges rest = first;
    for (FileChanges more = told_at_last(watch); !more.empty(); more = told_at_last(watch))
      rest.paths.merge(more.paths);
    CHECK(rest.paths.size() == 10);
    CHECK(told_at_last(watch).empty());
  }
}

TEST_CASE("more changes than the system keeps are all, and later ones are told") {
  const ScratchFolder scratch;
  scratch.put("a.md", "");
  scratch.put("b.md", "");
  FileWatch watch(scratch.root(), {});
  if (watch.is_polling()) return;
  for (int save = 0; save < 20000; ++save) scratch.put(save % 2 == 0 ? "a.md" : "b.md", "");
  CHECK_FALSE(told(watch).empty());
  scratch.put("new/c.md", "");
  CHECK(paths_told(watch) == Paths{"new/c.md"});
}

TEST_CASE("where there are links, any change may be one of a link's target") {
  for (const Way way : ways) {
    CAPTURE(static_cast<int>(way));
    const ScratchFolder scratch;
    scratch.put("shared/a.md", "a");
    FileWatch watch(scratch.root(), {}, way);
    std::filesystem::create_directory_symlink(scratch.at("shared"), scratch.at("content"));
    CHECK(told(watch).all);
    scratch.put("shared/a.md", "changed");
    const FileChanges changes = told(watch);
    CHECK(changes.paths == Paths{"shared/a.md"});
    CHECK(changes.all);
  }
}

TEST_CASE("a root that goes away changes all, and is watched again when it is back") {
  for (const Way way : ways) {
    CAPTURE(static_cast<int>(way));
    const ScratchFolder scratch;
    scratch.put("site/a.md", "a");
    FileWatch watch(scratch.at("site"), {}, way);
    std::filesystem::rename(scratch.at("site"), scratch.at("moved"));
    const FileChanges changes = told(watch);
    CHECK((changes.all || changes.paths == Paths{"a.md"}));
    scratch.put("site/b.md", "b");
    CHECK(paths_told(watch) == Paths{"b.md"});
  }
}

TEST_CASE("a root that cannot be opened is told in plain words") {
  const ScratchFolder scratch;
  for (const Way way : ways) {
    CHECK_THROWS_WITH_AS(FileWatch(scratch.at("nowhere"), {}, way),
                         ("cannot watch " + scratch.at("nowhere") + ": it does not exist").c_str(), EnvironmentError);
  }
  CHECK(FileWatch(scratch.root(), {}, Way::polling).is_polling());
}
