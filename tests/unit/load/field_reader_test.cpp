#include "load/field_reader.h"

#include <doctest/doctest.h>

#include "unit/load/read_site.h"

using namespace framewright;
using namespace framewright::test;

namespace {

FieldDef field_of(FieldKind kind, bool list = false) {
  FieldDef def;
  def.name = "x";
  def.kind = kind;
  def.list = list;
  def.choices = {"quote", "tender", "yes", "no"};
  return def;
}

std::string shown(const Scalar& scalar) {
  struct Shown {
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(Money money) const { return format_money(money); }
    std::string operator()(Date date) const { return iso_date(date); }
    std::string operator()(bool boolean) const { return boolean ? "true" : "false"; }
    std::string operator()(TextRef) const { return "text"; }
  };
  return std::visit(Shown{}, scalar);
}

// What a field reads of a value, or what is said of it: "message | label | help".
std::string read(const FieldDef& def, const TomlValue& value, const CellFormat& format) {
  Diagnostics found;
  const auto field = read_field_value(def, 0, value, format, found);
  std::string out;
  if (field) {
    if (const auto* scalar = std::get_if<Scalar>(&field->value))
      out = shown(*scalar);
    else
      for (const ListElement& element : std::get<std::vector<ListElement>>(field->value))
        out += "(" + shown(element.value) + ")";
  }
  for (const Diagnostic& d : found.all()) {
    CHECK(d.rule == "bad-value");
    out += (out.empty() ? "" : "\n") + d.message + " | " + d.label + " | " + d.help;
  }
  return out;
}

// As front matter has it.
std::string toml(const FieldDef& def, const std::string& written) {
  Diagnostics found;
  const TomlText text = parse_toml("x = " + written, 0, 0, found);
  REQUIRE(text.readable);
  return read(def, *text.root.find("x"), {});
}
std::string toml(FieldKind kind, const std::string& written) { return toml(field_of(kind), written); }

// As a cell of a CSV file has it.
std::string cell(const FieldDef& def, const std::string& written, std::string_view date_format = "%Y-%m-%d") {
  TomlValue value;
  value.kind = TomlValue::Kind::text;
  value.text = written;
  value.where = {0, 0, static_cast<std::uint32_t>(written.size())};
  value.origin = Origin(0, 0);
  return read(def, value, {true, ';', date_format});
}
std::string cell(FieldKind kind, const std::string& written) { return cell(field_of(kind), written); }

}  // namespace

TEST_CASE("text is one text") {
  CHECK(toml(FieldKind::text, "\"a\"") == "a");
  CHECK(toml(FieldKind::text, "5") == "x must be text |  | put it between quotation marks: x = \"5\"");
  CHECK(toml(FieldKind::text, "1.50") == "x must be text |  | put it between quotation marks: x = \"1.50\"");
  CHECK(toml(FieldKind::text, "true") == "x must be text |  | put it between quotation marks: x = \"true\"");
  CHECK(toml(FieldKind::markdown, "[\"a\"]") == "x must be one text, not a list or a table |  | ");
  CHECK(toml(FieldKind::dated, "{ a = 1 }") == "x must be one text, not a list or a table |  | ");
  CHECK(cell(FieldKind::text, "5") == "5");
}

TEST_CASE("a text with a pattern matches it as a whole") {
  FieldDef def = field_of(FieldKind::text);
  def.pattern = Pattern{*RegularExpression::compile("[0-9]{8}"), "85312000"};
  CHECK(toml(def, "\"12345678\"") == "12345678");
  CHECK(toml(def, "\"123456789\"") ==
        "x cannot be \"123456789\" |  | write it in the form that is asked for, such as \"85312000\"");
  def.pattern->example.clear();
  CHECK(toml(def, "\"1\"") == "x cannot be \"1\" |  | its form is [0-9]{8}");
}

TEST_CASE("a whole number has digits alone") {
  CHECK(toml(FieldKind::integer, "-5") == "-5");
  CHECK(toml(FieldKind::integer, "5.0") == "x must be a whole number |  | write it in digits, without quotation marks");
  CHECK(toml(FieldKind::integer, "\"5\"") ==
        "x must be a whole number |  | write it in digits, without quotation marks");
  CHECK(cell(FieldKind::integer, "12") == "12");
  CHECK(cell(FieldKind::integer, "-12") == "-12");
  CHECK(cell(FieldKind::integer, "1,200") == "x must be a whole number |  | write it in digits");
  CHECK(cell(FieldKind::integer, "9999999999999999") == "x must be a whole number |  | write it in digits");
}

TEST_CASE("money is pounds, with two decimals or none") {
  CHECK(toml(FieldKind::money, "30_000") == "£30,000");
  CHECK(toml(FieldKind::money, "30000.50") == "£30,000.50");
  CHECK(toml(FieldKind::money, "\"£1,234.50\"") == "£1,234.50");
  const std::string help = " |  | write pounds, with two decimals for pence: 30000 or 30000.50 or \"£30,000.50\"";
  CHECK(toml(FieldKind::money, "1.5") == "x must be an amount of money, not \"1.5\"" + help);
  CHECK(toml(FieldKind::money, "[1]") == "x must be an amount of money" + help);
  CHECK(toml(FieldKind::money, "9223372036854775807") ==
        "x must be an amount of money, not \"9223372036854775807\"" + help);
  CHECK(cell(FieldKind::money, "1,234.50") == "£1,234.50");
  CHECK(cell(FieldKind::money, "tbc") == "x must be an amount of money, not \"tbc\"" + help);
}

TEST_CASE("a date is one that exists, in the form of its file") {
  CHECK(toml(FieldKind::date, "2026-04-01") == "2026-04-01");
  CHECK(toml(FieldKind::date, "\"2026-04-01\"") == "2026-04-01");
  CHECK(toml(FieldKind::date, "\"1 April 2026\"") ==
        "x must be a date, not \"1 April 2026\" |  | write it like this: 2027-03-31");
  CHECK(toml(FieldKind::date, "2026-04-01T10:00:00") ==
        "x must be a date, not \"2026-04-01T10:00:00\" |  | write it like this: 2027-03-31");
  CHECK(toml(FieldKind::date, "true") == "x must be a date, not \"true\" |  | write it like this: 2027-03-31");
  CHECK(cell(field_of(FieldKind::date), "31/03/2027", "%d/%m/%Y") == "2027-03-31");
  CHECK(cell(field_of(FieldKind::date), "31/02/2027", "%d/%m/%Y") ==
        "x must be a date, not \"31/02/2027\" |  | write it like this: 31/03/2027");
}

TEST_CASE("a month is a number from 1 to 12, a year one of four digits") {
  CHECK(toml(FieldKind::month, "12") == "12");
  CHECK(toml(FieldKind::month, "13") == "x must be a month, from 1 for January to 12 for December |  | ");
  CHECK(cell(FieldKind::month, "0") == "x must be a month, from 1 for January to 12 for December |  | ");
  CHECK(toml(FieldKind::year, "2026") == "2026");
  CHECK(toml(FieldKind::year, "26") == "x must be a year |  | write it as a number of four digits, such as 2026");
  CHECK(toml(FieldKind::year, "\"2026\"") == "x must be a year |  | write it as a number of four digits, such as 2026");
  CHECK(cell(FieldKind::year, "2026") == "2026");
}

TEST_CASE("yes or no is true or false in TOML, either in a cell") {
  CHECK(toml(FieldKind::boolean, "true") == "true");
  CHECK(toml(FieldKind::boolean, "\"yes\"") == "x must be true or false |  | write it without quotation marks");
  CHECK(toml(FieldKind::boolean, "1") == "x must be true or false |  | ");
  CHECK(cell(FieldKind::boolean, "YES") == "true");
  CHECK(cell(FieldKind::boolean, "False") == "false");
  CHECK(cell(FieldKind::boolean, "y") == "x must be yes or no, not \"y\" |  | ");
}

TEST_CASE("a choice is one of those declared") {
  CHECK(toml(FieldKind::choice, "\"tender\"") == "tender");
  CHECK(toml(FieldKind::choice, "true") == "yes");
  CHECK(toml(FieldKind::status, "\"tendr\"") ==
        "x cannot be \"tendr\" | did you mean \"tender\"? | it is one of quote, tender, yes or no");
  CHECK(toml(FieldKind::choice, "7") == "x cannot be \"7\" |  | it is one of quote, tender, yes or no");
  CHECK(toml(FieldKind::choice, "[\"quote\"]") ==
        "x must be one text, not a list or a table |  | it is one of quote, tender, yes or no");
  CHECK(cell(FieldKind::choice, "Tender") ==
        "x cannot be \"Tender\" | did you mean \"tender\"? | it is one of quote, tender, yes or no");
}

TEST_CASE("an address of the web is whole, and has no space") {
  CHECK(toml(FieldKind::url, "\"https://www.example.org/a?b\"") == "https://www.example.org/a?b");
  const std::string help = " |  | write the whole address: https://www.example.org/";
  CHECK(toml(FieldKind::url, "\"www.example.org\"") == "x must be an address on the web" + help);
  CHECK(toml(FieldKind::url, "\"javascript:alert(1).x\"") == "x must be an address on the web" + help);
  CHECK(toml(FieldKind::url, "\"https://localhost\"") == "x must be an address on the web" + help);
  CHECK(toml(FieldKind::url, "\"https://www.exam ple.org\"") == "x has a space in it" + help);
  CHECK(toml(FieldKind::url, "5") == "x must be an address on the web" + help);
}

TEST_CASE("an address of e-mail has one @ and a point after it") {
  CHECK(toml(FieldKind::email, "\"a.b@c.example\"") == "a.b@c.example");
  const std::string wrong = "x must be an e-mail address, such as \"commissioning@example.gov.uk\" |  | ";
  for (const char* each : {"\"@c.example\"", "\"a@b\"", "\"a@b@c.d\"", "\"a b@c.d\"", "\"a.b\"", "3"})
    CHECK_MESSAGE(toml(FieldKind::email, each) == wrong, each);
}

TEST_CASE("a list is in square brackets, or a cell with separators; each wrong element is a finding") {
  const FieldDef months = field_of(FieldKind::month, true), texts = field_of(FieldKind::text, true);
  CHECK(toml(months, "[1, 2]") == "(1)(2)");
  CHECK(toml(months, "[]") == "");
  CHECK(toml(months, "[1, 13, 2]") == "(1)(2)\nx must be a month, from 1 for January to 12 for December |  | ");
  CHECK(toml(texts, "\"a\"") == "x must be a list |  | write it in square brackets: x = [\"one\", \"two\"]");
  CHECK(toml(months, "1") == "x must be a list |  | write it in square brackets: x = [1, 2]");
  CHECK(cell(texts, "a; b ;;c") == "(a)(b)(c)");
  CHECK(cell(months, "1;13") == "(1)\nx must be a month, from 1 for January to 12 for December |  | ");
}

TEST_CASE("an element of a list in a quoted cell has its place") {
  ReadSite site{{"content/stages.csv", "id,title,next,months\na,\"The \"\"A\"\"\",b;c,\" 1; 2;13\"\n"}};
  CHECK(site.headlines() ==
        "content/stages.csv:2:15: error[unresolved-reference]: there is no stage \"b\"\n"
        "content/stages.csv:2:17: error[too-many-links]: next takes 1 item, not 2\n"
        "content/stages.csv:2:17: error[unresolved-reference]: there is no stage \"c\"\n"
        "content/stages.csv:2:26: error[bad-value]: months must be a month, from 1 for January to 12 for December\n");
}
