#include "port/csv.h"

#include <doctest/doctest.h>

#include "base/message.h"

using namespace framewright;
using Cells = std::vector<std::vector<std::string>>;

namespace {

struct Table {
  Table(const std::string& text, std::uint32_t offset = 0) {
    const FileId file = files.add("register/contracts.csv", text);
    const std::string_view body = std::string_view(files[file].text).substr(offset);
    complete = read_csv(
        body, file, offset, [&](CsvRow&& row) { rows.push_back(std::move(row)); }, diagnostics);
  }
  Cells cells() const {
    Cells all;
    for (const CsvRow& row : rows) {
      all.emplace_back();
      for (const CsvCell& cell : row.cells) all.back().push_back(cell.text);
    }
    return all;
  }
  std::string messages() {
    MessageWriter writer(files, {});
    std::string all;
    for (const Diagnostic& diagnostic : diagnostics.all()) all += writer.write(diagnostic);
    return all;
  }

  SourceFiles files;
  Diagnostics diagnostics;
  std::vector<CsvRow> rows;
  bool complete = false;
};

}  // namespace

TEST_CASE("rows and cells are read with every kind of line end, and with none at the end") {
  for (const char* text :
       {"id,title\nC1,A\n", "id,title\r\nC1,A\r\n", "id,title\rC1,A\r", "id,title\nC1,A",
        "\n\nid,title\n\n\r\nC1,A\n\n", "\xEF\xBB\xBFid,title\nC1,A\n", "\"id\",\"title\"\n\"C1\",\"A\""}) {
    Table table(text);
    CHECK(table.cells() == Cells{{"id", "title"}, {"C1", "A"}});
    CHECK(table.complete);
    CHECK(table.messages() == "");
  }
}

TEST_CASE("an empty file has no rows") {
  for (const char* text : {"", "\xEF\xBB\xBF", "\n", "\r\n\r\n"}) {
    Table table(text);
    CHECK(table.rows.empty());
    CHECK(table.complete);
  }
}

TEST_CASE("empty cells, white space and commas, quotes and line ends in quotes are kept") {
  Table table("a,,\n\"\",\" b \", c \n\"x, \"\"y\"\"\r\nz\",,\"\"\"\"\n");
  CHECK(table.cells() == Cells{{"a", "", ""}, {"", " b ", " c "}, {"x, \"y\"\r\nz", "", "\""}});
}

TEST_CASE("every cell and row knows its place") {
  const std::string text = "+++id,\"a \"\"b\"\" c\",£\r\n\r\nlast, x";
  Table table(text, 3);
  REQUIRE(table.rows.size() == 2);
  std::vector<std::string> at;
  for (const CsvRow& row : table.rows) {
    for (const CsvCell& cell : row.cells) at.emplace_back(table.files.text(cell.where));
    at.emplace_back(table.files.text(row.where));
  }
  CHECK(at == std::vector<std::string>{"id", "a \"\"b\"\" c", "£", "id,\"a \"\"b\"\" c\",£", "last", " x", "last, x"});
}

TEST_CASE("every byte of a cell is found in the file") {
  const std::string text = "one,\"\"\"two\"\", \"\"\"\"three\"\"\"\n\"four\nfive\",\"\"\"\"\"\",six\n";
  Table table(text);
  REQUIRE(table.complete);
  std::size_t bytes = 0;
  for (const CsvRow& row : table.rows)
    for (const CsvCell& cell : row.cells)
      for (std::size_t i = 0; i < cell.text.size(); ++i, ++bytes) {
        const std::uint32_t at = cell.origin.at(static_cast<std::uint32_t>(i));
        CHECK(text[at] == cell.text[i]);
        CHECK(at >= cell.where.begin);
        CHECK(at < cell.where.end);
      }
  CHECK(bytes == 32);
}

TEST_CASE("a quotation mark that is never closed is reported where it opens, after the rows before it") {
  Table table("id,title\nC1,\"Home care\nC2,Day care\n");
  CHECK_FALSE(table.complete);
  CHECK(table.cells() == Cells{{"id", "title"}});
  CHECK(table.messages() ==
        "register/contracts.csv:2:4: error[unreadable-file]: the quotation mark that opens this cell is never closed\n"
        "   2 | C1,\"Home care\n"
        "     |    ^\n"
        "  help: write \" at the end of the cell\n");
}

TEST_CASE("a quotation mark within an unquoted cell is reported") {
  Table table("id,title\nC1,The \"best\" care\nC2,x\n");
  CHECK_FALSE(table.complete);
  CHECK(table.cells() == Cells{{"id", "title"}});
  CHECK(table.messages() ==
        "register/contracts.csv:2:8: error[unreadable-file]: a quotation mark stands within a cell that does not begin "
        "with one\n"
        "   2 | C1,The \"best\" care\n"
        "     |        ^\n"
        "  help: put the whole cell in quotation marks, and write \"\" for each one within it\n");
  CHECK(Table("a, \"b\"\n").messages() ==
        "register/contracts.csv:1:4: error[unreadable-file]: a quotation mark stands within a cell that does not begin "
        "with one\n"
        "   1 | a, \"b\"\n"
        "     |    ^\n"
        "  help: take out the space before it\n");
}

TEST_CASE("text after a closing quotation mark is reported with where the cell was opened") {
  CHECK(Table("a,\"The \"best\" care\"\n").messages() ==
        "register/contracts.csv:1:8: error[unreadable-file]: this quotation mark closes the cell, yet text follows it\n"
        "   1 | a,\"The \"best\" care\"\n"
        "     |        ^\n"
        "  also: register/contracts.csv:1:3: the cell was opened here\n"
        "   1 | a,\"The \"best\" care\"\n"
        "     |   ^\n"
        "  help: write \"\" for a quotation mark within a cell\n");
}

TEST_CASE("a file in another encoding is reported at its first foreign byte") {
  Table table("id,title\nC1,caf\xe9\n");
  CHECK_FALSE(table.complete);
  REQUIRE(table.diagnostics.all().size() == 1);
  CHECK(table.diagnostics.all()[0].where == Span{0, 15, 16});
  CHECK(table.diagnostics.all()[0].message == "this file is not saved as UTF-8: the character here cannot be read");
}

TEST_CASE("many cells and long cells are read") {
  std::string text;
  for (int i = 0; i < 100000; ++i) text += "a,";
  text += "\"" + std::string(1000000, 'x') + "\"";
  Table table(text);
  REQUIRE(table.rows.size() == 1);
  CHECK(table.rows[0].cells.size() == 100001);
  CHECK(table.rows[0].cells.back().text.size() == 1000000);
}

TEST_CASE("a written row reads back as it was") {
  const std::vector<std::string_view> cells = {"plain", "with, comma", "a \"quote\"", "two\r\nlines", "", " edge ",
                                               "£"};
  std::string text;
  append_csv_row(text, cells);
  CHECK(text == "plain,\"with, comma\",\"a \"\"quote\"\"\",\"two\r\nlines\",,\" edge \",£\r\n");
  append_csv_row(text, {""});
  Table table(text);
  CHECK(table.cells() == Cells{{cells.begin(), cells.end()}, {""}});
}
