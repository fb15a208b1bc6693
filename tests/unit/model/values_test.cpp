#include "model/values.h"

#include <doctest/doctest.h>

#include "template/print.h"
#include "unit/site.h"

using namespace framewright;

namespace {

const Files files{
    {"content/standards/a.md",
     page("id = \"S1\"\ntitle = \"Be *safe*\"\nsummary = \"It is **good**, see [[S2]]\"\nreviewed_on = 2026-01-02\n"
          "also = [\"one\", \"two\"]\nreviewed_by = \"joint\"\nrealises = [\"P1\", \"P2\"]\n[[criteria]]\ntext = "
          "\"One.\"",
          "Text.")},
    {"content/standards/b.md", page("id = \"S2\"\ntitle = \"Heard\"", "Text.")},
    {"content/principles/p.toml", "[P1]\ntitle = \"One\"\n[P2]\ntitle = \"Two\"\n"},
    {"content/boards/b.toml", "[joint]\ntitle = \"Joint board\"\ndelegated_limit = 30000\n"},
    {"content/glossary/g.toml", "[pool]\ntitle = \"Pool\"\ntext = \"Money.\"\n"},
    {"content/strategies/plan.md",
     page("title = \"Plan\"\nresources = \"Two *people*.\\n\\nAnd £5.\"\nstandards = [\"S1\"]", "Text.")}};

class ValuesSite {
public:
  ValuesSite() : site_(files) {}
  const ItemValue& item(std::string_view type, std::string_view id) const {
    return site_.values()[site_.model().find(*site_.config().schema.find(type), id)];
  }
  const TestSite& site() const { return site_; }

private:
  TestSite site_;
};

// A text, the keys of a list or of an object, "-" for empty and "?" for undefined.
std::string words(const Value& value) {
  if (value.is_undefined()) return "?";
  if (value.is_empty()) return "-";
  if (const auto* text = value.get<std::string_view>()) return std::string(*text);
  if (const auto* boolean = value.get<bool>()) return *boolean ? "true" : "false";
  if (const auto* date = value.get<Date>()) return iso_date(*date);
  if (const auto* money = value.get<Money>()) return decimal_money(*money);
  if (const auto* object = value.get<const Object*>()) return std::string((*object)->key());
  std::string all = "[";
  if (const auto* list = value.get<const List*>())
    for (std::size_t i = 0; i < (*list)->size(); ++i) all += (i > 0 ? " " : "") + words((*list)->at(i));
  return all + "]";
}

}  // namespace

TEST_CASE("an item has its fields by name, empty ones that its type declares, and nothing else") {
  const ValuesSite site;
  const ItemValue& standard = site.item("standard", "S1");
  CHECK(words(standard.member("id")) == "S1");
  CHECK(words(standard.member("reviewed_on")) == "2026-01-02");
  CHECK(words(standard.member("also")) == "[one two]");
  CHECK(words(standard.member("review_by")) == "-");
  CHECK(words(standard.member("former")) == "-");
  CHECK(words(standard.member("reviewd_on")) == "?");
  CHECK(words(standard.member("delegated_limit")) == "?");
  CHECK(words(site.item("board", "joint").member("delegated_limit")) == "30000.00");
}

TEST_CASE("a field with markup is its words") {
  const ValuesSite site;
  CHECK(words(site.item("standard", "S1").member("title")) == "Be safe");
  CHECK(words(site.item("standard", "S1").member("summary")) == "It is good, see S2");
  CHECK(words(site.item("strategy", "plan").member("resources")) == "Two people. And £5.");
  CHECK(words(site.item("strategy", "plan").member("summary")) == "-");
}

TEST_CASE("a link of many is a list, a link of one is the item, and neither where none is given") {
  const ValuesSite site;
  const ItemValue& standard = site.item("standard", "S1");
  CHECK(words(standard.member("realises")) == "[P1 P2]");
  CHECK(words(standard.member("reviewed_by")) == "joint");
  CHECK(words(standard.member("supersedes")) == "-");
  CHECK(words(standard.member("superseded_by")) == "-");
  CHECK(words(site.item("standard", "S2").member("realises")) == "-");
}

TEST_CASE("nested items are a list on the one they stand in, which is their parent") {
  const ValuesSite site;
  CHECK(words(site.item("standard", "S1").member("criteria")) == "[S1.1]");
  CHECK(words(site.item("standard", "S1").member("nested")) == "[S1.1]");
  CHECK(words(site.item("standard", "S2").member("criteria")) == "-");
  CHECK(words(site.item("standard", "S2").member("nested")) == "-");
  CHECK(words(site.item("criterion", "S1.1").member("parent")) == "S1");
  CHECK(words(site.item("standard", "S1").member("parent")) == "-");
  CHECK(words(site.item("criterion", "S1.1").member("standard")) == "S1");
}

TEST_CASE("every item has what it is, how it reads and where it stands") {
  const ValuesSite site;
  const ItemValue& standard = site.item("standard", "S1");
  CHECK(words(standard.member("name")) == "Be safe");
  CHECK(words(standard.member("reads")) == "Standard 1: Be safe");
  CHECK(words(standard.member("number")) == "1");
  CHECK(words(standard.member("type")) == "standard");
  CHECK(words(standard.member("label")) == "standard");
  CHECK(words(standard.member("address")) == "standards/S1/");
  CHECK(words(standard.member("anchor")) == "-");
  CHECK(words(standard.member("path")) == "standards/a");
  CHECK(words(standard.member("standard")) == "true");
  CHECK(words(standard.member("principle")) == "false");
  CHECK(words(site.item("criterion", "S1.1").member("name")) == "Criterion 1.1");
  CHECK(words(site.item("criterion", "S1.1").member("title")) == "-");
  CHECK(words(site.item("criterion", "S1.1").member("address")) == "standards/S1/#S1.1");
  CHECK(words(site.item("term", "pool").member("address")) == "glossary/#pool");
  CHECK(words(site.item("board", "joint").member("number")) == "-");
}

TEST_CASE("links are grouped by relation, both ways, in words") {
  const ValuesSite site;
  const auto groups = [&](const ItemValue& item, std::string_view side) {
    std::string all;
    const Value value = item.member(side);
    const List& list = **value.get<const List*>();
    for (std::size_t i = 0; i < list.size(); ++i) {
      const Value entry = list.at(i);
      const Object& group = **entry.get<const Object*>();
      all += words(group.member("name")) + ": " + words(group.member("reads")) + " " + words(group.member("items")) +
             (words(group.member("other")) == "?" ? "; " : "");
    }
    return all;
  };
  CHECK(groups(site.item("standard", "S1"), "links") ==
        "realises: realises [P1 P2]; reviewed_by: is reviewed by [joint]; ");
  CHECK(groups(site.item("standard", "S1"), "back_links") == "standard: has [S1.1]; standards: is met by [plan]; ");
  CHECK(groups(site.item("standard", "S2"), "links") == "");
  CHECK(groups(site.item("board", "joint"), "back_links") == "reviewed_by: reviews [S1]; ");
}

TEST_CASE("an item names all that it has, for suggestions") {
  const ValuesSite site;
  const std::vector<std::string_view> names = site.item("standard", "S1").names();
  for (const char* name : {"title", "realises", "criteria", "reads", "parent", "back_links"})
    CHECK_MESSAGE(std::find(names.begin(), names.end(), name) != names.end(), name);
  for (const std::string_view name : names)
    CHECK_MESSAGE(!site.item("standard", "S1").member(name).is_undefined(), std::string(name));
}
