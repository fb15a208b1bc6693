#include "model/model.h"

#include <doctest/doctest.h>

#include "unit/site.h"

using namespace framewright;

namespace {

ItemId item(const TestSite& site, std::string_view type, std::string_view id) {
  return site.model().find(*site.config().schema.find(type), id);
}

std::string ids(const Model& model, std::span<const ItemId> items) {
  std::string all;
  for (const ItemId each : items) all += (all.empty() ? "" : " ") + model.items[each].id;
  return all;
}

const Files linked{
    {"content/standards/a.md",
     page("id = \"S1\"\ntitle = \"Safe\"\n[[criteria]]\ntext = \"One.\"\n[[criteria]]\ntext = \"Two.\"",
          "See [[S2]].")},
    {"content/standards/b.md", page("id = \"S2\"\ntitle = \"Heard\"\nsupersedes = [\"S1\"]", "Of [[S1.2]].")},
    {"content/strategies/plan.md", page("title = \"Plan\"\nstandards = [\"S2\", \"S1\"]", "Text.")}};

// How a reference to the only item of a type of a site's own reads.
std::string reads(const std::string& pattern, const std::string& item) {
  const TestSite site(Files{{"site.toml",
                             "title = \"T\"\n[type.aim]\nfolder = \"aims\"\nlabel = [\"aim\", \"aims\"]\n"
                             "numbered = true\nreads = \"" +
                                 pattern + "\"\n"},
                            {"content/aims/aims.toml", item}});
  return site.model().reads(site.model().of_type(*site.config().schema.find("aim")).front());
}

}  // namespace

TEST_CASE("items are found by type and id, and pages by their path") {
  const TestSite site(linked);
  const Model& model = site.model();
  CHECK(model.items[item(site, "standard", "S1")].title == "Safe");
  CHECK(model.items[item(site, "criterion", "S1.2")].number == "1.2");
  CHECK(item(site, "standard", "S3") == no_item);
  CHECK(item(site, "strategy", "S1") == no_item);
  CHECK(item(site, "standard", "s1") == no_item);
  CHECK(item(site, "standard", "") == no_item);
  CHECK(model.find_page("index") == item(site, "page", "index"));
  CHECK(model.find_page("standards/a") == item(site, "standard", "S1"));
  CHECK(model.find_page("standards/S1") == no_item);
  CHECK(model.find_page("") == no_item);
}

TEST_CASE("the items of a type stand in reading order, those nested in an item in theirs") {
  const TestSite site(linked);
  const Model& model = site.model();
  CHECK(ids(model, model.of_type(*site.config().schema.find("standard"))) == "S1 S2");
  CHECK(ids(model, model.of_type(*site.config().schema.find("criterion"))) == "S1.1 S1.2");
  CHECK(ids(model, model.of_type(*site.config().schema.find("board"))) == "");
  CHECK(ids(model, model.nested_in(item(site, "standard", "S1"))) == "S1.1 S1.2");
  CHECK(ids(model, model.nested_in(item(site, "standard", "S2"))) == "");
}

TEST_CASE("links are found from both ends, as they are written") {
  const TestSite site(linked);
  const Model& model = site.model();
  const ItemId first = item(site, "standard", "S1"), second = item(site, "standard", "S2");
  const ItemId plan = item(site, "strategy", "plan");
  std::vector<ItemId> to;
  for (const Link& link : model.links_from(plan)) to.push_back(link.to);
  CHECK(to == std::vector<ItemId>{second, first});
  CHECK(model.files.text(model.links_from(plan)[0].where) == "\"S2\"");
  CHECK(model.links_from(first).empty());
  std::string back;
  for (const std::uint32_t index : model.links_to(first))
    back +=
        site.config().schema.links[model.links[index].link].name + "<" + model.items[model.links[index].from].id + " ";
  CHECK(back == "standard<S1.1 standard<S1.2 supersedes<S2 standards<plan ");
  CHECK(model.links_to(plan).empty());
}

TEST_CASE("mentions are those of an item alone, not of what is nested in it") {
  const TestSite site(linked);
  const Model& model = site.model();
  const auto from = [&](std::string_view type, std::string_view id) {
    std::string all;
    for (const std::uint32_t index : model.mentions_of(item(site, type, id)))
      all += model.items[model.mentions[index].from].id + " ";
    return all;
  };
  CHECK(from("standard", "S2") == "S1 ");
  CHECK(from("criterion", "S1.2") == "S2 ");
  CHECK(from("standard", "S1") == "");
}

TEST_CASE("the target of a node of a text is found, and no other") {
  const TestSite site(linked);
  const Text& text = site.model().texts[site.model().items[item(site, "standard", "S1")].body];
  REQUIRE(text.targets.size() == 1);
  const std::size_t node = text.targets[0].node;
  CHECK(text.target(node) == &text.targets[0]);
  CHECK(text.target(node - 1) == nullptr);
  CHECK(text.target(node + 1) == nullptr);
}

TEST_CASE("a reference reads as its type says, with the number or else the id") {
  CHECK(reads("Aim {number}: {title}", "[A3]\ntitle = \"Safe\"\n") == "Aim 3: Safe");
  CHECK(reads("{label} {id}, {title}", "[A3]\ntitle = \"Safe\"\n") == "Aim A3, Safe");
  CHECK(reads("Aim {number}", "[A3]\ntitle = \"Safe\"\n") == "Aim 3");
  CHECK(reads("Aim {number}: {title}", "[three]\ntitle = \"Safe\"\n") == "Aim three: Safe");
  CHECK(reads("{title} and {title}", "[A3]\ntitle = \"{id} {title}\"\n") == "{id} {title} and {id} {title}");
}

TEST_CASE("a reference to a numbered item without a title ends before it") {
  CHECK(reads("Aim {number}: {title}", "[A3]\ntext = \"It is safe.\"\n") == "Aim 3");
  CHECK(reads("Aim {number}, {title}", "[A3]\ntext = \"It is safe.\"\n") == "Aim 3");
  CHECK(reads("Aim {number} – {title}", "[A3]\ntext = \"It is safe.\"\n") == "Aim 3");
  CHECK(reads("Aim {number} ({title})", "[A3]\ntext = \"It is safe.\"\n") == "Aim 3");
  CHECK(reads("Aim {number}", "[A3]\ntext = \"It is safe.\"\n") == "Aim 3");
}

TEST_CASE("where a reference would read as nothing it reads as the name") {
  CHECK(reads("{title} ({number})", "[A3]\ntext = \"It is safe.\"\n") == "Aim 3");
  CHECK(reads("", "[A3]\ntext = \"It is safe.\"\n") == "Aim 3");
  CHECK(reads("", "[A3]\ntitle = \"Safe\"\n") == "Safe");
}
