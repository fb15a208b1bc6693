#include "template/expression.h"

#include <doctest/doctest.h>

#include "base/message.h"
#include "template/evaluation.h"

using namespace framewright;

namespace {

std::string messages(const SourceFiles& files, const Diagnostics& diagnostics) {
  MessageWriter writer(files, {});
  std::string out;
  for (const Diagnostic& found : diagnostics.all()) out += writer.write(found);
  return out;
}

// What is said of an expression that stands alone in its file.
std::string errors_of(const std::string& text) {
  SourceFiles files;
  const FileId file = files.add("rule", text);
  Diagnostics diagnostics;
  CHECK_FALSE(parse_expression(text, Origin(file, 0), diagnostics).has_value());
  return messages(files, diagnostics);
}

std::string repeated(std::string_view part, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += part;
  return text;
}

}  // namespace

TEST_CASE("an error of an expression points into the file that it was read from") {
  SourceFiles files;
  const std::string toml = "select = \"title == \\\"a\\\" && live\"\n";
  const FileId file = files.add("site.toml", toml);
  Origin origin(file, 10);
  // The two escaped quotation marks take two bytes each in the file.
  origin.step(10, 21);
  origin.step(12, 24);
  Diagnostics diagnostics;
  CHECK_FALSE(parse_expression("title == \"a\" && live", origin, diagnostics).has_value());
  CHECK(messages(files, diagnostics) ==
        "site.toml:1:26: error[bad-expression]: there is no `&&`\n"
        "   1 | select = \"title == \\\"a\\\" && live\"\n"
        "     |                          ^^ write `and`\n");
}

TEST_CASE("a rule has filters but calls nothing") {
  CHECK(errors_of("length(title)") ==
        "rule:1:1: error[bad-expression]: `length` cannot be called\n"
        "   1 | length(title)\n"
        "     | ^^^^^^ filters are written after a bar: `a | length`\n");
  CHECK(errors_of("site.count()") ==
        "rule:1:6: error[bad-expression]: `count` cannot be called\n"
        "   1 | site.count()\n"
        "     |      ^^^^^ filters are written with a bar: `a | upper`\n");
}

TEST_CASE("an empty expression is reported where it should be") {
  CHECK(errors_of("") ==
        "rule:1:1: error[bad-expression]: the expression is empty\n"
        "   1 | \n"
        "     | ^ expected a name, a text or a number\n");
}

TEST_CASE("one expression gives one message") {
  for (const char* text :
       {"a = = b", "((((", "a b c d", "a && b && c", "[1, [2, [3", "a | b | | c", "\"a", "not", "a is"})
    CHECK_MESSAGE(errors_of(text).find("error") == errors_of(text).rfind("error"), text);
}

TEST_CASE("an expression of too many bytes is refused") {
  CHECK(errors_of("a" + repeated(" or a", 5000))
            .starts_with("rule:1:1: error[bad-expression]: this expression is too long"));
}

TEST_CASE("an expression nested too deeply is refused, however it is nested") {
  const std::string said = "error[bad-expression]: this expression is nested too deeply\n";
  for (const std::string& text :
       {repeated("(", 9000), repeated("[", 9000), repeated("-", 9000), repeated("not ", 2400), repeated("a[", 4000),
        "a" + repeated(".a", 4000), "a" + repeated("|f", 4000), "1" + repeated("+1", 4000),
        repeated("1 if a else ", 800) + "1", repeated("a|f(", 2000), "a" + repeated("[0]", 3000)})
    CHECK_MESSAGE(errors_of(text).find(said) != std::string::npos, text.substr(0, 20));
}

TEST_CASE("a long row of and or or is not deep") {
  Diagnostics diagnostics;
  const auto expression = parse_expression("a" + repeated(" or a", 1900), Origin(), diagnostics);
  REQUIRE(expression);
  Table table;
  table.set("a", Value(false));
  const ObjectScope scope(table);
  Arena arena;
  const Formats formats;
  Evaluation evaluation{arena, generic_filters(), diagnostics, formats};
  CHECK_FALSE(evaluate(*expression, scope, evaluation).truthy());
  CHECK(diagnostics.empty());
}

TEST_CASE("the names of an expression are listed once, in their order") {
  Diagnostics diagnostics;
  const auto expression =
      parse_expression("contract and value_net > limit or contract.title in names", Origin(), diagnostics);
  REQUIRE(expression);
  CHECK(names_of(*expression) == std::vector<std::string_view>{"contract", "value_net", "limit", "names"});
}

TEST_CASE("the names that must be true are those joined by and at the top") {
  Diagnostics diagnostics;
  const auto required = [&](std::string_view text) {
    const auto expression = parse_expression(text, Origin(), diagnostics);
    REQUIRE(expression);
    const auto names = required_names(*expression);
    return std::vector<std::string>(names.begin(), names.end());
  };
  CHECK(required("contract") == std::vector<std::string>{"contract"});
  CHECK(required("contract and (live and value > 1) and not old") == std::vector<std::string>{"contract", "live"});
  CHECK(required("contract or grant").empty());
}

TEST_CASE("a copy of an expression does not need the text that it was read from") {
  std::optional<Expression> copy;
  Diagnostics diagnostics;
  {
    std::string text = "title == 'a rather long text that is not kept inside a string'";
    const auto expression = parse_expression(text, Origin(), diagnostics);
    REQUIRE(expression);
    copy = *expression;
    text.assign(text.size(), 'x');
  }
  Table table;
  table.set("title", Value("a rather long text that is not kept inside a string"));
  Arena arena;
  const Formats formats;
  Evaluation evaluation{arena, generic_filters(), diagnostics, formats};
  CHECK(evaluate(*copy, ObjectScope(table), evaluation).truthy());
}

TEST_CASE("an expression that was never bound finds its filters while it is evaluated") {
  Diagnostics diagnostics;
  Table table;
  table.set("title", Value("Care"));
  Arena arena;
  const Formats formats;
  const auto expression = parse_expression("title | replace(new = 'b', old = 'C') | upper", Origin(), diagnostics);
  REQUIRE(expression);
  Evaluation evaluation{arena, generic_filters(), diagnostics, formats};
  const Value value = evaluate(*expression, ObjectScope(table), evaluation);
  REQUIRE(value.is<std::string_view>());
  CHECK(*value.get<std::string_view>() == "BARE");
}

TEST_CASE("after an error a value is undefined and nothing more is said") {
  Diagnostics diagnostics;
  Table table;
  Arena arena;
  const Formats formats;
  const auto expression = parse_expression("not (a == 1 or b == 2) | length", Origin(), diagnostics);
  REQUIRE(expression);
  Evaluation evaluation{arena, generic_filters(), diagnostics, formats};
  CHECK(evaluate(*expression, ObjectScope(table), evaluation).is_undefined());
  CHECK(evaluation.failed);
  CHECK(diagnostics.all().size() == 1);
  CHECK(diagnostics.all()[0].rule == "bad-expression");
}
