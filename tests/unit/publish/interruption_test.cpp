#include <doctest/doctest.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <random>

#include "publish/publish.h"
#include "unit/publish/sandbox.h"

using namespace framewright;
using namespace framewright::testing;

namespace {

PublishTarget to(const Sandbox& sandbox, bool force = false) { return {sandbox.at("public"), force, "", {}}; }

// A site whose files all tell its version, in number too, but for one that never changes.
Published build(const PublishTarget& target, int version) {
  Staging staging = Staging::open(target);
  staging.write("same.html", "same");
  for (int i = 0; i < 20 + version % 5; ++i)
    staging.write("s" + std::to_string(i % 3) + "/p" + std::to_string(i) + "/index.html", std::to_string(version));
  return publish(std::move(staging));
}

Tree site(int version) {
  Tree files{{"same.html", "same"}};
  for (int i = 0; i < 20 + version % 5; ++i)
    files["s" + std::to_string(i % 3) + "/p" + std::to_string(i) + "/index.html"] = std::to_string(version);
  return files;
}

// The published site, without its marker.
Tree published(const Sandbox& sandbox) {
  Tree files = sandbox.files("public");
  CHECK(files.erase(".framewright") == 1);
  return files;
}

// Throws "no mount" where it is not permitted.
void mount_small_disk(const std::string& folder) {
  const std::string mapping = "0 " + std::to_string(::geteuid()) + " 1";
  const bool own_users = ::geteuid() != 0;
  bool done = ::unshare(CLONE_NEWNS | (own_users ? CLONE_NEWUSER : 0)) == 0;
  if (done && own_users) std::ofstream("/proc/self/uid_map") << mapping;
  done = done && ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
         ::mount("none", folder.c_str(), "tmpfs", 0, "size=1m") == 0;
  if (!done) throw std::runtime_error("no mount");
}

std::size_t names_at_top(const Sandbox& sandbox) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(sandbox.root()), {}));
}

}  // namespace

TEST_CASE("a build killed at any moment leaves the old site or the new, and the next clears what it left") {
  const Sandbox sandbox;
  std::minstd_rand random(7);
  build(to(sandbox), 0);
  int with_debris = 0;
  for (int round = 1; round <= 100; ++round) {
    const pid_t child = ::fork();
    if (child == 0) {
      for (int version = round * 1000;; ++version) build(to(sandbox), version);
    }
    ::usleep(static_cast<useconds_t>(random() % 4000));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    const int version = std::stoi(sandbox.read("public/s0/p0/index.html"));
    REQUIRE(published(sandbox) == site(version));
    with_debris += names_at_top(sandbox) > 1 ? 1 : 0;
    const Published result = build(to(sandbox), round);
    REQUIRE(result.leftovers.empty());
    REQUIRE(names_at_top(sandbox) == 1);
    REQUIRE(published(sandbox) == site(round));
  }
  CHECK(with_debris > 0);
}

TEST_CASE("a build killed as it begins to remove the old site has published the new") {
  const Sandbox sandbox;
  build(to(sandbox), 1);
  CHECK(in_child([&] {
          forbid(SYS_unlinkat, 0);
          build(to(sandbox), 2);
        }) == "killed");
  CHECK(published(sandbox) == site(2));
  CHECK(names_at_top(sandbox) == 3);
  CHECK(build(to(sandbox), 2).unchanged == 23);
  CHECK(names_at_top(sandbox) == 1);
}

TEST_CASE("what is left of a folder that was replaced by force is known for debris") {
  const Sandbox sandbox;
  sandbox.write("public/theirs.txt", "theirs");
  CHECK(in_child([&] {
          forbid(SYS_unlinkat, 0);
          build(to(sandbox, true), 1);
        }) == "killed");
  CHECK(sandbox.read(".public.staging-1/theirs.txt") == "theirs");
  CHECK(build(to(sandbox), 2).leftovers.empty());
  CHECK(names_at_top(sandbox) == 1);
}

TEST_CASE("what only looks like debris is left alone and told of") {
  const Sandbox sandbox;
  sandbox.write(".public.staging-1/thesis.doc", "years of work");
  sandbox.write(".public.staging-old", "a file");
  sandbox.write(".public.staging-2/.framewright", "");
  std::filesystem::create_directory(sandbox.at(".public.staging-3"));
  const Published result = build(to(sandbox), 1);
  const std::string says =
      " beside public looks like the rest of a build that was stopped, but is not surely one; remove it if it is not "
      "yours";
  REQUIRE(result.leftovers.size() == 2);
  CHECK(sandbox.without_root(result.leftovers[0]) == ".public.staging-1" + says);
  CHECK(sandbox.without_root(result.leftovers[1]) == ".public.staging-old" + says);
  CHECK(names_at_top(sandbox) == 3);
  CHECK(sandbox.read(".public.staging-1/thesis.doc") == "years of work");
}

TEST_CASE("a file system that cannot exchange folders is served by two renames") {
  const Sandbox sandbox;
  build(to(sandbox), 1);
  CHECK(in_child([&] {
          forbid(SYS_renameat2, EINVAL);
          if (build(to(sandbox), 2).removed != 0) throw std::runtime_error("removed");
          if (build(to(sandbox), 5).removed != 2) throw std::runtime_error("not removed");
        }).empty());
  CHECK(published(sandbox) == site(5));
  CHECK(names_at_top(sandbox) == 1);
}

TEST_CASE("when the second of two renames fails, the first is taken back") {
  const Sandbox sandbox;
  build(to(sandbox), 1);
  const std::string message = in_child([&] {
    Staging staging = Staging::open(to(sandbox));
    std::filesystem::remove_all(sandbox.at(".public.staging-1"));
    forbid(SYS_renameat2, EINVAL);
    publish(std::move(staging));
  });
  CHECK(sandbox.without_root(message) == "cannot rename .public.staging-1 to public: it does not exist");
  CHECK(published(sandbox) == site(1));
  CHECK(names_at_top(sandbox) == 1);
}

TEST_CASE("a build killed between the two renames is mended by the next, even if that one fails") {
  const Sandbox sandbox;
  build(to(sandbox), 1);
  std::filesystem::rename(sandbox.at("public"), sandbox.at(".public.former"));
  { const Staging abandoned = Staging::open(to(sandbox)); }
  CHECK(published(sandbox) == site(1));
  CHECK(names_at_top(sandbox) == 1);
}

TEST_CASE("a former site left after both renames is cleared") {
  const Sandbox sandbox;
  build(to(sandbox), 1);
  std::filesystem::copy(sandbox.at("public"), sandbox.at(".public.former"), std::filesystem::copy_options::recursive);
  build(to(sandbox), 2);
  CHECK(published(sandbox) == site(2));
  CHECK(names_at_top(sandbox) == 1);
}

TEST_CASE("a file system without hard links still keeps the times of unchanged files") {
  const Sandbox sandbox;
  build(to(sandbox), 1);
  set_changed(sandbox.at("public/same.html"), 1'000'000'000);
  const FileFacts before = facts(sandbox.at("public/same.html"));
  CHECK(in_child([&] {
          forbid(SYS_linkat, EPERM);
          if (build(to(sandbox), 6).unchanged != 1) throw std::runtime_error("not unchanged");
        }).empty());
  CHECK(facts(sandbox.at("public/same.html")).inode != before.inode);
  CHECK(facts(sandbox.at("public/same.html")).changed == before.changed);
}

// Small writes stay allowed: sanitizers make them to probe memory.
TEST_CASE("a full disk leaves the old site and nothing beside it") {
  const Sandbox sandbox;
  build(to(sandbox), 1);
  const std::string message = in_child([&] {
    Staging staging = Staging::open(to(sandbox));
    forbid(SYS_write, ENOSPC, 100);
    staging.write("news/index.html", std::string(100, 'x'));
  });
  CHECK(sandbox.without_root(message) == "cannot write public/news/index.html: there is no space left on the disk");
  CHECK(sandbox.without_root(in_child([&] {
    forbid(SYS_write, ENOSPC, 100);
    build(to(sandbox), 2);
  })) == "cannot write public/.framewright: there is no space left on the disk");
  CHECK(published(sandbox) == site(1));
  CHECK(names_at_top(sandbox) == 1);
}

TEST_CASE("a disk that fills up on the way, where a small one may be mounted") {
  const Sandbox sandbox;
  std::filesystem::create_directory(sandbox.at("disk"));
  const std::string message = in_child([&] {
    mount_small_disk(sandbox.at("disk"));
    const PublishTarget target = {sandbox.at("disk/public"), false, "", {}};
    build(target, 1);
    const Tree before = sandbox.files();
    try {
      Staging staging = Staging::open(target);
      for (int i = 0; i < 1000; ++i) staging.write("s/p" + std::to_string(i) + ".html", std::string(20'000, 'x'));
    } catch (const EnvironmentError& error) {
      if (sandbox.files() != before) throw std::runtime_error("the old site is not as it was");
      throw;
    }
  });
  if (message == "no mount") {
    MESSAGE("not permitted to mount a disk here");
    return;
  }
  CHECK(sandbox.without_root(message).starts_with("cannot write disk/public/s/p"));
  CHECK(message.ends_with(".html: there is no space left on the disk"));
}

TEST_CASE("a folder that may not be written to is told of, and the site in it stands") {
  const Sandbox sandbox;
  std::filesystem::permissions(sandbox.root(), std::filesystem::perms(0755));
  build({sandbox.at("above/public"), false, "", {}}, 1);
  std::filesystem::permissions(sandbox.at("above"), std::filesystem::perms(0555));
  const Tree before = sandbox.files();
  const std::string message = in_child([&] {
    if (::geteuid() == 0 && ::setresuid(65534, 65534, 65534) != 0) throw std::runtime_error("no other user");
    build({sandbox.at("above/public"), false, "", {}}, 2);
  });
  CHECK(sandbox.without_root(message) == "cannot write above/.public.lock: permission is denied");
  CHECK(sandbox.files() == before);
  std::filesystem::permissions(sandbox.at("above"), std::filesystem::perms(0755));
}

TEST_CASE("a site is published though the former one cannot be removed, and the next build removes it") {
  const Sandbox sandbox;
  build(to(sandbox), 1);
  const std::string message = in_child([&] {
    forbid(SYS_unlinkat, EACCES);
    const Published result = build(to(sandbox), 2);
    if (result.leftovers.size() == 1) throw std::runtime_error(result.leftovers.front());
  });
  CHECK(sandbox.without_root(message).starts_with(
      "the new site is published, but the former one could not be removed: cannot remove .public.staging-1/s"));
  CHECK(message.ends_with("/index.html: permission is denied"));
  CHECK(published(sandbox) == site(2));
  CHECK(build(to(sandbox), 2).leftovers.empty());
  CHECK(names_at_top(sandbox) == 1);
}

TEST_CASE("a folder that is a disk of its own cannot be replaced, and says so, where one may be mounted") {
  const Sandbox sandbox;
  std::filesystem::create_directory(sandbox.at("public"));
  const std::string message = in_child([&] {
    mount_small_disk(sandbox.at("public"));
    build(to(sandbox), 1);
  });
  if (message == "no mount") {
    MESSAGE("not permitted to mount a disk here");
    return;
  }
  CHECK(sandbox.without_root(message) ==
        "cannot publish to public: it is a disk or volume of its own, or comes from a container image, so it cannot be "
        "exchanged for another folder; publish to a folder within it");
  CHECK(names_at_top(sandbox) == 1);
}
