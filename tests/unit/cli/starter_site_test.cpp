#include "cli/starter_site.h"

#include <doctest/doctest.h>

#include "unit/site.h"

using namespace framewright;

namespace {

Files files_of(const std::vector<StarterFile>& starter) {
  Files files;
  for (const StarterFile& file : starter) files[file.path] = file.text;
  return files;
}

const StarterFacts facts{"Care & \"support\" in Moorvale @TODAY@", "Moorvale \\ Council",
                         std::chrono::year{2028} / std::chrono::February / 29};

}  // namespace

TEST_CASE("a starter site has no finding at all, whatever it is called") {
  const TestSite site(files_of(starter_site(facts)), facts.today);
  CHECK(site.messages().empty());
  CHECK(site.config().title == facts.title);
  CHECK(site.config().organisation.name == facts.organisation);
}

TEST_CASE("a starter site is reviewed within a year, also when it is made on a leap day") {
  const Files files = files_of(starter_site(facts));
  CHECK(files.at("content/framework/index.md").find("adopted_on = 2028-02-29\nreview_by  = 2029-02-28\n") !=
        std::string::npos);
}

TEST_CASE("site.toml comes last, as what makes a folder a site") {
  const std::vector<StarterFile> starter = starter_site(facts);
  CHECK(starter.back().path == "site.toml");
  CHECK(files_of(starter).contains(".gitignore"));
}
