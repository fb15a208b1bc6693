#include "publish/place.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>

#include "publish/publish.h"
#include "unit/publish/sandbox.h"

using namespace framewright;
using namespace framewright::testing;

namespace {

// What publishing to the target is refused for; nothing when it is done.
std::string refusal(const Sandbox& sandbox, const PublishTarget& target) {
  try {
    Staging staging = Staging::open(target);
    staging.write("index.html", "new");
    publish(std::move(staging));
    return "";
  } catch (const PublishRefusal& error) {
    return sandbox.without_root(error.what());
  }
}

std::string refusal(const Sandbox& sandbox, const std::string& folder, bool force = false) {
  return refusal(sandbox, PublishTarget{sandbox.at(folder), force, "", {}});
}

// A site with its folders at the top of the sandbox.
PublishTarget of_site(const Sandbox& sandbox, const std::string& folder) {
  return {folder, true, sandbox.at("site"), {sandbox.at("site/content"), sandbox.at("site/static")}};
}

}  // namespace

TEST_CASE("a folder that Framewright did not make is left alone unless forced") {
  const Sandbox sandbox;
  sandbox.write("public/thesis.doc", "years of work");
  const Tree before = sandbox.files();
  CHECK(refusal(sandbox, "public") ==
        "public was not made by Framewright (no file .framewright is in it), so it is left alone; publish to another "
        "folder with --output, or replace all that is in it with --force");
  CHECK(sandbox.files() == before);
  CHECK(refusal(sandbox, "public", true).empty());
  CHECK(sandbox.files("public").size() == 2);
  CHECK(sandbox.files().size() == 2);
  CHECK(refusal(sandbox, "public").empty());
}

TEST_CASE("a marker that says something else proves nothing") {
  const Sandbox sandbox;
  sandbox.write("public/.framewright", "notes of mine");
  CHECK(refusal(sandbox, "public").starts_with("public was not made by Framewright"));
  std::filesystem::remove(sandbox.at("public/.framewright"));
  std::filesystem::create_directory(sandbox.at("public/.framewright"));
  CHECK(refusal(sandbox, "public").starts_with("public was not made by Framewright"));
}

TEST_CASE("an empty folder is published to") {
  const Sandbox sandbox;
  std::filesystem::create_directory(sandbox.at("public"));
  CHECK(refusal(sandbox, "public").empty());
  CHECK(sandbox.files().size() == 2);
}

TEST_CASE("a file is left alone unless forced") {
  const Sandbox sandbox;
  sandbox.write("public", "a file");
  CHECK(refusal(sandbox, "public") ==
        "public is a file, not a folder, so it is left alone; publish to another folder with --output, or replace it "
        "with --force");
  CHECK(sandbox.files() == Tree{{"public", "a file"}});
  CHECK(refusal(sandbox, "public", true).empty());
  CHECK(sandbox.files("public").size() == 2);
  CHECK(sandbox.files().size() == 2);
}

TEST_CASE("a link is left alone unless forced, and what it leads to always") {
  const Sandbox sandbox;
  sandbox.write("elsewhere/index.html", "theirs");
  std::filesystem::create_symlink("elsewhere", sandbox.at("public"));
  CHECK(refusal(sandbox, "public") ==
        "public is a link, so it is left alone; publish to another folder with --output, or replace the link itself "
        "with --force");
  CHECK(refusal(sandbox, "public/") == refusal(sandbox, "public").replace(0, 6, "public/"));
  CHECK(refusal(sandbox, "public", true).empty());
  CHECK(sandbox.read("elsewhere/index.html") == "theirs");
  CHECK(!std::filesystem::is_symlink(sandbox.at("public")));
  CHECK(sandbox.read("public/index.html") == "new");
}

TEST_CASE("a link that leads nowhere is refused too") {
  const Sandbox sandbox;
  std::filesystem::create_symlink("nowhere", sandbox.at("public"));
  CHECK(refusal(sandbox, "public").starts_with("public is a link"));
  CHECK(sandbox.files() == Tree{{"public", "-> nowhere"}});
}

TEST_CASE("a site that is kept as a git repository is left alone unless forced") {
  const Sandbox sandbox;
  CHECK(refusal(sandbox, "public").empty());
  sandbox.write("public/.git", "gitdir: ../.git/worktrees/public");
  CHECK(refusal(sandbox, "public") ==
        "public is a git repository of its own (.git is in it), so it is left alone; publish to another folder with "
        "--output, or replace all that is in it, .git too, with --force");
  CHECK(refusal(sandbox, "public", true).empty());
}

TEST_CASE("the site's own files are never replaced, even when forced") {
  const Sandbox sandbox;
  sandbox.write("site/content/index.md", "text");
  std::filesystem::create_directory(sandbox.at("site/static"));
  std::filesystem::create_symlink("site/content", sandbox.at("link"));
  std::filesystem::create_symlink("../../away", sandbox.at("site/content/away"));
  const Tree before = sandbox.files();
  const std::string instead = ", and publishing replaces a folder with all in it; choose another folder with --output";
  const auto refused = [&](const std::string& folder) {
    return refusal(sandbox, of_site(sandbox, sandbox.at(folder)));
  };
  CHECK(refused("site") == "cannot publish to site: the site's own files are in it" + instead);
  CHECK(refused("site/public/..") == "cannot publish to site/public/..: the site's own files are in it" + instead);
  CHECK(refused("site/.") == "cannot publish to site/.: the site's own files are in it" + instead);
  CHECK(refused("site//") == "cannot publish to site//: the site's own files are in it" + instead);
  CHECK(refused("site/content") == "cannot publish to site/content: it is a part of site/content" + instead);
  CHECK(refused("site/static/public") == "cannot publish to site/static/public: it is a part of site/static" + instead);
  CHECK(refused("site/content/away") == "cannot publish to site/content/away: it is a part of site/content" + instead);
  CHECK(refused("link") == "cannot publish to link: it is a part of site/content" + instead);
  CHECK(refused("link/public") == "cannot publish to link/public: it is a part of site/content" + instead);
  CHECK(refusal(sandbox, of_site(sandbox, "/")) == "cannot publish to /: the site's own files are in it" + instead);
  CHECK(refusal(sandbox, of_site(sandbox, sandbox.root())).ends_with("the site's own files are in it" + instead));
  CHECK(refusal(sandbox, {sandbox.at("site"), true, "", {sandbox.at("site/content")}}) ==
        "cannot publish to site: site/content is in it" + instead);
  CHECK(sandbox.files() == before);
  CHECK(refused("site/public").empty());
  CHECK(refused("site/content-public").empty());
}

TEST_CASE("an empty name is the folder that the program runs in") {
  const Sandbox sandbox;
  const std::string here = std::filesystem::current_path().string();
  CHECK_THROWS_AS(Staging::open({"", true, here, {}}), PublishRefusal);
  CHECK_THROWS_AS(Staging::open({"..", true, here, {}}), PublishRefusal);
}

TEST_CASE("two builds at once: the second says so and leaves the first to its work") {
  const Sandbox sandbox;
  Staging first = Staging::open({sandbox.at("public"), false, "", {}});
  first.write("index.html", "first");
  CHECK(refusal(sandbox, "public") ==
        "another build is publishing to public at this moment; wait until it has finished, then build again");
  CHECK(refusal(sandbox, "public-draft").empty());
  publish(std::move(first));
  CHECK(sandbox.read("public/index.html") == "first");
  CHECK(refusal(sandbox, "public").empty());
  CHECK(sandbox.files().size() == 4);
}

TEST_CASE("a target that somebody else fills meanwhile is left alone") {
  const Sandbox sandbox;
  Staging staging = Staging::open({sandbox.at("public"), false, "", {}});
  staging.write("index.html", "new");
  sandbox.write("public/thesis.doc", "years of work");
  CHECK_THROWS_AS(publish(std::move(staging)), PublishRefusal);
  CHECK(sandbox.files() == Tree{{"public/thesis.doc", "years of work"}});
}
