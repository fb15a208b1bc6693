#include "base/message.h"

#include <doctest/doctest.h>

#include "base/display_width.h"

using namespace framewright;

namespace {

constexpr std::string_view path = "content/a.md";

// The message of a finding at the bytes [begin, end) of a file of this text.
std::string message(std::string text, std::size_t begin, std::size_t end, std::string label = {},
                    MessageStyle style = {}) {
  SourceFiles files;
  const FileId file = files.add(std::string(path), std::move(text));
  Diagnostic finding{"rule", Severity::error, {}, "it is wrong", std::move(label), {}, {}};
  finding.where = {file, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  return MessageWriter(files, style).write(finding);
}

// The message of a finding at `word` of a text.
std::string at_word(const std::string& text, std::string_view word, std::string label = {}) {
  const std::size_t begin = text.find(word);
  return message(text, begin, begin + word.size(), std::move(label));
}

}  // namespace

TEST_CASE("a message gives place, severity and rule, the line, the place under it and the label") {
  CHECK(at_word("one\ntwo words here\nthree\n", "words", "did you mean \"word\"?") ==
        R"(content/a.md:2:5: error[rule]: it is wrong
   2 | two words here
     |     ^^^^^ did you mean "word"?
)");
}

TEST_CASE("a message has its other places and its help below it, and no excerpt without a place") {
  SourceFiles files;
  const FileId file = files.add("content/a.md", "one\ntwo\n");
  const FileId other = files.add("site.toml", "title = \"T\"\n");
  Diagnostic finding{"rule", Severity::warning, {file, 4, 7}, "it is wrong", {}, {}, "mend it"};
  finding.notes = {{{other, 8, 11}, "it is said here"}, {{}, "and nowhere"}};
  MessageWriter writer(files, {});
  CHECK(writer.write(finding) ==
        R"(content/a.md:2:1: warning[rule]: it is wrong
   2 | two
     | ^^^
  also: site.toml:1:9: it is said here
   1 | title = "T"
     |         ^^^
  also: and nowhere
  help: mend it
)");
  finding.where = {};
  finding.notes.clear();
  finding.severity = Severity::info;
  CHECK(writer.write(finding) == "info[rule]: it is wrong\n  help: mend it\n");
  CHECK(writer.position({file, 5, 5}) == Position{2, 2});
}

TEST_CASE("colours are only what is asked for, and end where they should") {
  CHECK(message("one", 0, 3, "so", {.colour = true}) ==
        "content/a.md:1:1: \x1b[1;31merror[rule]\x1b[0m: \x1b[1mit is wrong\x1b[0m\n"
        "   1 | one\n"
        "     | \x1b[1;31m^^^\x1b[0m so\n");
  SourceFiles files;
  for (const auto& [severity, code] : {std::pair{Severity::warning, "33"}, std::pair{Severity::info, "36"}}) {
    const Diagnostic finding{"rule", severity, {}, "it is so", {}, {}, {}};
    CHECK(MessageWriter(files, {.colour = true}).write(finding) == "\x1b[1;" + std::string(code) + "m" +
                                                                       std::string(severity_name(severity)) +
                                                                       "[rule]\x1b[0m: \x1b[1mit is so\x1b[0m\n");
  }
}

TEST_CASE("a tab is shown as one space, so that the caret stands where it should") {
  CHECK(at_word("\ta\tword", "word") ==
        "content/a.md:1:4: error[rule]: it is wrong\n"
        "   1 |  a word\n"
        "     |    ^^^^\n");
}

TEST_CASE("columns are characters, and the caret is moved by what a terminal shows of them") {
  CHECK(at_word("Élan ŵyl word", "word") ==
        "content/a.md:1:10: error[rule]: it is wrong\n"
        "   1 | Élan ŵyl word\n"
        "     |          ^^^^\n");
  CHECK(at_word("cafe\xCC\x81 word", "word") ==
        "content/a.md:1:7: error[rule]: it is wrong\n"
        "   1 | cafe\xCC\x81 word\n"
        "     |      ^^^^\n");
  CHECK(at_word("保護 😀 word", "word") ==
        "content/a.md:1:6: error[rule]: it is wrong\n"
        "   1 | 保護 😀 word\n"
        "     |         ^^^^\n");
  CHECK(at_word("a 保護 b", "保護") ==
        "content/a.md:1:3: error[rule]: it is wrong\n"
        "   1 | a 保護 b\n"
        "     |   ^^^^\n");
}

TEST_CASE("columns of a terminal are two for wide characters and none for marks, on both sides of each") {
  CHECK(display_width("") == 0);
  CHECK(display_width("plain £ é") == 9);
  CHECK(display_width("\xCC\x80") == 0);          // U+0300, the first mark
  CHECK(display_width("\xCB\xBF") == 1);          // U+02FF, the last before it
  CHECK(display_width("\xCD\xAF") == 0);          // U+036F
  CHECK(display_width("\xCD\xB0") == 1);          // U+0370
  CHECK(display_width("\xE1\x84\x80") == 2);      // U+1100, the first wide one
  CHECK(display_width("\xE1\x83\xBF") == 1);      // U+10FF
  CHECK(display_width("\xEF\xBD\xA0") == 2);      // U+FF60
  CHECK(display_width("\xEF\xBD\xA1") == 1);      // U+FF61, a half-width one
  CHECK(display_width("\xF0\xBF\xBF\xBD") == 2);  // U+3FFFD, the last wide one
  CHECK(display_width("\xF1\x80\x80\x80") == 1);  // U+40000
  CHECK(display_width("\xE2\x80\x8D") == 0);      // zero width joiner
  CHECK(display_width("\xF3\xA0\x84\x80") == 0);  // U+E0100, a variation selector
  CHECK(display_width("\xEF\xBF\xBD…—“”") == 5);
}

TEST_CASE("lines that end in CR LF are shown without them, and a place at their end stands right after them") {
  CHECK(message("one\r\ntwo\r\n", 5, 8) ==
        "content/a.md:2:1: error[rule]: it is wrong\n"
        "   2 | two\n"
        "     | ^^^\n");
  for (const std::size_t at : {8u, 9u})
    CHECK(message("one\r\ntwo\r\n", at, at + 1).ends_with("   2 | two\n     |    ^\n"));
  CHECK(message("one\r\ntwo", 0, 8).ends_with("   1 | one\n     | ^^^\n"));
}

TEST_CASE("a place at the end of the file, and an empty one, have a caret of one column") {
  CHECK(message("one\ntwo", 7, 7) ==
        "content/a.md:2:4: error[rule]: it is wrong\n"
        "   2 | two\n"
        "     |    ^\n");
  CHECK(message("one two", 4, 4).ends_with("   1 | one two\n     |     ^\n"));
  CHECK(message("one two", 4, 2).ends_with("   1 | one two\n     |     ^\n"));
}

TEST_CASE("an empty line is not shown unless there is something to say beside it") {
  CHECK(message("one\n", 4, 4) == "content/a.md:2:1: error[rule]: it is wrong\n");
  CHECK(message("", 0, 0) == "content/a.md:1:1: error[rule]: it is wrong\n");
  CHECK(message("one\n  \n", 4, 6) == "content/a.md:2:1: error[rule]: it is wrong\n");
  CHECK(message("one\n", 4, 4, "write it") ==
        "content/a.md:2:1: error[rule]: it is wrong\n"
        "   2 | \n"
        "     | ^ write it\n");
}

TEST_CASE("a place over many lines is shown on its first") {
  CHECK(message("one two\nthree\nfour", 4, 18) ==
        "content/a.md:1:5: error[rule]: it is wrong\n"
        "   1 | one two\n"
        "     |     ^^^\n");
}

TEST_CASE("numbers of lines of five digits and more move the margin") {
  CHECK(message(std::string(9998, '\n') + "word", 9998, 10002).ends_with("9999 | word\n     | ^^^^\n"));
  CHECK(message(std::string(9999, '\n') + "word", 9999, 10003).ends_with("10000 | word\n      | ^^^^\n"));
}

TEST_CASE("a line of up to 160 characters is shown whole") {
  const std::string line = std::string(156, 'a') + "word";
  CHECK(message(line, 156, 160) == "content/a.md:1:157: error[rule]: it is wrong\n   1 | " + line + "\n     | " +
                                       std::string(156, ' ') + "^^^^\n");
  std::string letters;
  for (int i = 0; i < 160; ++i) letters += "é";
  CHECK(message(letters, 0, 2).find("…") == std::string::npos);
}

TEST_CASE("of a longer line the part round the place is shown, and the caret stands under the place") {
  CHECK(message("word" + std::string(157, 'a'), 0, 4) ==
        "content/a.md:1:1: error[rule]: it is wrong\n   1 | word" + std::string(156, 'a') + "…\n     | ^^^^\n");
  CHECK(message(std::string(157, 'a') + "word", 157, 161) == "content/a.md:1:158: error[rule]: it is wrong\n   1 | …" +
                                                                 std::string(80, 'a') + "word\n     | " +
                                                                 std::string(81, ' ') + "^^^^\n");
  CHECK(message(std::string(300, 'a') + "word" + std::string(300, 'b'), 300, 304) ==
        "content/a.md:1:301: error[rule]: it is wrong\n   1 | …" + std::string(80, 'a') + "word" +
            std::string(76, 'b') + "…\n     | " + std::string(81, ' ') + "^^^^\n");
}

TEST_CASE("a place that runs on beyond the part that is shown is marked to its end") {
  const std::string shown = message(std::string(500, 'a'), 0, 500);
  CHECK(shown.ends_with("   1 | " + std::string(160, 'a') + "…\n     | " + std::string(161, '^') + "\n"));
}

TEST_CASE("what a terminal would act on is shown as a mark, wherever it comes from") {
  CHECK(at_word("a\x1b[2Jb\x07 word", "word") ==
        "content/a.md:1:9: error[rule]: it is wrong\n"
        "   1 | a\uFFFD[2Jb\uFFFD word\n"
        "     |         ^^^^\n");
  CHECK(at_word("a\u009b2J \u202eb\u2066 word", "word")
            .ends_with("   1 | a\uFFFD2J \uFFFDb\uFFFD word\n"
                       "     |          ^^^^\n"));
  SourceFiles files;
  const FileId file = files.add("content/\x1b.md", "x");
  Diagnostic finding{"rule", Severity::error, {file, 0, 1}, "no \x1b[31m\nx", "\x7f", {}, "help\x1b"};
  finding.notes = {{{file, 0, 1}, "note\x1b"}, {{}, "note\x1b"}};
  CHECK(MessageWriter(files, {}).write(finding) ==
        "content/\uFFFD.md:1:1: error[rule]: no \uFFFD[31m\uFFFDx\n   1 | x\n     | ^ \uFFFD\n"
        "  also: content/\uFFFD.md:1:1: note\uFFFD\n   1 | x\n     | ^\n  also: note\uFFFD\n  help: help\uFFFD\n");
}

TEST_CASE("no-break spaces, accents and directional marks that hide nothing are left as they are") {
  const std::string line = "a\u00a0é\u00ad\u200f\u2014 word";
  CHECK(at_word(line, "word").find(" | " + line + "\n") != std::string::npos);
}

TEST_CASE("bytes that are not UTF-8 are each shown as a mark, with the caret under the place") {
  CHECK(at_word("caf\xE9 \x80\x80 word", "word")
            .ends_with("   1 | caf\uFFFD \uFFFD\uFFFD word\n"
                       "     |         ^^^^\n"));
  CHECK(message("caf\xE9", 3, 4).ends_with("   1 | caf\uFFFD\n     |    ^\n"));
}
