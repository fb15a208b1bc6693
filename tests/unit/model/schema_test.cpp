#include "model/schema.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "unit/site.h"

using namespace framewright;

namespace {

bool holds(const std::vector<std::string_view>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

TEST_CASE("a path belongs to the type of the deepest folder that holds it") {
  const TestSite site(Files{});
  const Schema& schema = site.config().schema;
  const auto type = [&](std::string_view path) { return schema.types[schema.type_of_path(path)].name; };
  CHECK(type("standards/S1.md") == "standard");
  CHECK(type("standards/deep/S1.md") == "standard");
  CHECK(type("standards.toml") == "standard");
  CHECK(type("standards.csv") == "standard");
  CHECK(type("register/contracts.csv") == "contract");
  CHECK(type("register/suppliers/a.toml") == "supplier");
  CHECK(type("register/suppliers.csv") == "supplier");
  CHECK(type("register/grants/2026.csv") == "grant");
  CHECK(type("register/suppliers-old/a.toml") == "contract");
}

TEST_CASE("a path that only begins like the folder of a type is a page") {
  const TestSite site(Files{});
  const Schema& schema = site.config().schema;
  for (const char* path : {"standards", "standards.md", "standards-old/S1.md", "standardsx", "standards.tomlx", "index",
                           "about/standards/S1.md", ""})
    CHECK_MESSAGE(schema.type_of_path(path) == page_type, path);
}

TEST_CASE("types, fields, links and nests are found by their names and no others") {
  const TestSite site(Files{});
  const Schema& schema = site.config().schema;
  REQUIRE(schema.find("standard").has_value());
  CHECK(!schema.find("standards"));
  CHECK(!schema.find(""));
  const TypeDef& standard = schema.types[*schema.find("standard")];
  CHECK(standard.field("reviewed_on")->kind == FieldKind::date);
  CHECK(standard.field("reviewd_on") == nullptr);
  CHECK(standard.field_index("reviewd_on") == standard.fields.size());
  CHECK(standard.nest("criteria")->name == "criteria");
  CHECK(standard.nest("criterion") == nullptr);
  LinkId id = 0;
  const LinkDef* realises = schema.link(standard, "realises", &id);
  REQUIRE(realises != nullptr);
  CHECK(&schema.links[id] == realises);
  CHECK(realises->accepts(*schema.find("principle")));
  CHECK(!realises->accepts(*schema.find("standard")));
  CHECK(schema.link(standard, "standards") == nullptr);
  CHECK(schema.link(standard, "supersedes")->accepts(*schema.find("board")));
}

TEST_CASE("what an item may give are its fields, links and nested items, and not the way up") {
  const TestSite site(Files{});
  const Schema& schema = site.config().schema;
  const auto standard = schema.names(schema.types[*schema.find("standard")]);
  for (const char* name : {"title", "reviewed_on", "realises", "criteria", "supersedes"})
    CHECK_MESSAGE(holds(standard, name), name);
  const auto criterion = schema.names(schema.types[*schema.find("criterion")]);
  CHECK(holds(criterion, "measured_by"));
  CHECK(!holds(criterion, "standard"));
}

TEST_CASE("every kind of field is read by the name that it is told by") {
  for (const FieldKind kind :
       {FieldKind::text, FieldKind::inline_markdown, FieldKind::markdown, FieldKind::integer, FieldKind::money,
        FieldKind::date, FieldKind::month, FieldKind::year, FieldKind::dated, FieldKind::boolean, FieldKind::choice,
        FieldKind::status, FieldKind::url, FieldKind::email})
    CHECK(field_kind(field_kind_name(kind)) == kind);
  CHECK(!field_kind("number"));
}
