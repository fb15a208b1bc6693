#include "register/changes_feed.h"

#include <doctest/doctest.h>

#include "unit/register/register_site.h"

using namespace framewright;

namespace {

std::string entries(const std::string& feed, std::string_view element) {
  std::string shown;
  const std::string open = "<" + std::string(element) + ">";
  for (std::size_t at = feed.find("<entry>"); (at = feed.find(open, at)) != std::string::npos;) {
    at += open.size();
    shown += feed.substr(at, feed.find('<', at) - at) + "\n";
  }
  return shown;
}

}  // namespace

TEST_CASE("the feed tells what happened up to today, the latest first, by ids that last") {
  const RegisterSite site(
      register_files("[C-1]\ntitle = \"A & B\"\nawarded = 2026-10-01\nstart = 2026-11-23\nend = 2026-11-24\n"
                     "[[C-1.notices]]\ncode = \"UK6\"\npublished = 2026-10-01\n"
                     "[[C-1.notices]]\ncode = \"UK6\"\npublished = 2026-10-01\n"
                     "[C-2]\ntitle = \"C\"\nend = 2026-11-22\nextensions = [\"1 year taken 2025-11-01\"]\n"));
  const std::string feed = site.file("register/changes.xml");
  CHECK(entries(feed, "id") ==
        "https://moorvale.example/register/C-1/#started-2026-11-23\n"
        "https://moorvale.example/register/C-2/#ended-2026-11-22\n"
        "https://moorvale.example/register/C-1/#notice-uk6-2026-10-01-2\n"
        "https://moorvale.example/register/C-1/#notice-uk6-2026-10-01\n"
        "https://moorvale.example/register/C-1/#awarded-2026-10-01\n"
        "https://moorvale.example/register/C-2/#extended-2025-11-01\n");
  CHECK(entries(feed, "title") ==
        "Started: A &amp; B\nEnded: C\nContract award notice (UK6) published: A &amp; B\n"
        "Contract award notice (UK6) published: A &amp; B\nAwarded: A &amp; B\nExtended by 12 months: C\n");
  CHECK(feed.find("<updated>2026-11-23T00:00:00Z</updated>") < feed.find("<entry>"));
}

TEST_CASE("the feed holds the latest fifty changes of all contracts") {
  std::string contracts;
  for (int i = 0; i < 60; ++i)
    contracts += "[K-" + std::to_string(i) + "]\ntitle = \"A\"\nstart = 20" + std::to_string(10 + i % 15) + "-01-" +
                 std::to_string(10 + i / 15) + "\n";
  const RegisterSite site(register_files(contracts));
  const std::string dates = entries(site.file("register/changes.xml"), "updated");
  CHECK(std::count(dates.begin(), dates.end(), '\n') == 50);
  CHECK(dates.starts_with("2024-01-13T00:00:00Z\n2024-01-12T"));
  CHECK(dates.ends_with("2012-01-13T00:00:00Z\n2012-01-12T00:00:00Z\n"));
}

TEST_CASE("a site without an address of its own has no feed") {
  Files files = register_files("[C-1]\ntitle = \"A\"\nstart = 2026-01-01\n");
  files["site.toml"] = "title = \"Test\"\n";
  CHECK(RegisterSite(files).file("register/changes.xml").empty());
}
