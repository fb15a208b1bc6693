#include "port/toml.h"

#include <doctest/doctest.h>

#include "unit/port/toml_reading.h"

using namespace framewright;
using Kind = TomlValue::Kind;

namespace {

std::vector<std::string> keys_of(const TomlValue& table) {
  std::vector<std::string> keys;
  for (const TomlEntry& entry : table.entries) keys.push_back(entry.key);
  return keys;
}

// Every byte of a text without escapes that it decodes stands at its place in the file.
std::size_t check_origins(const TomlReading& reading, const TomlValue& value) {
  std::size_t checked = 0;
  for (std::size_t i = 0; i < value.text.size(); ++i) {
    const std::uint32_t at = value.origin.at(static_cast<std::uint32_t>(i));
    CHECK(at >= value.where.begin);
    CHECK(at < value.where.end);
    const char source = reading.files[0].text[at];
    const bool escaped = source == '\\' || reading.files[0].text[at - 1] == '\\';
    if (escaped || (source == '\r' && value.text[i] == '\n')) continue;
    CHECK(source == value.text[i]);
    ++checked;
  }
  for (const TomlValue& item : value.items) checked += check_origins(reading, item);
  for (const TomlEntry& entry : value.entries) checked += check_origins(reading, entry.value);
  return checked;
}

}  // namespace

TEST_CASE("every kind of value is read, numbers with their digits as written") {
  const TomlReading reading(
      "a = true\nb = -1_000\nc = 30000.01\nd = \"text\"\ne = 2027-04-01\nf = 2027-04-01 09:30:00\n"
      "g = [1, 2]\nh = { x = 1 }\ni = 0xFF\nj = 09:30:00\nk = 1979-05-27T07:32:00-08:00\n");
  REQUIRE(reading.toml.readable);
  CHECK(reading.at("a").kind == Kind::boolean);
  CHECK(reading.at("a").boolean);
  CHECK(reading.at("b").integer == -1000);
  CHECK(reading.at("b").text == "-1_000");
  CHECK(reading.at("c").kind == Kind::floating);
  CHECK(reading.at("c").text == "30000.01");
  CHECK(reading.at("d").text == "text");
  CHECK(reading.at("e").kind == Kind::date);
  CHECK(iso_date(reading.at("e").date) == "2027-04-01");
  CHECK(reading.at("f").kind == Kind::time);
  CHECK(reading.at("f").text == "2027-04-01 09:30:00");
  CHECK(reading.at("g").items.size() == 2);
  CHECK(reading.at("h").find("x")->integer == 1);
  CHECK(reading.at("h").find("y") == nullptr);
  CHECK(reading.at("i").integer == 255);
  CHECK(reading.at("j").text == "09:30:00");
  CHECK(reading.at("k").text == "1979-05-27T07:32:00-08:00");
}

TEST_CASE("keys keep the order of the file, at every depth and for tables too") {
  const TomlReading reading(
      "z = 1\nb.y = 1\nb.c = 2\n[P2]\n[P10]\n[P1]\nx = { q = 1, a = 2 }\n[[m]]\n[P2.z]\n[P2.a]\n");
  CHECK(keys_of(reading.toml.root) == std::vector<std::string>{"z", "b", "P2", "P10", "P1", "m"});
  CHECK(keys_of(reading.at("b")) == std::vector<std::string>{"y", "c"});
  CHECK(keys_of(reading.at("P2")) == std::vector<std::string>{"z", "a"});
  CHECK(keys_of(*reading.at("P1").find("x")) == std::vector<std::string>{"q", "a"});
}

TEST_CASE("values, keys and headers know their places, after characters of several bytes too") {
  const TomlReading reading(
      "+++\n\"£ and ’\" = \"£5\" # £\na.\"b c\" = [ \"’\", [1], { k = 'v' } , ] # ]\n[ P1 . x ]\n[[ P2 ]]\n"
      "text = \"\"\"\r\none\"\"\"\"\r\n",
      4);
  REQUIRE(reading.toml.readable);
  const auto written = [&](const TomlValue& value) { return reading.written(value.where); };
  CHECK(reading.toml.root.entries[0].key == "£ and ’");
  CHECK(reading.written(reading.toml.root.entries[0].key_where) == "\"£ and ’\"");
  CHECK(written(reading.at("£ and ’")) == "\"£5\"");
  CHECK(written(reading.at("a")) == "a");
  CHECK(reading.written(reading.at("a").entries[0].key_where) == "\"b c\"");
  const TomlValue& list = reading.at("a").entries[0].value;
  CHECK(written(list) == "[ \"’\", [1], { k = 'v' } , ]");
  CHECK(written(list.items[0]) == "\"’\"");
  CHECK(written(list.items[1]) == "[1]");
  CHECK(written(list.items[2]) == "{ k = 'v' }");
  CHECK(written(*list.items[2].find("k")) == "'v'");
  CHECK(written(reading.at("P1")) == "[ P1 . x ]");
  CHECK(written(reading.at("P2")) == "[[ P2 ]]");
  CHECK(written(reading.at("P2").items[0]) == "[[ P2 ]]");
  CHECK(written(*reading.at("P2").items[0].find("text")) == "\"\"\"\r\none\"\"\"\"");
  CHECK(reading.at("P2").items[0].find("text")->text == "one\"");
  CHECK(reading.toml.root.where == Span{0, 4, 4});
}

TEST_CASE("strings are decoded as TOML says") {
  const TomlReading reading(
      "a = \"tab\\t \\\"q\\\" \\\\ \\u00a3\\U0001F600\"\nb = '\\t \"raw\"'\nc = \"\"\"\nOne \\\n\n   two\r\n\\\n three "
      "''\"\" end\"\"\"\n"
      "d = '''\n'a' ''b''''\ne = \"\"\nf = \"\"\"\"\"\"\ng = \"\"\"\\\n  £\"\"\"\n");
  REQUIRE(reading.toml.readable);
  CHECK(reading.at("a").text == "tab\t \"q\" \\ £😀");
  CHECK(reading.at("b").text == "\\t \"raw\"");
  CHECK(reading.at("c").text == "One two\nthree ''\"\" end");
  CHECK(reading.at("d").text == "'a' ''b'");
  CHECK(reading.at("e").text == "");
  CHECK(reading.at("f").text == "");
  CHECK(reading.at("g").text == "£");
  CHECK(reading.written(reading.at("f").where) == "\"\"\"\"\"\"");
}

TEST_CASE("every byte of a decoded text is found in the file") {
  const TomlReading reading(
      "\xEF\xBB\xBF"
      "a = \"one \\\"two\\\" \\u00a3 £ three\"\r\n[x]\r\nb = \"\"\"\r\nfour\r\nfive \\\r\n   six \"\" ’\r\n\"\"\"\r\n"
      "c = [\"é\", 'seven', '''\r\neight''nine''']\r\nd = 30000.01\r\n");
  REQUIRE(reading.toml.readable);
  CHECK(check_origins(reading, reading.toml.root) > 60);
  const TomlValue& text = *reading.at("x").find("b");
  CHECK(text.text == "four\nfive six \"\" ’\n");
  CHECK(reading.written(text.origin.span(10, 13)) == "six");
  const TomlValue& escaped = reading.at("a");
  const std::size_t pound = escaped.text.find("£");
  CHECK(reading.written({0, escaped.origin.at(static_cast<std::uint32_t>(pound)),
                         escaped.origin.at(static_cast<std::uint32_t>(pound + 2))}) == "\\u00a3");
}

TEST_CASE("an empty file is an empty table") {
  for (const char* text : {"", "\xEF\xBB\xBF", "\n", "\r\n# remark", "  \t "}) {
    const TomlReading reading(text);
    CHECK(reading.toml.readable);
    CHECK(reading.toml.root.entries.empty());
  }
}

TEST_CASE("a table written twice keeps the first and tells both places") {
  const TomlReading reading("[P1]\ntitle = \"a\"\n[P2]\n[P1]\ntitle = \"b\"\n[[P1.c]]\nx = 1\n[P3]\ny = 2\n");
  REQUIRE(reading.toml.readable);
  CHECK(reading.diagnostics.empty());
  CHECK(keys_of(reading.toml.root) == std::vector<std::string>{"P1", "P2", "P3"});
  CHECK(reading.at("P1").find("title")->text == "a");
  CHECK(reading.at("P1").find("c") == nullptr);
  REQUIRE(reading.toml.duplicates.size() == 1);
  const TomlDuplicate& duplicate = reading.toml.duplicates[0];
  CHECK(duplicate.path == "P1");
  CHECK(duplicate.first == Span{0, 0, 4});
  CHECK(duplicate.second == Span{0, 22, 26});
  CHECK(duplicate.table);
  CHECK(duplicate.depth == 1);
}

TEST_CASE("a key written twice keeps the first, whatever its form") {
  const TomlReading reading(
      "a = 1\n\"a\" = \"\"\"\n[no]\nheader\"\"\"\n[P1]\nx.y = 1\nx.y = 2\nx.z = 3\n[P1.x]\nq = 1\n[[w]]\nk = "
      "1\n[[w]]\nk = 2\nk = 3\n");
  REQUIRE(reading.toml.readable);
  std::vector<std::string> paths;
  for (const TomlDuplicate& duplicate : reading.toml.duplicates)
    paths.push_back(duplicate.path + " " + reading.written(duplicate.first) + " " + reading.written(duplicate.second) +
                    " " + std::to_string(duplicate.depth) + (duplicate.table ? " table" : ""));
  CHECK(paths == std::vector<std::string>{"a a \"a\" 1", "P1.x.y x.y x.y 3", "P1.x x.y [P1.x] 2 table", "w.k k k 2"});
  CHECK(reading.at("a").integer == 1);
  CHECK(keys_of(*reading.at("P1").find("x")) == std::vector<std::string>{"y", "z"});
  CHECK(reading.at("w").items[0].find("k")->integer == 1);
  CHECK(reading.at("w").items[1].find("k")->integer == 2);
}

TEST_CASE("a mistake after a duplicate is found at its place") {
  TomlReading reading("a = 1\na = \"£\"\nb = oops\n");
  CHECK_FALSE(reading.toml.readable);
  CHECK(reading.messages() ==
        "site.toml:3:5: error[unreadable-file]: text needs quotation marks\n"
        "   3 | b = oops\n"
        "     |     ^^^^\n"
        "  help: write \"oops\"\n");
}

TEST_CASE("more than a hundred duplicates are cut off and said to be") {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "a = 1\n";
  TomlReading reading(text);
  CHECK(reading.toml.readable);
  CHECK(reading.toml.duplicates.size() == 100);
  CHECK(reading.messages() ==
        "site.toml:102:1: error[unreadable-file]: more than 100 names stand twice in this file\n"
        " 102 | a = 1\n"
        "     | ^\n"
        "  help: mend the others first; what repeats a name from here on was left out\n");
}

TEST_CASE("deep nesting is refused in words, whatever it is made of") {
  const std::size_t deep = 100000;
  std::string dotted = "a";
  for (std::size_t i = 0; i < deep; ++i) dotted += ".a";
  std::string braces;
  for (std::size_t i = 0; i < deep; ++i) braces += "{a=";
  for (const std::string& text : {"a = " + std::string(deep, '['), "a = " + braces, dotted + " = 1", "[" + dotted + "]",
                                  "[[" + dotted + "]]", "a = [{ " + dotted + " = 1 }]"}) {
    TomlReading reading(text);
    REQUIRE(reading.diagnostics.all().size() == 1);
    CHECK(reading.diagnostics.all()[0].message == "names or brackets stand within one another too deeply here");
    CHECK(reading.diagnostics.all()[0].help == "no more than 100 levels are read");
    CHECK_FALSE(reading.toml.readable);
  }
  CHECK_FALSE(TomlReading(std::string(deep, '[')).toml.readable);
  CHECK(TomlReading("a = " + std::string(90, '[') + std::string(90, ']')).toml.readable);
  CHECK(TomlReading("a = \"" + std::string(1000, '[') + std::string(1000, '.') + "\" # " + std::string(1000, '['))
            .toml.readable);
}
