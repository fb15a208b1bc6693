#include "publish/publish.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <stdexcept>

#include "base/parallel.h"
#include "unit/publish/sandbox.h"

using namespace framewright;
using namespace framewright::testing;

namespace {

const std::string marker =
    "Framewright made this folder and replaces all of it at every build: change the sources, not these files.\n"
    "format: 1\n";

Published build(const PublishTarget& target, const Tree& files) {
  Staging staging = Staging::open(target);
  for (const auto& [path, text] : files) staging.write(path, text);
  return publish(std::move(staging));
}

PublishTarget to(const Sandbox& sandbox) { return {sandbox.at("public"), false, "", {}}; }

}  // namespace

TEST_CASE("a first build makes the folder with its marker") {
  const Sandbox sandbox;
  const Published result =
      build({sandbox.at("out/deep/public/"), false, "", {}}, {{"index.html", "one"}, {"a/b/c.html", "two"}});
  CHECK(result.written == 2);
  CHECK(result.unchanged == 0);
  CHECK(result.removed == 0);
  CHECK(result.leftovers.empty());
  CHECK(sandbox.files() == Tree{{"out/deep/public/.framewright", marker},
                                {"out/deep/public/index.html", "one"},
                                {"out/deep/public/a/b/c.html", "two"}});
}

TEST_CASE("the target is as it was until it is published, then whole") {
  const Sandbox sandbox;
  build(to(sandbox), {{"index.html", "one"}, {"old/page.html", "gone soon"}, {"old/other.html", "x"}});
  Staging staging = Staging::open(to(sandbox));
  staging.write("index.html", "two");
  staging.write("new/page.html", "new");
  CHECK(sandbox.read("public/index.html") == "one");
  CHECK(!std::filesystem::exists(sandbox.at("public/new")));
  const Published result = publish(std::move(staging));
  CHECK(result.written == 2);
  CHECK(result.removed == 2);
  CHECK(sandbox.files() ==
        Tree{{"public/.framewright", marker}, {"public/index.html", "two"}, {"public/new/page.html", "new"}});
  CHECK(!std::filesystem::exists(sandbox.at("public/old")));
}

TEST_CASE("an unchanged file keeps its inode and its time, a changed one is a new file") {
  const Sandbox sandbox;
  const std::string large(100'000, 'x');
  build(to(sandbox), {{"a/same.html", "same"}, {"a/other.html", "abc"}, {"large.html", large}, {"empty.html", ""}});
  for (const char* name : {"a/same.html", "a/other.html", "large.html", "empty.html"})
    set_changed(sandbox.at(std::string("public/") + name), 1'000'000'000);
  const FileFacts same = facts(sandbox.at("public/a/same.html"));
  const FileFacts other = facts(sandbox.at("public/a/other.html"));
  const FileFacts empty = facts(sandbox.at("public/empty.html"));
  std::string altered = large;
  altered.back() = 'y';
  const Published result = build(
      to(sandbox), {{"a/same.html", "same"}, {"a/other.html", "abd"}, {"large.html", altered}, {"empty.html", ""}});
  CHECK(result.written == 2);
  CHECK(result.unchanged == 2);
  CHECK(result.removed == 0);
  CHECK(facts(sandbox.at("public/a/same.html")) == same);
  CHECK(facts(sandbox.at("public/empty.html")) == empty);
  CHECK(facts(sandbox.at("public/a/other.html")).inode != other.inode);
  CHECK(facts(sandbox.at("public/large.html")).changed != 1'000'000'000LL * 1'000'000'000LL);
  CHECK(sandbox.read("public/large.html") == altered);
}

TEST_CASE("the marker keeps its time from build to build") {
  const Sandbox sandbox;
  build(to(sandbox), {{"index.html", "one"}});
  set_changed(sandbox.at("public/.framewright"), 1'000'000'000);
  const FileFacts before = facts(sandbox.at("public/.framewright"));
  build(to(sandbox), {{"index.html", "two"}});
  CHECK(facts(sandbox.at("public/.framewright")).changed == before.changed);
  CHECK(sandbox.read("public/.framewright") == marker);
}

TEST_CASE("a hard link elsewhere to a published file keeps its content when the page changes") {
  const Sandbox sandbox;
  build(to(sandbox), {{"index.html", "one"}});
  std::filesystem::create_hard_link(sandbox.at("public/index.html"), sandbox.at("kept.html"));
  build(to(sandbox), {{"index.html", "one"}});
  CHECK(facts(sandbox.at("kept.html")).links == 2);
  build(to(sandbox), {{"index.html", "two"}});
  CHECK(sandbox.read("kept.html") == "one");
  CHECK(sandbox.read("public/index.html") == "two");
}

TEST_CASE("a link in the published folder is replaced by a file and not followed") {
  const Sandbox sandbox;
  build(to(sandbox), {{"index.html", "one"}, {"b.html", "b"}});
  sandbox.write("outside.html", "one");
  std::filesystem::remove(sandbox.at("public/index.html"));
  std::filesystem::create_symlink("../outside.html", sandbox.at("public/index.html"));
  const Published result = build(to(sandbox), {{"index.html", "one"}});
  CHECK(result.written == 1);
  CHECK(result.removed == 1);
  CHECK(sandbox.files() ==
        Tree{{"outside.html", "one"}, {"public/.framewright", marker}, {"public/index.html", "one"}});
}

TEST_CASE("a page may take the place of a folder and a folder that of a page") {
  const Sandbox sandbox;
  build(to(sandbox), {{"a", "file"}, {"b/c", "in a folder"}});
  const Published result = build(to(sandbox), {{"a/c", "in a folder"}, {"b", "file"}});
  CHECK(result.written == 2);
  CHECK(result.unchanged == 0);
  CHECK(sandbox.files("public") == Tree{{".framewright", marker}, {"a/c", "in a folder"}, {"b", "file"}});
}

TEST_CASE("a static file is copied, of any size, and keeps its time when it is the same") {
  const Sandbox sandbox;
  std::string bytes(200'001, '\0');
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i * 7);
  sandbox.write("static/logo.svg", bytes);
  for (const bool again : {false, true}) {
    Staging staging = Staging::open(to(sandbox));
    staging.copy(sandbox.at("static/logo.svg"), "images/logo.svg");
    const Published result = publish(std::move(staging));
    CHECK(result.unchanged == (again ? 1 : 0));
    if (again) CHECK(facts(sandbox.at("public/images/logo.svg")).changed == 1'000'000'000'000'000'000LL);
    set_changed(sandbox.at("public/images/logo.svg"), 1'000'000'000);
  }
  CHECK(sandbox.read("public/images/logo.svg") == bytes);
  bytes[150'000] = static_cast<char>(bytes[150'000] + 1);
  sandbox.write("static/logo.svg", bytes);
  Staging staging = Staging::open(to(sandbox));
  staging.copy(sandbox.at("static/logo.svg"), "images/logo.svg");
  CHECK(publish(std::move(staging)).written == 1);
  CHECK(sandbox.read("public/images/logo.svg") == bytes);
}

TEST_CASE("a build that throws leaves the old site and nothing beside it") {
  const Sandbox sandbox;
  build(to(sandbox), {{"index.html", "one"}});
  const FileFacts before = facts(sandbox.at("public/index.html"));
  const auto failing = [&] {
    Staging staging = Staging::open(to(sandbox));
    staging.write("index.html", "two");
    staging.copy(sandbox.at("nothing.pdf"), "nothing.pdf");
  };
  CHECK_THROWS_AS(failing(), EnvironmentError);
  CHECK(sandbox.files() == Tree{{"public/.framewright", marker}, {"public/index.html", "one"}});
  CHECK(facts(sandbox.at("public/index.html")) == before);
}

TEST_CASE("pages are written from several threads and their paths listed") {
  const Sandbox sandbox;
  Staging staging = Staging::open(to(sandbox));
  parallel_for(2000, 4, [&](std::size_t index, std::size_t) {
    const std::string number = std::to_string(index);
    staging.write("s" + std::to_string(index % 7) + "/deep/p" + number + "/index.html", number);
  });
  const std::vector<std::string> paths = staging.paths();
  CHECK(paths.size() == 2000);
  CHECK(paths.front() == "s0/deep/p0/index.html");
  CHECK(paths.back() == "s6/deep/p993/index.html");
  CHECK(publish(std::move(staging)).written == 2000);
  CHECK(sandbox.files("public").size() == 2001);
  CHECK(sandbox.read("public/s3/deep/p1998/index.html") == "1998");
}

TEST_CASE("a path out of the site, or given twice, is an error of the program") {
  const Sandbox sandbox;
  Staging staging = Staging::open(to(sandbox));
  using namespace std::string_view_literals;
  for (const std::string_view path :
       {""sv, "/etc/x"sv, "../x"sv, "a/../x"sv, "a//b"sv, "a/"sv, "."sv, "a/./b"sv, "a\0b"sv, "a/.."sv})
    CHECK_THROWS_AS(staging.write(path, "x"), std::logic_error);
  staging.write("a..b/...", "fine");
  CHECK_THROWS_WITH_AS(staging.write("a..b/...", "again"), "published twice: \"a..b/...\"", std::logic_error);
  CHECK_THROWS_AS(staging.write(".framewright", "x"), std::logic_error);
  CHECK(staging.paths() == std::vector<std::string>{"a..b/..."});
}

TEST_CASE("an unchanged path given twice is an error of the program too") {
  const Sandbox sandbox;
  build(to(sandbox), {{"index.html", "one"}});
  Staging staging = Staging::open(to(sandbox));
  staging.write("index.html", "one");
  CHECK_THROWS_AS(staging.write("index.html", "one"), std::logic_error);
}

TEST_CASE("the folder keeps its permissions") {
  const Sandbox sandbox;
  build(to(sandbox), {{"index.html", "one"}});
  ::chmod(sandbox.at("public").c_str(), 02750);
  build(to(sandbox), {{"index.html", "two"}});
  struct stat read = {};
  REQUIRE(::stat(sandbox.at("public").c_str(), &read) == 0);
  CHECK((read.st_mode & 07777) == 02750);
}
