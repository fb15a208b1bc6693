#include <doctest/doctest.h>

#include "unit/port/toml_reading.h"

using namespace framewright;

namespace {

struct Expected {
  const char* text;
  const char* place;  // line:column
  const char* marked;
  const char* message;
  const char* help;
};

void check_each(const std::vector<Expected>& all) {
  for (const Expected& expected : all) {
    CAPTURE(std::string(expected.text));
    TomlReading reading(expected.text);
    CHECK_FALSE(reading.toml.readable);
    CHECK(reading.toml.root.entries.empty());
    REQUIRE(reading.diagnostics.all().size() == 1);
    const Diagnostic& found = reading.diagnostics.all()[0];
    CHECK(found.rule == "unreadable-file");
    const Position at = MessageWriter(reading.files, {}).position(found.where);
    CHECK(std::to_string(at.line) + ":" + std::to_string(at.column) == std::string(expected.place));
    CHECK(reading.written(found.where) == std::string(expected.marked));
    CHECK(found.message == std::string(expected.message));
    CHECK(found.help == std::string(expected.help));
  }
}

const char* const needs_quotes = "text needs quotation marks";
const char* const never_closed = "this quotation mark is never closed";
const char* const bad_name = "a name without quotation marks holds only letters (without accents), digits, - and _";
const char* const line_form =
    "a line reads name = value; a remark begins with #; text of several lines stands between \"\"\" and \"\"\"";
const char* const close_help =
    "write \" at the end of the text; text of several lines stands between \"\"\" and \"\"\"";

}  // namespace

TEST_CASE("text without quotation marks is marked whole") {
  check_each({
      {"title = Safeguarding is at the core # yes\n", "1:9", "Safeguarding is at the core", needs_quotes,
       "write \"Safeguarding is at the core\""},
      {"a = 1\ntitle = True to form\r\n", "2:9", "True to form", needs_quotes, "write \"True to form\""},
      {"address = 12 High Street", "1:11", "12 High Street", needs_quotes, "write \"12 High Street\""},
      {"a = ['£', Café, S4]\n", "1:11", "Café", needs_quotes, "write \"Café\""},
      {"a = [S3, S4]\n", "1:6", "S3", needs_quotes, "write \"S3\""},
      {"a = The \"best\"\n", "1:5", "The \"best\"", needs_quotes,
       "put \" before and after it, and a backslash before each \" within it"},
  });
}

TEST_CASE("dates, numbers and truths in other forms are given in that of TOML") {
  check_each({
      {"on = 31/03/2027\n", "1:6", "31/03/2027", "a date is written as year, month, day", "write 2027-03-31"},
      {"on = 1 April 2027\n", "1:6", "1 April 2027", "a date is written as year, month, day", "write 2027-04-01"},
      {"on = 2027-4-1\n", "1:6", "2027-4-1", "the month and day of a date have two digits", "write 2027-04-01"},
      {"on = 2027-04-31\n", "1:6", "2027-04-31", "there is no such day as 2027-04-31", ""},
      {"tel = 01632 960000\n", "1:7", "01632 960000", "a number may not begin with 0",
       "put a reference or telephone number in quotation marks: \"01632 960000\""},
      {"ref = 0042\n", "1:7", "0042", "a number may not begin with 0",
       "put a reference or telephone number in quotation marks: \"0042\""},
      {"value = £30,000\n", "1:9", "£30,000", "an amount with a pound sign or commas needs quotation marks",
       "write \"£30,000\""},
      {"value = 30,000\n", "1:9", "30,000", "an amount with a pound sign or commas needs quotation marks",
       "write \"30,000\""},
      {"value = 1.\n", "1:9", "1.", "this is no number that can be read",
       "write it as 12 or 12.5, or in quotation marks if it is text"},
      {"ref = 99999999999999999999\n", "1:7", "99999999999999999999", "this number is too large",
       "put it in quotation marks if it is a reference"},
      {"draft = Yes\n", "1:9", "Yes", "\"Yes\" is neither true nor false",
       "write true, or put it in quotation marks if it is text"},
      {"draft = FALSE\n", "1:9", "FALSE", "false is written in small letters", "write false"},
  });
}

TEST_CASE("quotation marks that are missing, curly or in the way are pointed at") {
  check_each({
      {"a = \"unclosed\nb = 1\n", "1:5", "\"", never_closed, close_help},
      {"a = \"unclosed", "1:5", "\"", never_closed, close_help},
      {"a = 'it\n", "1:5", "'", never_closed,
       "write ' at the end of the text; text of several lines stands between ''' and '''"},
      {"a = [\"x\n]\n", "1:6", "\"", never_closed, close_help},
      {"a = \"curly”\n", "1:5", "\"", never_closed, "the one at the end, ”, is curly; write \" for it"},
      {"a = “curly”\n", "1:5", "“", "this is a curly quotation mark, as word processors make them",
       "write straight ones: \" \""},
      {"a = \"\"\"text\nmore\n", "1:5", "\"\"\"", "these quotation marks are never closed",
       "write \"\"\" after the text"},
      {"a = \"He said \"hello\" there\"\n", "1:14", "\"", "the text ends at this quotation mark, yet more follows it",
       "put a backslash before a quotation mark within text: \\\""},
      {"a = 'it's'\n", "1:8", "'", "the text ends at this quotation mark, yet more follows it",
       "put the text between \" and \", as an apostrophe ends it"},
      {"a = \"C:\\Some\"\n", "1:8", "\\S", "a backslash has a meaning of its own in text between \" and \"",
       "write \\\\ for one backslash"},
  });
}

TEST_CASE("what is wrong before the value is told") {
  check_each({
      {"title \"X\"\n", "1:1", "title \"X\"", "this line has no \"=\"", line_form},
      {"a = 1\n- item\n", "2:1", "- item", "this line has no \"=\"", line_form},
      {"title: \"X\"\n", "1:6", ":", "a name and its value are parted by \"=\", not \":\"", "write title = …"},
      {"review date = 2027-01-01\n", "1:1", "review date", bad_name,
       "write review_date, or \"review date\" in quotation marks"},
      {"é = 1\n", "1:1", "é", bad_name, "write \"é\""},
      {"= 1\n", "1:1", "=", "there is no name before \"=\"", ""},
      {"a =\nb = 2\n", "1:3", "=", "there is no value after \"=\"", "write \"\" for empty text, or take the line out"},
      {"a = # none\n", "1:3", "=", "there is no value after \"=\"", "write \"\" for empty text, or take the line out"},
      {"<<<<<<< HEAD\n", "1:1", "<<<<<<<", "git left a conflict between two versions of the file here",
       "keep one version and remove the lines of <<<<<<<, ======= and >>>>>>>"},
  });
}

TEST_CASE("what is wrong in a list or braces is told") {
  check_each({
      {"a = [\"S3\" \"S4\"]\n", "1:11", "\"", "a comma is missing before this value",
       "part the values of a list by commas"},
      {"a = [\n \"S1\"\n \"S2\"\n]\n", "3:2", "\"", "a comma is missing before this value",
       "part the values of a list by commas"},
      {"a = [\"S3\"\nb = 2\n", "1:5", "[", "this list is never closed", "write ] after its last value"},
      {"a = [\n[S1, S2],\n]\n", "2:2", "S1", needs_quotes, "write \"S1\""},
      {"a = [\"S3\",\n[P1]\n", "1:5", "[", "this list is never closed", "write ] after its last value"},
      {"a = [\"S3\"\n", "1:5", "[", "this list is never closed", "write ] after its last value"},
      {"a = [\"S3\",, \"S4\"]\n", "1:11", ",", "there is a comma too many here", "take it out"},
      {"a = [1, 2]]\n", "1:11", "]", "nothing may follow the closing bracket on its line",
       "begin a new line; a remark begins with #"},
      {"a = \"x\", \"y\"\n", "1:8", ",", "a comma after a value, outside a list",
       "take it out, or put several values in square brackets: [\"one\", \"two\"]"},
      {"a = { b = 1\n", "1:5", "{", "these braces are not closed on their line",
       "write { name = value, name = value } on one line"},
      {"a = { b = 1, }\n", "1:14", "}", "a comma stands before the closing brace", "take it out"},
      {"a = { b: 1 }\n", "1:8", ":", "within braces, a name and its value are parted by \"=\"",
       "write { name = value }"},
      {"a = { b = 1 c = 2 }\n", "1:13", "c", "a comma is missing before this name",
       "part names and values by commas: { a = 1, b = 2 }"},
      {"a = { b = 1, b = 2 }\n", "1:14", "b", "this name stands twice", "keep one of the two"},
  });
}

TEST_CASE("what is wrong with a name in brackets is told") {
  check_each({
      {"[P1\ntitle = \"x\"\n", "1:1", "[P1", "this bracket is never closed", "write [P1]"},
      {"[[P1]\n", "1:1", "[[P1]", "this opens with two brackets and closes with one", "write [[P1]]"},
      {"[Principle 1]\n", "1:2", "Principle 1", bad_name, "write [\"Principle 1\"]"},
      {"[]\n", "1:1", "[]", "there is no name between the brackets", ""},
      {"[P1] text\n", "1:6", "text", "nothing may follow a name in brackets on its line",
       "begin a new line; a remark begins with #"},
  });
}

TEST_CASE("characters that no one sees are pointed at") {
  check_each({
      {"a =\xC2\xA0 1\n", "1:4", "\xC2\xA0", "a space of an unusual kind stands here, as word processors put in",
       "replace it with an ordinary space"},
      {"a = 1\x01\n", "1:6", "\x01", "an invisible control character stands here", "remove it"},
      {"a = \"£\x01\"\n", "1:7", "\x01", "an invisible control character stands here", "remove it"},
      {"a = 1\rb = 2\n", "1:6", "\r", "the line ends with a carriage return alone here",
       "save the file with the line ends of Windows or Unix"},
      {"# caf\xe9\n", "1:6", "\xe9", "this file is not saved as UTF-8: the character here cannot be read",
       "save it again with the encoding UTF-8"},
  });
}

TEST_CASE("a mistake is reported as a whole message") {
  TomlReading reading("title = \"£\"\nreviewed_on = 31/03/2027\n");
  CHECK(reading.messages() ==
        "site.toml:2:15: error[unreadable-file]: a date is written as year, month, day\n"
        "   2 | reviewed_on = 31/03/2027\n"
        "     |               ^^^^^^^^^^\n"
        "  help: write 2027-03-31\n");
}
