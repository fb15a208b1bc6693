#include <doctest/doctest.h>

#include "check/name_uses.h"
#include "unit/site.h"

using namespace framewright;

TEST_CASE("names are found as whole words, in any case, singular or plural") {
  NameUses uses;
  const std::size_t budget = uses.add("Pooled budget");
  const std::size_t policy = uses.add("Policies");
  const std::size_t part = uses.add("Budget");
  const std::size_t nothing = uses.add("");
  uses.read("The POOLED   budgets' policy; a budgetary matter");
  CHECK(uses.is_used(budget));
  CHECK(uses.is_used(policy));
  CHECK(uses.is_used(part));
  CHECK(!uses.is_used(nothing));
  NameUses others;
  const std::size_t whole = others.add("Budget");
  others.read("a budgetary matter, pre-budgeted");
  CHECK(!others.is_used(whole));
}

TEST_CASE("a term that no text uses is reported") {
  CHECK(messages("unused-term",
                 {{"content/glossary/terms.toml",
                   "[tariff]\ntitle = \"Tariff\"\ntext = \"A tariff is a price.\"\n\n"
                   "[tender]\ntitle = \"Tender\"\ntext = \"An offer; see tariff.\"\nsee = [\"tariff\"]\n"},
                  {"content/index.md", page("title = \"H\"", "A tender.\n\n```{list}\nselect = \"term\"\n```\n")}}) ==
        R"(content/glossary/terms.toml:1:2: warning[unused-term]: no text uses the glossary term "Tariff"
   1 | [tariff]
     |  ^^^^^^
  help: use it where readers need it, or take it out of the glossary
)");
}

TEST_CASE("a text, a title, a field, an abbreviation or another form uses a term") {
  const std::string term =
      "[pooled]\ntitle = \"Pooled budget\"\nabbreviation = \"PB\"\nalso = [\"shared purse\"]\ntext = \"Money.\"\n";
  for (const char* body : {"Pooled budgets.", "The PB.", "A shared purse.", "[[pooled]]"}) {
    CAPTURE(body);
    CHECK(messages("unused-term",
                   {{"content/glossary/terms.toml", term}, {"content/index.md", page("title = \"H\"", body)}}) == "");
  }
  CHECK(messages("unused-term", {{"content/glossary/terms.toml", term},
                                 {"content/a.md", page("title = \"A\"\nsummary = \"On pooled budgets\"", "Text.")}}) ==
        "");
}

TEST_CASE("a work that nothing draws on is reported") {
  CHECK(messages("unused-reference",
                 {{"content/references/works.toml",
                   "[ends]\ntitle = \"Making Ends Meet\"\n\n[act]\ntitle = \"The Children Act 2004\"\ntext = \"See "
                   "Making Ends Meet.\"\n"},
                  {"content/index.md",
                   page("title = \"H\"", "Under the Children Act.\n\n```{list}\nselect = \"reference\"\n```\n")}}) ==
        R"(content/references/works.toml:1:2: warning[unused-reference]: no text uses the reference "Making Ends Meet"
   1 | [ends]
     |  ^^^^
  help: name it where the text draws on it: [[ends]]
)");
}

TEST_CASE("a link, a mention of a part and the name in a text use a work") {
  const std::string work =
      "[act]\ntitle = \"Children Act 2004\"\n[[act.provisions]]\nid = \"act-11\"\ntitle = \"Section 11\"\n";
  CHECK(messages("unused-reference", {{"content/references/works.toml", work},
                                      {"content/index.md", page("title = \"H\"\nsources = [\"act\"]", "Text.")}}) ==
        "");
  CHECK(messages("unused-reference", {{"content/references/works.toml", work},
                                      {"content/index.md", page("title = \"H\"", "By [[act-11]].")}}) == "");
}

TEST_CASE("two terms of one name, and a term named as a type, are reported where the name is in use") {
  const std::string terms =
      "[standard-form]\ntitle = \"Standard\"\ntext = \"A form.\"\n\n[partner]\ntitle = \"Partner\"\ntext = \"One.\"\n\n"
      "[member]\ntitle = \"Member\"\nalso = [\"partner\"]\ntext = \"Two.\"\n";
  const std::string standard = page("id = \"S1\"\ntitle = \"A\"", "Text.");
  CHECK(
      messages("ambiguous-term", {{"content/glossary/terms.toml", terms},
                                  {"content/standards/a.md", standard},
                                  {"content/index.md", page("title = \"H\"", "Each standard, each partner.")}}) ==
      R"(content/glossary/terms.toml:1:2: warning[ambiguous-term]: the glossary explains "Standard", and the site's own standards are called so too
   1 | [standard-form]
     |  ^^^^^^^^^^^^^
  help: call one of them something else, or say in the entry how the two belong together
content/glossary/terms.toml:9:2: warning[ambiguous-term]: two glossary terms are called "partner"
   9 | [member]
     |  ^^^^^^
  also: content/glossary/terms.toml:5:2: "partner" (Partner) is called so too
   5 | [partner]
     |  ^^^^^^^
  help: give one of them another name, or make one entry of the two
)");
  CHECK(messages("ambiguous-term", {{"content/glossary/terms.toml", terms}, {"content/standards/a.md", standard}}) ==
        "");
  CHECK(messages("ambiguous-term",
                 {{"content/glossary/terms.toml", "[standard-form]\ntitle = \"Standard\"\ntext = \"A form.\"\n"},
                  {"content/index.md", page("title = \"H\"", "Each standard.")}}) == "");
}

TEST_CASE("two terms that share two names are one finding, and so are a term and a type") {
  const std::string terms =
      "[ally]\ntitle = \"Partner\"\nalso = [\"Ally\"]\ntext = \"One.\"\n\n"
      "[partner]\ntitle = \"partner\"\nalso = [\"ally\"]\ntext = \"Two.\"\n\n"
      "[standard-form]\ntitle = \"Standard\"\nalso = [\"standards\"]\ntext = \"A form.\"\n";
  const std::string standard = page("id = \"S1\"\ntitle = \"A\"", "Text.");
  CHECK(messages("ambiguous-term",
                 {{"content/glossary/terms.toml", terms},
                  {"content/standards/a.md", standard},
                  {"content/index.md", page("title = \"H\"", "The partner, an ally, a standard, standards.")}}) ==
        R"(content/glossary/terms.toml:6:2: warning[ambiguous-term]: two glossary terms are called "partner"
   6 | [partner]
     |  ^^^^^^^
  also: content/glossary/terms.toml:1:2: "ally" (Partner) is called so too
   1 | [ally]
     |  ^^^^
  help: give one of them another name, or make one entry of the two
content/glossary/terms.toml:11:2: warning[ambiguous-term]: the glossary explains "Standard", and the site's own standards are called so too
  11 | [standard-form]
     |  ^^^^^^^^^^^^^
  help: call one of them something else, or say in the entry how the two belong together
)");
}

TEST_CASE("a third term of one name is held against the first, and an abbreviation is a name") {
  const std::string terms =
      "[a]\ntitle = \"PB\"\ntext = \"One.\"\n[b]\ntitle = \"Pooled budget\"\nabbreviation = \"PB\"\ntext = "
      "\"Two.\"\n[c]\ntitle = \"Public body\"\nalso = [\"PB\"]\ntext = \"Three.\"\n";
  CHECK(messages("ambiguous-term",
                 {{"content/glossary/terms.toml", terms}, {"content/index.md", page("title = \"H\"", "The PB.")}}) ==
        R"(content/glossary/terms.toml:4:2: warning[ambiguous-term]: two glossary terms are called "PB"
   4 | [b]
     |  ^
  also: content/glossary/terms.toml:1:2: "a" (PB) is called so too
   1 | [a]
     |  ^
  help: give one of them another name, or make one entry of the two
content/glossary/terms.toml:8:2: warning[ambiguous-term]: two glossary terms are called "PB"
   8 | [c]
     |  ^
  also: content/glossary/terms.toml:1:2: "a" (PB) is called so too
   1 | [a]
     |  ^
  help: give one of them another name, or make one entry of the two
)");
}

TEST_CASE("one term may give one name twice, and a name that no text uses is no matter") {
  const std::string terms = "[a]\ntitle = \"Partner\"\nalso = [\"partner\"]\ntext = \"One.\"\n";
  CHECK(messages("ambiguous-term", {{"content/glossary/terms.toml", terms},
                                    {"content/index.md", page("title = \"H\"", "A partner.")}}) == "");
  CHECK(messages("ambiguous-term",
                 {{"content/glossary/terms.toml", terms + "[b]\ntitle = \"Partner\"\ntext = \"A partner.\"\n"},
                  {"content/index.md", page("title = \"H\"", "Nobody.")}}) == "");
}
