#include "load/words_reader.h"

#include <doctest/doctest.h>

#include <set>

#include "base/message.h"
#include "model/built_in.h"
#include "unit/site.h"

using namespace framewright;

namespace {

// The words of a language, with the messages of reading them.
struct Read {
  explicit Read(std::string_view language, const MemoryFileStore& store = {}) {
    SourceFiles files;
    Diagnostics found;
    const FileId site = files.add("site.toml", "language = \"\"\n");
    words = read_words(store, files, language, {site, 11, 13}, found).words;
    MessageWriter writer(files, {});
    for (const Diagnostic& each : found.all()) messages += writer.write(each);
  }

  Words words;
  std::string messages;
};

std::string messages(std::string_view text) {
  return Read("cy", MemoryFileStore{{"words/cy.toml", std::string(text)}}).messages;
}

std::set<std::string> keys_of(std::string_view language) {
  Diagnostics none;
  std::set<std::string> keys;
  for (const TomlEntry& section : parse_toml(*built_in_words(language), no_file, 0, none).root.entries)
    if (section.key != "type" && section.key != "any" && section.key != "choice" && section.key != "label" &&
        section.key != "date")
      for (const TomlEntry& phrase : section.value.entries) keys.insert(section.key + "." + phrase.key);
  return keys;
}

}  // namespace

TEST_CASE("Welsh says all that English says") {
  CHECK(keys_of("cy") == keys_of("en"));
  CHECK(keys_of("en").size() > 200);
  CHECK(Read("cy").messages.empty());
  CHECK(Read("en-GB").messages.empty());
}

TEST_CASE("a language has its words, its names of days and months, and the answers of its people") {
  const Words welsh = Read("cy").words;
  CHECK(welsh.text("page.skip") == "Neidio i’r prif gynnwys");
  CHECK(welsh.text("contracts.count", {2}) == "2 gontract");
  CHECK(welsh.date(TestSite::usual_today) == "23 Tachwedd 2026");
  CHECK(welsh.choice("active") == "gweithredol");
  CHECK(welsh.choice("other than these") == "other than these");
  CHECK(welsh.label("supplier") == "Cyflenwr");
  CHECK(welsh.label("held_by") == "Held by");
  CHECK(welsh.formats().yes == "ydy");
}

TEST_CASE("a site's own words go before the built-in ones, those of the whole tag before those of the language") {
  const MemoryFileStore store{{"words/en.toml", "[page]\nskip = \"Skip\"\nhome = \"Start\"\n"},
                              {"words/en-GB.toml", "[page]\nhome = \"First page\"\n[own]\nhello = \"Hello {name}\"\n"}};
  const Read read("en-GB", store);
  CHECK(read.messages.empty());
  CHECK(read.words.text("page.skip") == "Skip");
  CHECK(read.words.text("page.home") == "First page");
  CHECK(read.words.text("own.hello", {"you"}) == "Hello you");
}

TEST_CASE("a language that nobody has words for stands in English, and that is said") {
  CHECK(Read("ur").words.text("page.skip") == "Skip to main content");
  CHECK(
      Read("ur").messages ==
      R"(site.toml:1:12: warning[untranslated-words]: there is no words/ur.toml, so what the generator says stands in English
   1 | language = ""
     |            ^^
  help: `framewright words` writes the file with all phrases in English, to be translated
)");
  const Read part("ur", MemoryFileStore{{"words/ur.toml", "[page]\nskip = \"x\"\n"}});
  CHECK(part.messages.find("words/ur.toml lacks ") != std::string::npos);
  CHECK(part.messages.find("which stand in English: accessibility.") != std::string::npos);
}

TEST_CASE("words that nothing asks for are reported with the nearest that something does") {
  CHECK(messages("[pages]\nskip = \"x\"\n") ==
        R"(words/cy.toml:1:2: error[bad-config]: there is no section of words "pages"
   1 | [pages]
     |  ^^^^^ did you mean "page"?
  help: words for your own templates go into the section [own]
)");
  CHECK(messages("[page]\nskipp = \"x\"\n") ==
        R"(words/cy.toml:2:1: error[bad-config]: there is no phrase "skipp"
   2 | skipp = "x"
     | ^^^^^ did you mean "skip"?
  help: words for your own templates go into the section [own]
)");
}

TEST_CASE("a phrase that cannot be filled as it is asked for is reported where it stands") {
  CHECK(messages("[list]\nrows = \"Rhesi {cyntaf}\"\n") ==
        R"(words/cy.toml:2:8: error[bad-config]: there is no place {cyntaf} here: the phrase has {first}, {last}, {rows}
   2 | rows = "Rhesi {cyntaf}"
     |        ^^^^^^^^^^^^^^^^
)");
  CHECK(messages("[contracts]\ncount = { 1 = \"{count} contract\" }\n").find("`other` is needed") != std::string::npos);
  CHECK(messages("[contracts]\ncount = 3\n").find("a phrase is text between quotation marks, or texts by count") !=
        std::string::npos);
  CHECK(messages("page = 3\n").find("words stand in sections") != std::string::npos);
  CHECK(messages("[date]\nmonths = [\"Ionawr\"]\n").find("months takes 12 names in their order") != std::string::npos);
}

TEST_CASE("types are called as the language calls them, unless the site names them itself") {
  const std::string front = "title = \"T\"\nlanguage = \"cy\"\n";
  const auto label = [](const TestSite& site, std::string_view type) {
    return site.config().schema.types[*site.config().schema.find(type)].plural;
  };
  const TestSite welsh(Files{{"site.toml", front}});
  CHECK(label(welsh, "standard") == "safonau");
  CHECK(welsh.config().schema.types[*welsh.config().schema.find("contract")].field("start")->label == "Dechrau");
  const TestSite named(Files{{"site.toml", front + "[type.standard]\nlabel = [\"nod\", \"nodau\"]\n"}});
  CHECK(label(named, "standard") == "nodau");
  const TestSite own(Files{{"site.toml", front + "[type.risk]\nfolder = \"risks\"\n[type.risk.link]\n"
                                                 "threatens = { to = [\"outcome\"], reads = [\"a\", \"b\"] }\n"},
                           {"words/cy.toml",
                            "[type.risk]\nlabel = [\"risg\", \"risgiau\"]\n[type.risk.link]\n"
                            "threatens = { reads = [\"yn bygwth\", \"dan fygythiad gan\"] }\n"}});
  CHECK(label(own, "risk") == "risgiau");
  CHECK(own.config().schema.link(own.config().schema.types[*own.config().schema.find("risk")], "threatens")->reads ==
        "yn bygwth");
}
