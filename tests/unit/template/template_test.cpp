#include "template/template.h"
#include "template/phrase.h"

#include <doctest/doctest.h>

#include <thread>

#include "base/message.h"

using namespace framewright;

namespace {

std::string repeated(std::string_view part, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += part;
  return text;
}

// The number of errors of a template alone, and the message of the first.
std::string first_error(const std::string& text, std::size_t* count = nullptr) {
  Diagnostics diagnostics;
  const auto set = TemplateSet::compile({{"page.html", text}}, generic_filters(), diagnostics);
  CHECK(set.has_value() == diagnostics.empty());
  if (count) *count = diagnostics.all().size();
  return diagnostics.empty() ? "" : diagnostics.all()[0].message;
}

std::string render(std::vector<TemplateSource> sources, const std::string& name, const Object& context) {
  Diagnostics diagnostics;
  const auto set = TemplateSet::compile(std::move(sources), generic_filters(), diagnostics);
  std::string out;
  Arena arena;
  if (!set || !set->render(name, context, arena, out, diagnostics)) return "error: " + diagnostics.all().back().message;
  return out;
}

}  // namespace

TEST_CASE("every filter's example writes what its documentation says") {
  for (const Filter* filter : generic_filters().all()) {
    CAPTURE(filter->name);
    CHECK_FALSE(filter->about.empty());
    CHECK(filter->example.find(filter->name) != std::string::npos);
    Table early, late, context;
    early.set("year", Value(2026));
    late.set("year", Value(2027));
    Array days;
    days.add(Value(static_cast<const Object&>(early)));
    days.add(Value(static_cast<const Object&>(late)));
    context.set("days", Value(static_cast<const List&>(days)));
    Table list, words;
    const Phrase rows = std::get<Phrase>(Phrase::parse({PhraseForm{.text = "Rows {first} to {last} of {rows}"}}));
    context.set("words", words.set("list", list.set("rows", rows)));
    CHECK(render({{"page.html", filter->example}}, "page.html", context) == filter->result);
  }
  CHECK(generic_filters().all().size() >= 25);
}

TEST_CASE("the syntax that a template writes goes by its name") {
  Table context;
  const std::string title = "a & b";
  context.set("title", Value(title));
  CHECK(render({{"robots.txt", "<a {{ title }}>"}}, "robots.txt", context) == "<a a & b>");
  CHECK(render({{"page.html", "<p>{{ title }}"}}, "page.html", context) == "<p>a &amp; b");
  CHECK(render({{"feed.xml", "<title>{{ '<b>' | safe }}</title><script>{{ title }}</script>"}}, "feed.xml", context) ==
        "<title><b></title><script>a &amp; b</script>");
  CHECK(render({{"feed.json", "{\"a\": {{ title | json }}}"}}, "feed.json", context) == "{\"a\": \"a \\u0026 b\"}");
  CHECK(render({{"a.txt", "{{ '<b>' | safe }}"}}, "a.txt", context) == "error: markup cannot be printed here");
}

TEST_CASE("an unknown template is an error that names the nearest") {
  Diagnostics diagnostics;
  const auto set = TemplateSet::compile({{"page.html", "x"}, {"part.html", "y"}}, generic_filters(), diagnostics);
  REQUIRE(set);
  std::string out = "kept";
  Arena arena;
  CHECK_FALSE(set->render("pge.html", Table(), arena, out, diagnostics));
  CHECK(out == "kept");
  const SourceFiles files;
  CHECK(MessageWriter(files, {}).write(diagnostics.all()[0]) ==
        "error[bad-template]: there is no template \"pge.html\"\n  help: did you mean \"page.html\"?\n");
}

TEST_CASE("a page that fails leaves nothing behind") {
  Diagnostics diagnostics;
  const auto set = TemplateSet::compile({{"page.html", "before {{ missing }} after"}}, generic_filters(), diagnostics);
  REQUIRE(set);
  std::string out = "kept";
  Arena arena;
  CHECK_FALSE(set->render("page.html", Table(), arena, out, diagnostics));
  CHECK(out == "kept");
  CHECK(diagnostics.all().size() == 1);
}

TEST_CASE("templates and their blocks are listed") {
  Diagnostics diagnostics;
  const auto set = TemplateSet::compile(
      {{"base.html", "{% block a %}{% if x %}{% block b %}{% endblock %}{% endif %}{% endblock %}"}, {"a.html", ""}},
      generic_filters(), diagnostics);
  REQUIRE(set);
  CHECK(set->names() == std::vector<std::string_view>{"a.html", "base.html"});
  CHECK(set->blocks("base.html") == std::vector<std::string_view>{"a", "b"});
  CHECK(set->blocks("none.html").empty());
  CHECK(set->has("a.html"));
  CHECK_FALSE(set->has("b.html"));
}

TEST_CASE("threads share a set") {
  Diagnostics diagnostics;
  const auto set = TemplateSet::compile(
      {{"page.html",
        "{% macro b(x) %}<b>{{ x }}</b>{% endmacro %}{% for x in list %}{{ b(x) }}{{ x | string }}{% endfor %}"}},
      [] {
        static Filters filters = make_generic_filters();
        Filter string;
        string.name = "string";
        string.apply = [](const FilterCall& call) {
          return Value(call.arena().keep("(" + call.input.describe() + ")"));
        };
        filters.add(std::move(string));
        return std::cref(filters);
      }(),
      diagnostics);
  REQUIRE(set);
  std::vector<std::thread> threads;
  threads.reserve(4);
  std::vector<std::string> outs(4);
  for (int thread = 0; thread < 4; ++thread)
    threads.emplace_back([&, thread] {
      Array list;
      list.add(Value(thread));
      Table context;
      context.set("list", Value(static_cast<const List&>(list)));
      for (int round = 0; round < 100; ++round) {
        Arena arena;
        Diagnostics found;
        outs[static_cast<std::size_t>(thread)].clear();
        set->render("page.html", context, arena, outs[static_cast<std::size_t>(thread)], found);
      }
    });
  for (std::thread& thread : threads) thread.join();
  for (int thread = 0; thread < 4; ++thread)
    CHECK(outs[static_cast<std::size_t>(thread)] == "<b>" + std::to_string(thread) + "</b>(a number)");
}

TEST_CASE("dates are written as the site says") {
  Diagnostics diagnostics;
  const auto set = TemplateSet::compile({{"page.html", "{{ 2027-04-01 }} {{ 2027-04-01 | date }}"}}, generic_filters(),
                                        diagnostics, Formats{"%d/%m/%Y"});
  REQUIRE(set);
  std::string out;
  Arena arena;
  CHECK(set->render("page.html", Table(), arena, out, diagnostics));
  CHECK(out == "01/04/2027 01/04/2027");
}

TEST_CASE("templates made to do harm give an error, once, and soon") {
  constexpr std::size_t many = 100000;
  std::size_t count = 0;
  CHECK(first_error("{{ " + repeated("(", many) + " }}", &count) == "this tag is too long");
  CHECK(count == 1);
  CHECK(first_error("{{ " + repeated("(", 5000) + " }}", &count) == "this expression is nested too deeply");
  CHECK(count == 1);
  CHECK(first_error(repeated("{{", many), &count) == "this `{{` is never closed");
  CHECK(count == 1);
  CHECK(first_error(repeated("{%", many), &count) == "this `{%` is never closed");
  CHECK(count == 1);
  CHECK(first_error(repeated("{#", many), &count) == "this comment is never closed");
  CHECK(count == 1);
  CHECK(first_error(repeated("{% if x %}", many), &count) == "tags are nested too deeply");
  CHECK(count == 1);
  CHECK(first_error(repeated("{% for x in y %}", many), &count) == "tags are nested too deeply");
  CHECK(count == 1);
  CHECK(first_error(repeated("{% raw %}", many), &count) == "this `raw` is never closed");
  CHECK(count == 1);
  CHECK(first_error(repeated("{% endif %}", many), &count) == "this `endif` closes nothing");
  CHECK(count == 1);
  CHECK(first_error(repeated("{{ \"", many), &count) == "this `{{` is never closed");
  CHECK(count == 1);
  CHECK(first_error(repeated("<", many), &count) == "\"page.html\" ends inside a tag");
  CHECK(first_error(repeated("</script", many), &count) == "\"page.html\" ends inside a tag");
  CHECK(first_error("<script>" + repeated("</", many), &count) == "\"page.html\" ends inside <script>");
  CHECK(first_error(repeated("{ ", many)).empty());
  CHECK(first_error("{% if x %}{% elif y %}" + repeated("{% elif z %}", 5000) + "{% endif %}").empty());
}

TEST_CASE("templates that include one another without end of patience are refused") {
  std::vector<TemplateSource> sources;
  sources.reserve(41);
  for (int i = 0; i < 40; ++i) {
    const std::string next = "{% include \"" + std::to_string(i + 1) + ".html\" %}";
    sources.push_back({std::to_string(i) + ".html", next + next});
  }
  sources.push_back({"40.html", ""});
  Diagnostics diagnostics;
  CHECK_FALSE(TemplateSet::compile(std::move(sources), generic_filters(), diagnostics).has_value());
  CHECK(diagnostics.all()[0].message == "this template becomes too large");
}

TEST_CASE("a row of includes too long is refused") {
  std::vector<TemplateSource> sources;
  sources.reserve(2001);
  for (int i = 0; i < 2000; ++i)
    sources.push_back({std::to_string(i) + ".html", "{% include \"" + std::to_string(i + 1) + ".html\" %}"});
  sources.push_back({"2000.html", ""});
  Diagnostics diagnostics;
  CHECK_FALSE(TemplateSet::compile(std::move(sources), generic_filters(), diagnostics).has_value());
  CHECK(diagnostics.all()[0].message == "templates, blocks and macros stand in one another too deeply");
}

TEST_CASE("a row of macros too long is refused") {
  std::string text;
  for (int i = 0; i < 2000; ++i)
    text += "{% macro m" + std::to_string(i) + "() %}{{ m" + std::to_string(i + 1) + "() }}{% endmacro %}";
  text += "{% macro m2000() %}{% endmacro %}{{ m0() }}";
  CHECK(first_error(text) == "templates, blocks and macros stand in one another too deeply");
}

TEST_CASE("a macro that calls itself inside an expression ends in an error") {
  CHECK(render({{"page.html", "{% macro m(n) %}{% set x = m(n + 1) %}{{ x }}{% endmacro %}{{ m(1) }}"}}, "page.html",
               Table()) == "error: macros call one another more than 50 deep");
}
