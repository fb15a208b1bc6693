#include "port/json.h"

#include <doctest/doctest.h>

using namespace framewright;

namespace {

std::string json_string(std::string_view text, bool in_html = false) {
  std::string out;
  append_json_string(out, text, in_html);
  return out;
}

void write_example(JsonWriter& json) {
  json.begin_object().field("title", "Café \"One\"").field("count", 3).field("open", true);
  json.key("value").raw("30000.01").key("none").null().field_if("left out", "");
  json.key("list").begin_array().value("a").begin_object().end_object().begin_array().end_array().end_array();
  json.key("empty").begin_object().end_object().end_object();
}

}  // namespace

TEST_CASE("text is escaped as RFC 8259 asks and no further") {
  CHECK(json_string("a \"b\" \\ / £\n\t\r\x01\x7f") == R"("a \"b\" \\ / £\n\t\r\u0001\u007f")");
  CHECK(json_string("") == "\"\"");
  CHECK(json_string("</script> &") == "\"</script> &\"");
  CHECK(json_string("</script> &", true) == R"("\u003c/script\u003e \u0026")");
}

TEST_CASE("malformed bytes become the replacement character") {
  CHECK(json_string("a\xff\"b\xE2\x82") == "\"a\uFFFD\\\"b\uFFFD\uFFFD\"");
}

TEST_CASE("JSON is written in one line or indented") {
  std::string compact, pretty;
  JsonWriter one(compact);
  write_example(one);
  CHECK(compact == R"({"title":"Café \"One\"","count":3,"open":true,"value":30000.01,"none":null,)"
                   R"("list":["a",{},[]],"empty":{}})");
  JsonWriter two(pretty, JsonWriter::Layout::pretty);
  write_example(two);
  CHECK(pretty == R"({
  "title": "Café \"One\"",
  "count": 3,
  "open": true,
  "value": 30000.01,
  "none": null,
  "list": [
    "a",
    {},
    []
  ],
  "empty": {}
})");
}

TEST_CASE("what was written reads back") {
  std::string text;
  JsonWriter json(text);
  write_example(json);
  const auto root = parse_json(text);
  REQUIRE(root.has_value());
  CHECK(root->text_of("title") == "Café \"One\"");
  CHECK(root->text_of("count") == "");
  CHECK(root->find("value")->number == 30000.01);
  CHECK(root->find("open")->boolean);
  CHECK(root->find("none")->kind == JsonValue::Kind::null);
  REQUIRE(root->find("list")->items.size() == 3);
  CHECK(root->find("list")->items[0].text == "a");
  CHECK(root->find("nothing") == nullptr);
  CHECK(root->members[1].key == "count");
}

TEST_CASE("what is not JSON, or nests too deeply, is nothing") {
  for (const char* text : {"", "{", "{\"a\":}", "[1,]", "nul", "[1] 2", "\"\xff\""}) CHECK_FALSE(parse_json(text));
  CHECK(parse_json(std::string(256, '[') + std::string(256, ']')).has_value());
  CHECK_FALSE(parse_json(std::string(100000, '[')).has_value());
}
