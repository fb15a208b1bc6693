#include "template/phrase.h"

#include <doctest/doctest.h>

using namespace framewright;

namespace {

Phrase phrase(std::vector<PhraseForm> forms) { return std::get<Phrase>(Phrase::parse(forms)); }
Phrase phrase(std::string text) { return phrase(std::vector{PhraseForm{.text = std::move(text)}}); }

std::string filled(const Phrase& phrase, std::vector<Value> values) {
  if (std::string problem = phrase.problem(values); !problem.empty()) return "problem: " + problem;
  Arena arena;
  const Value value = phrase.fill(values, Formats{}, arena);
  if (const auto* html = value.get<const Html*>()) return "markup: " + (*html)->markup();
  return std::string(*value.get<std::string_view>());
}

std::string mistake(const std::string& text, const std::vector<std::string>* places = nullptr) {
  const auto parsed = Phrase::parse({PhraseForm{.text = text}}, places);
  const auto* problem = std::get_if<std::string>(&parsed);
  return problem == nullptr ? "" : *problem;
}

}  // namespace

TEST_CASE("a phrase without places is itself") {
  CHECK(*phrase("Skip to main content").plain() == "Skip to main content");
  CHECK(*phrase("").plain() == "");
  CHECK(*phrase("Terms [see the law]").plain() == "Terms ");
  CHECK(phrase("Page {number}").plain() == nullptr);
}

TEST_CASE("values are filled in in the order of the places of the last form") {
  CHECK(filled(phrase("Rows {first} to {last} of {rows}"), {1, 20, 3000}) == "Rows 1 to 20 of 3,000");
  CHECK(filled(phrase("{day} & {day}"), {Date{std::chrono::year{2027}, std::chrono::April, std::chrono::day{1}}}) ==
        "1 April 2027 & 1 April 2027");
  CHECK(filled(phrase("[all] of {name}"), {"A & B"}) == "[all] of A & B");
}

TEST_CASE("a translation may put the places in another order, repeat them and leave them out") {
  const std::vector<std::string> places{"first", "last"};
  const auto other = std::get<Phrase>(Phrase::parse({PhraseForm{.text = "{last}, {last}"}}, &places));
  CHECK(filled(other, {1, 2}) == "2, 2");
}

TEST_CASE("a phrase reads by its count, in ranges with both ends") {
  const Phrase months = phrase({{1, 1, "{count} mis"}, {2, 4, "{count} fis"}, {.text = "{count} o fisoedd"}});
  CHECK(filled(months, {1}) == "1 mis");
  CHECK(filled(months, {2}) == "2 fis");
  CHECK(filled(months, {4}) == "4 fis");
  CHECK(filled(months, {5}) == "5 o fisoedd");
  CHECK(filled(months, {-1}) == "-1 o fisoedd");
  CHECK(filled(months, {"two"}) == "problem: the phrase differs by count, and its {count} is no whole number");
}

TEST_CASE("a link or a value of markup makes markup, in which text is escaped") {
  const Phrase link = phrase("See [the page of {name}]({address}) <now>.");
  REQUIRE(link.places() == std::vector<std::string>{"address", "name"});
  CHECK(filled(link, {"a/?x=1&y=2", "<b>"}) ==
        "markup: See <a href=\"a/?x=1&amp;y=2\">the page of &lt;b&gt;</a> &lt;now&gt;.");
  const Html strong = Html::trusted("<strong>£5</strong>");
  CHECK(filled(phrase("<{value}>"), {strong}) == "markup: &lt;<strong>£5</strong>&gt;");
}

TEST_CASE("an address that a browser must not follow is no link") {
  CHECK(filled(phrase("[go]({address})"), {"javascript:alert(1)"}) == "problem: {address} is no address of a link");
}

TEST_CASE("values that are too few, too many or cannot be printed are reported") {
  CHECK(filled(phrase("{a} {b}"), {1}) == "problem: the phrase takes 2 values, not 1");
  CHECK(filled(phrase("{a}"), {1, 2}) == "problem: the phrase takes 1 value, not 2");
  Arena arena;
  CHECK(filled(phrase("{a}"), {arena.array()}) == "problem: {a} cannot be filled with a list of 0");
  CHECK(filled(phrase("{a}."), {Empty{}}) == ".");
}

TEST_CASE("what cannot be read is said in words") {
  const std::vector<std::string> places{"first", "last"}, none;
  CHECK(mistake("Rows {first") == "a { begins the name of a place for a value, such as {count}, and nothing else");
  CHECK(mistake("{}") == "a { begins the name of a place for a value, such as {count}, and nothing else");
  CHECK(mistake("{A1}") == "a { begins the name of a place for a value, such as {count}, and nothing else");
  CHECK(mistake("{fist}", &places) == "there is no place {fist} here: the phrase has {first}, {last}");
  CHECK(mistake("{fist}", &none) == "there is no place {fist} here: the phrase has none");
  CHECK(mistake("[x]({a}") == "a link ends in ): [words]({a})");
  const auto parsed = Phrase::parse({{1, 1, "one"}, {.text = "many"}});
  CHECK(std::get<std::string>(parsed) == "a phrase that differs by count has a place {count}");
}
