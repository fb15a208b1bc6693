#include "cli/types_text.h"

#include <doctest/doctest.h>

#include "cli/command.h"
#include "cli/schema_words.h"
#include "cli/types_schema.h"
#include "load/schema_reader.h"
#include "port/json.h"
#include "port/toml.h"

using namespace framewright;

namespace {

constexpr std::string_view declarations = R"(
[any.field]
title = { kind = "inline", says = "The name" }
owner = { kind = "text", says = "Who answers for it" }
[any.link]
sources = { to = ["any"], reads = ["draws on", "is a source of"] }

[type.page]
folder = ""
label  = ["page", "pages"]

[type.standard]
folder   = "standards"
label    = ["standard", "standards"]
id       = "S[0-9]+"
example  = "S4"
numbered = true
reads    = "Standard {number}: {title}"
status   = ["draft", "adopted"]
[type.standard.field]
level    = { kind = "choice", choices = ["low", "high"], required = true, says = "How strict it is" }
start    = { kind = "date", says = "The first day" }
end      = { kind = "date", from = "start", says = "The last day" }
codes    = { kind = "text", list = true, pattern = "[0-9]{2}", example = "85", says = "Codes" }
value    = { kind = "money", says = "What it costs" }
[type.standard.link]
board    = { to = ["board"], min = 1, max = 1, reads = ["is kept by", "keeps"] }
[type.standard.nest]
criteria = { type = "criterion", link = "standard" }
[type.standard.covered_by]
any      = ["board"]

[type.criterion]
label    = ["criterion", "criteria"]

[type.board]
folder   = "boards"
label    = ["joint board", "joint boards"]
pages    = false
)";

Schema schema() {
  Diagnostics diagnostics;
  const TomlText toml = parse_toml(declarations, no_file, 0, diagnostics);
  Schema read = read_schema(toml.root, TomlValue{}, diagnostics);
  REQUIRE(diagnostics.empty());
  return read;
}

}  // namespace

TEST_CASE("types are listed with their folders and ids, the name first") {
  CHECK(types_list(schema()) ==
        "page       content/\n"
        "standard   content/standards/          S[0-9]+, such as S4\n"
        "criterion  [[criteria]] of a standard\n"
        "board      content/boards/\n");
}

TEST_CASE("a type is told with its fields, its links both ways and what must cover it") {
  CHECK(type_text(schema(), 1) ==
        "standard (standard, standards)\n"
        "  written in  content/standards/\n"
        "  ids         S[0-9]+, such as S4\n"
        "  numbers     without gaps or repeats; the text may stand without a title\n"
        "  reads as    Standard {number}: {title}\n"
        "  pages       one for each\n"
        "  status      draft or adopted\n"
        "  covered by  board; else it is a gap\n"
        "\n"
        "Fields\n"
        "  level  choice, required  How strict it is; low or high\n"
        "  start  date              The first day\n"
        "  end    date              The last day; not before start\n"
        "  codes  list of text      Codes; in the form of 85\n"
        "  value  money             What it costs\n"
        "  text   Markdown          The body; in a .md file what stands below the front\n"
        "                           matter\n"
        "\n"
        "Links, written as the ids of items\n"
        "  board    exactly 1   board: \"is kept by\" / \"keeps\"\n"
        "  sources  any number  any item: \"draws on\" / \"is a source of\"\n"
        "\n"
        "Items within it\n"
        "  criteria  [[criteria]], once for each criterion\n"
        "\n"
        "Fields that any item may have\n"
        "  title  text           The name\n"
        "  owner  text           Who answers for it\n"
        "  waive  list of table  Findings that may stand: rule, reason and until\n");
  CHECK(type_text(schema(), 3).find("\nLinks that lead to it\n  standard  board  keeps\n") != std::string::npos);
}

TEST_CASE("every field and link is listed once, with the types that have it") {
  CHECK(fields_list(schema()) ==
        "board     standard\n"
        "codes     standard\n"
        "criteria  standard\n"
        "end       standard\n"
        "level     standard\n"
        "owner     any type\n"
        "sources   any type\n"
        "start     standard\n"
        "text      any type\n"
        "title     any type\n"
        "value     standard\n"
        "waive     any type\n");
}

TEST_CASE("a type is called by its name or by either label, in any case") {
  const Schema types = schema();
  CHECK(type_called(types, "standard") == 1);
  CHECK(type_called(types, "Standards") == 1);
  CHECK(type_called(types, "joint boards") == 3);
  CHECK_THROWS_WITH_AS(type_called(types, "standrad"),
                       "there is no type \"standrad\"; did you mean \"standard\"?\n"
                       "See all types with `framewright types`.",
                       UsageError);
  CHECK_THROWS_WITH_AS(type_called(types, "x"), "there is no type \"x\"\nSee all types with `framewright types`.",
                       UsageError);
}

TEST_CASE("how many a link takes is said in words") {
  const auto count = [](std::size_t min, std::optional<std::size_t> max) {
    LinkDef link;
    link.min = min;
    if (max) link.max = *max;
    return count_words(link);
  };
  CHECK(count(0, {}) == "any number");
  CHECK(count(1, {}) == "1 or more");
  CHECK(count(0, 1) == "at most 1");
  CHECK(count(1, 1) == "exactly 1");
  CHECK(count(1, 3) == "1 to 3");
}

TEST_CASE("the JSON Schema of a collection has a table for each item, of the fields of its type and no others") {
  const auto json = parse_json(collection_schema(schema(), 1));
  REQUIRE(json);
  CHECK(json->text_of("$schema") == "https://json-schema.org/draft/2020-12/schema");
  CHECK(json->find("additionalProperties")->text_of("$ref") == "#/$defs/standard");
  const JsonValue& standard = *json->find("$defs")->find("standard");
  CHECK_FALSE(standard.find("additionalProperties")->boolean);
  std::string names, required;
  for (const auto& [name, value] : standard.find("properties")->members) names += name + " ";
  for (const JsonValue& name : standard.find("required")->items) required += name.text + " ";
  CHECK(names == "text level start end codes value title owner board sources criteria waive ");
  CHECK(required == "level board ");
}

TEST_CASE("what completes an item of a collection may leave out what the JSON Schema requires") {
  Diagnostics diagnostics;
  const TomlText toml = parse_toml(
      "[type.page]\n[type.need]\nfolder = \"needs\"\n[type.need.field]\n"
      "completes = { kind = \"text\" }\ngroup = { kind = \"text\", required = true }\n",
      no_file, 0, diagnostics);
  const auto json = parse_json(types_schema(read_schema(toml.root, TomlValue{}, diagnostics)));
  REQUIRE(json);
  const JsonValue& need = *json->find("$defs")->find("need");
  CHECK(need.find("required") == nullptr);
  CHECK(need.find("anyOf")->items[0].find("required")->items[0].text == "group");
  CHECK(need.find("anyOf")->items[1].find("required")->items[0].text == "completes");
}

TEST_CASE("the JSON Schema says of each field what its value must be") {
  const auto json = parse_json(types_schema(schema()));
  REQUIRE(json);
  const JsonValue& fields = *json->find("$defs")->find("standard")->find("properties");
  CHECK(fields.find("level")->find("enum")->items.size() == 2);
  CHECK(fields.find("start")->text_of("format") == "date");
  CHECK(fields.find("codes")->find("items")->text_of("pattern") == "^(?:[0-9]{2})$");
  CHECK(fields.find("value")->find("type")->items.size() == 2);
  const JsonValue& list = fields.find("board")->find("anyOf")->items[1];
  CHECK(list.find("minItems")->number == 1);
  CHECK(list.find("maxItems")->number == 1);
  CHECK(fields.find("criteria")->find("items")->text_of("$ref") == "#/$defs/criterion");
}
