#include "base/diagnostic.h"

#include <doctest/doctest.h>

using namespace framewright;

namespace {

std::string rules(const Diagnostics& found) {
  std::string all;
  for (const Diagnostic& each : found.all()) all += (all.empty() ? "" : " ") + each.rule;
  return all;
}

}  // namespace

TEST_CASE("findings are counted by how serious they are") {
  Diagnostics found;
  CHECK(found.empty());
  CHECK(!found.has_errors());
  found.warning("a", {}, "one");
  found.info("b", {}, "two");
  CHECK(!found.has_errors());
  found.error("c", {}, "three").help = "mend it";
  CHECK(found.has_errors());
  CHECK(found.count(Severity::error) == 1);
  CHECK(found.count(Severity::warning) == 1);
  CHECK(found.count(Severity::info) == 1);
  CHECK(found.all().back().help == "mend it");
}

TEST_CASE("merged findings come after those that are there, and are taken from where they were") {
  Diagnostics found, more;
  found.error("a", {}, "one");
  more.error("b", {}, "two");
  more.error("c", {}, "three");
  found.merge(std::move(more));
  CHECK(rules(found) == "a b c");
  CHECK(more.empty());
}

TEST_CASE("findings are sorted by path, place and rule, those without a place first") {
  SourceFiles files;
  const FileId b = files.add("content/b.md", "text"), a = files.add("content/a.md", "text");
  Diagnostics found;
  found.error("in-b", {b, 0, 1}, "m");
  found.error("later", {a, 2, 3}, "m");
  found.error("z-rule", {a, 1, 2}, "m");
  found.warning("a-rule", {a, 1, 3}, "m");
  found.info("nowhere", {}, "m");
  found.sort(files);
  CHECK(rules(found) == "nowhere a-rule z-rule later in-b");
}

TEST_CASE("equal findings are kept once, and those that differ in rule, message or end are all kept") {
  SourceFiles files;
  const FileId file = files.add("content/a.md", "text");
  Diagnostics found;
  for (int i = 0; i < 3; ++i) found.error("a", {file, 1, 2}, "m");
  found.error("a", {file, 1, 3}, "m");
  found.error("a", {file, 1, 2}, "n");
  found.error("b", {file, 1, 2}, "m");
  found.sort(files);
  CHECK(rules(found) == "a a a b");
}

TEST_CASE("severities have names and an order") {
  CHECK(severity_name(Severity::info) == "info");
  CHECK(severity_name(Severity::warning) == "warning");
  CHECK(severity_name(Severity::error) == "error");
  CHECK(Severity::info < Severity::warning);
  CHECK(Severity::warning < Severity::error);
}
