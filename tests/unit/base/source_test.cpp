#include "base/source.h"

#include <doctest/doctest.h>

using namespace framewright;

TEST_CASE("a part of a span is cut off at its end, however much is asked for") {
  const Span span{2, 10, 20};
  CHECK(span.part(0, 3) == Span{2, 10, 13});
  CHECK(span.part(4, 6) == Span{2, 14, 20});
  CHECK(span.part(4, 7) == Span{2, 14, 20});
  CHECK(span.part(10, 1) == Span{2, 20, 20});
  CHECK(span.part(11, 1) == Span{2, 20, 20});
  CHECK(span.part(4, std::string_view::npos) == Span{2, 14, 20});
  CHECK(span.part(std::string_view::npos, 1) == Span{2, 20, 20});
  CHECK(span.part(4, 0) == Span{2, 14, 14});
}

TEST_CASE("the cover of two spans reaches over both, in either order") {
  CHECK(cover({1, 5, 9}, {1, 2, 3}) == Span{1, 2, 9});
  CHECK(cover({1, 2, 9}, {1, 3, 4}) == Span{1, 2, 9});
}

TEST_CASE("a span gives back its words, and is unknown without a file") {
  SourceFiles files;
  files.add("content/a.md", "one");
  const FileId file = files.add("content/b.md", "two words");
  CHECK(files.size() == 2);
  CHECK(files.text({file, 4, 9}) == "words");
  CHECK(files.text({file, 9, 9}) == "");
  CHECK(!Span{}.known());
  CHECK(Span{file, 0, 0}.known());
}

TEST_CASE("places are counted in lines and characters, line ends belonging to the line before") {
  const LineIndex index("a£b\r\nc\n\nd");
  CHECK(index.size() == 4);
  CHECK(index.position(0) == Position{1, 1});
  CHECK(index.position(3) == Position{1, 3});
  CHECK(index.position(4) == Position{1, 4});
  CHECK(index.position(5) == Position{1, 5});
  CHECK(index.position(6) == Position{2, 1});
  CHECK(index.position(8) == Position{3, 1});
  CHECK(index.position(9) == Position{4, 1});
  CHECK(index.position(10) == Position{4, 2});
}

TEST_CASE("lines come without their ends, and there is nothing beyond the last") {
  const LineIndex index("a£b\r\nc\r\r\n\nd");
  CHECK(index.line(1) == "a£b");
  CHECK(index.line(2) == "c\r");
  CHECK(index.line(3) == "");
  CHECK(index.line(4) == "d");
  CHECK(index.line(0) == "");
  CHECK(index.line(5) == "");
}

TEST_CASE("a text that ends with its last line has an empty one after it, and no text has one line") {
  CHECK(LineIndex("a\n").size() == 2);
  CHECK(LineIndex("a\n").position(2) == Position{2, 1});
  CHECK(LineIndex("a\n").line(2) == "");
  CHECK(LineIndex("").size() == 1);
  CHECK(LineIndex("").position(0) == Position{1, 1});
}

TEST_CASE("a byte of a line is held within the line") {
  const LineIndex index("ab\r\ncd");
  CHECK(index.offset(1, 1) == 0);
  CHECK(index.offset(1, 3) == 2);
  CHECK(index.offset(1, 99) == 2);
  CHECK(index.offset(2, 0) == 4);
  CHECK(index.offset(2, 2) == 5);
  CHECK(index.offset(2, 3) == 6);
  CHECK(index.offset(0, 5) == 0);
  CHECK(index.offset(3, 1) == 6);
}
