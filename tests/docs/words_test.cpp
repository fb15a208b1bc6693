#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "docs/documents.h"
#include "support/workplace.h"

using namespace framewright;

namespace {

const std::filesystem::path root = FRAMEWRIGHT_ROOT;

// The phrases of the interface, "section.key", as the program prints them.
std::set<std::string> phrases() {
  std::set<std::string> found;
  std::istringstream lines(read_file(root / "src/model/words/en.toml"));
  std::string section;
  const std::regex key("([a-z_]+) += .*");
  for (std::string line; std::getline(lines, line);) {
    std::smatch match;
    if (line.starts_with('['))
      section = line.substr(1, line.find(']') - 1);
    else if (std::regex_match(line, match, key))
      found.insert(section + "." + match[1].str());
  }
  return found;
}

std::string all_of(const std::filesystem::path& folder) {
  std::string all;
  for (const auto& [path, text] : read_tree(folder)) all += text;
  return all;
}

}  // namespace

TEST_CASE("templates ask for no words that there are not") {
  const std::set<std::string> known = phrases();
  const std::string templates = all_of(root / "templates");
  const std::regex use("words\\.([a-z_]+)\\.([a-z_]+)");
  std::size_t uses = 0;
  for (auto match = std::sregex_iterator(templates.begin(), templates.end(), use); match != std::sregex_iterator();
       ++match, ++uses) {
    const std::string name = (*match)[1].str() + "." + (*match)[2].str();
    if (!known.contains(name)) FAIL_CHECK("there are no words ", name);
  }
  CHECK(uses > 200);
}

// Some names are made of a prefix and the name of a thing: "facet." + name + "_title".
TEST_CASE("every phrase is asked for") {
  const std::string asked = all_of(root / "templates") + all_of(root / "src");
  const std::set<std::string> made{"facet", "made", "kind", "thread", "state", "governance"};
  for (const std::string& name : phrases()) {
    if (made.contains(name.substr(0, name.find('.')))) continue;
    if (asked.find("words." + name) == std::string::npos && asked.find("\"" + name) == std::string::npos)
      FAIL_CHECK("nothing asks for the words ", name);
  }
}

// A letter that stands for itself between tags, in a template of pages for readers.
TEST_CASE("templates have no words of their own") {
  const std::set<std::string> for_authors{"findings.html", "partials/findings.html", "partials/finding-list.html",
                                          "partials/draft-banner.html"};
  const std::regex comment("\\{#[^]*?#\\}"), code("\\{[{%][^]*?[%}]\\}"), tag("<[^>]*>");
  const std::regex words("[a-z]{3,}"), label("aria-label=\"[^{\"]");
  for (const auto& [path, text] : read_tree(root / "templates")) {
    if (!path.ends_with(".html") || for_authors.contains(path) || path == "partials/linked-data.html") continue;
    std::string left = std::regex_replace(text, comment, "");
    left = std::regex_replace(left, code, "");
    left = std::regex_replace(left, tag, "");
    std::smatch found;
    if (std::regex_search(text, label)) FAIL_CHECK(path, " has a label of its own");
    if (std::regex_search(left, found, words)) FAIL_CHECK(path, " says \"", found.str(), "\" itself");
  }
}
