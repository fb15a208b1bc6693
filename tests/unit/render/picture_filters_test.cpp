#include "render/picture_filters.h"

#include <doctest/doctest.h>

#include "unit/render/rendered_site.h"

using namespace framewright;

namespace {

// What a directive of the home page shows, by the template of its own.
std::string shown(Files files, const std::string& options, const std::string& directive,
                  const std::string& name = "own") {
  files.insert_or_assign("content/index.md", page("title = \"H\"", "```{" + name + "}\n" + options + "\n```\n"));
  files.insert_or_assign("templates/home.html", "{{ text }}");
  files.insert_or_assign("templates/directives/" + name + ".html", directive);
  return RenderedSite(std::move(files)).page("index.html");
}

const Files boards{
    {"content/boards/b.toml",
     "[forum]\ntitle = \"Forum\"\nreports_to = \"joint\"\n[joint]\ntitle = \"Joint\"\nreports_to = \"executive\"\n"
     "[executive]\ntitle = \"Executive\"\n[panel]\ntitle = \"Panel\"\nreports_to = \"joint\"\n"
     "[young]\ntitle = \"Young\"\nreports_to = \"other\"\n[other]\ntitle = \"Other\"\n"}};

const std::string nested =
    "{% macro below(nodes) %}{% for node in nodes %}{{ node.item.title }}{% if node.below %}({{ below(node.below) }})"
    "{% endif %} {% endfor %}{% endmacro %}{{ below(items | hierarchy(\"reports_to\")) }}";

}  // namespace

TEST_CASE("boards stand below the board that they report to, and each once") {
  CHECK(shown(boards, "select = \"board\"", nested) == "Executive(Joint(Forum Panel ) ) Other(Young ) \n");
  CHECK(shown(boards, "select = \"board and title != 'Other'\"", nested) == "Executive(Joint(Forum Panel ) ) Young \n");
}

TEST_CASE("stages follow one another by the link to the next, each once, and what is left comes after") {
  const Files stages{{"content/stages/s.toml",
                      "[a]\ntitle = \"A\"\nnext = \"c\"\n[b]\ntitle = \"B\"\nnext = \"a\"\n"
                      "[c]\ntitle = \"C\"\nnext = \"b\"\n[d]\ntitle = \"D\"\nnext = \"d\"\n"}};
  const std::string turn = "{{ items | in_turn(\"next\") | map(\"title\") | join(\" \") }}";
  CHECK(shown(stages, "select = \"stage\"", turn) == "A C B D\n");
  CHECK(shown(stages, "select = \"stage and title != 'C'\"", turn) == "A B D\n");
  CHECK(shown(boards, "select = \"board and title in ['Forum', 'Panel']\"", turn) == "Forum Panel\n");
}

TEST_CASE("items stand in the order of their date, those without one last") {
  const Files references{
      {"content/references/r.toml",
       "[late]\ntitle = \"Late\"\nyear = 2020\n[none]\ntitle = \"None\"\n[march]\ntitle = \"March\"\n"
       "dated = \"2018-03\"\n[early]\ntitle = \"Early\"\nyear = 2018\n[words]\ntitle = \"Words\"\n"
       "dated = \"in spring\"\n"}};
  CHECK(shown(references, "select = \"reference\"",
              "{% for each in items | dated([\"dated\", \"year\"]) %}{{ each.item.title }} {{ each.date }} "
              "{{ each.day | default(\"-\") }}; {% endfor %}") ==
        "Early 2018 17532; March 2018-03 17591; Late 2020 18262; None  -; Words in spring -; \n");
}

TEST_CASE("a thread leads from what an item is there for to what is there for it, near and far") {
  const Files thread{{"content/outcomes/o.toml", "[well]\ntitle = \"Well\"\n[apart]\ntitle = \"Apart\"\n"},
                     {"content/needs/n.toml", "[sleep]\ntitle = \"Sleep\"\naffects = [\"well\"]\n"},
                     {"content/priorities/p.toml",
                      "[nights]\ntitle = \"Nights\"\naddresses = [\"sleep\"]\ncontributes_to = [\"well\"]\n"},
                     {"content/strategies/s.md", page("title = \"Rest\"\npriorities = [\"nights\"]", "Text.")},
                     {"content/services/v.toml",
                      "[line]\ntitle = \"Line\"\ndelivers = [\"well\"]\nunder = [\"strategy:s\"]\n"
                      "[shop]\ntitle = \"Shop\"\ndelivers = [\"apart\"]\n"}};
  const std::string steps =
      "{% for step in item | thread(page) %}{{ step.label }}{% if step.here %}*{% endif %}: "
      "{{ step.items | map(\"title\") | join(\", \") }}; {% endfor %}";
  CHECK(shown(thread, "item = \"strategy:s\"", steps) ==
        "Outcome: Well; Need: Sleep; Priority: Nights; Strategy*: Rest; Service: Line; \n");
  CHECK(shown(thread, "item = \"need:sleep\"", steps) ==
        "Outcome: Well; Need*: Sleep; Priority: Nights; Strategy: Rest; Service: Line; \n");
  CHECK(shown(thread, "item = \"service:shop\"", steps) == "Outcome: Apart; Service*: Shop; \n");
}

TEST_CASE("a matrix counts rows and columns, and names what has no link") {
  const Files standards{
      {"content/principles/p.toml", "[P1]\ntitle = \"One\"\n[P2]\ntitle = \"Two\"\n[P3]\ntitle = \"Three\"\n"},
      {"content/standards/s.toml",
       "[S1]\ntitle = \"A\"\nrealises = [\"P1\", \"P2\"]\n[S2]\ntitle = \"B\"\n[S3]\ntitle = \"C\"\nrealises = "
       "[\"P1\"]\n"}};
  const std::string grid =
      "{% set grid = rows | matrix(columns, options.link | default(\"\")) %}{% for row in grid.rows %}{{ row.item.id }}"
      "{% for cell in row.cells %}{{ \" x\" if cell.linked else \" -\" }}{% endfor %} {{ row.count }}; {% endfor %}"
      "{{ grid.columns | map(\"count\") | join(\" \") }}; {{ grid.empty_rows | map(\"id\") | join(\" \") }} "
      "{{ grid.empty_columns | map(\"id\") | join(\" \") }}";
  const std::string expected = "S1 x x - 2; S2 - - - 0; S3 x - - 1; 2 1 0; S2 P3\n";
  CHECK(shown(standards, "rows = \"standard\"\ncolumns = \"principle\"\nlink = \"realises\"", grid, "matrix") ==
        expected);
  CHECK(shown(standards, "rows = \"standard\"\ncolumns = \"principle\"", grid, "matrix") == expected);
}

TEST_CASE("items are tallied by a field, what has no key last, and what has no value is empty") {
  const Files contracts{{"content/register/c.toml",
                         "[C1]\ntitle = \"A\"\ndepartment = \"Health\"\nvalue_net = 10\n[C2]\ntitle = \"B\"\n"
                         "[C3]\ntitle = \"C\"\ndepartment = \"Homes\"\n[C4]\ntitle = \"D\"\ndepartment = \"Health\"\n"
                         "value_net = 5.50\n"}};
  const std::string groups = "{{ group.label }} {{ group.value | default(\"-\") }}; ";
  CHECK(shown(contracts, "select = \"contract\"",
              "{% for group in items | tally(\"department\", \"value_net\", \"None\") %}" + groups + "{% endfor %}") ==
        "Health £15.50; Homes -; None -; \n");
  CHECK(shown(contracts, "select = \"contract\"",
              "{% for group in items | tally(\"department\") %}" + groups + "{% endfor %}") ==
        "Health 2; Homes 1; – 1; \n");
}

TEST_CASE("a directive that stands twice on a page has ids that differ, and hostile titles are text") {
  RenderedSite site({{"content/index.md", page("title = \"H\"",
                                               "```{organisation}\nselect = \"board\"\n```\n\n"
                                               "```{organisation}\nselect = \"board\"\n```\n")},
                     {"templates/home.html", "{{ text }}"},
                     {"content/boards/b.toml", "[b]\ntitle = \"\\\\</svg>\\\\<script>alert(1)\\\\</script>\"\n"}});
  const std::string html = site.page("index.html");
  CHECK(html.find("<title id=\"picture:1\">") != std::string::npos);
  CHECK(html.find("<title id=\"picture:2\">") != std::string::npos);
  CHECK(html.find("<script>") == std::string::npos);
  CHECK(html.find("&lt;/svg&gt;") != std::string::npos);
}
