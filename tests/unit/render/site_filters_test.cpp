#include "render/site_filters.h"

#include <doctest/doctest.h>

#include "unit/render/rendered_site.h"

using namespace framewright;

namespace {

const std::string supplier = "description = \"x\"\nsupplier = [\"acme\"]\n";

// "label numeric total" of the columns of all contracts and grants.
std::string columns(const std::string& names, const std::string& contracts, const std::string& grants = {}) {
  return RenderedSite(
             {{"content/index.md",
               page("title = \"H\"", "```{own}\nselect = \"contract or grant\"\ncolumns = [" + names + "]\n```\n")},
              {"content/register/c.toml", contracts},
              {"content/register/grants/g.toml", grants},
              {"content/register/suppliers/s.toml", "[acme]\ntitle = \"Acme\"\n"},
              {"templates/home.html", "{{ text }}"},
              {"templates/directives/own.html",
               "{% for each in items | columns(options.columns) %}{{ each.label }}"
               "{% if each.numeric %} {{ each.total | default(\"none\") }}{% endif %}; {% endfor %}"}})
      .page("index.html");
}

// What a template of a page writes, or its message.
std::string written(const std::string& text) {
  return RenderedSite(
             {{"content/index.md", page("title = \"H\"", "Welcome.")},
              {"content/standards/s.md", page("id = \"S1\"\ntitle = \"Be *safe*\"\nowner = \"A & B\"", "Text.")},
              {"templates/item.html", text}})
      .page("standards/S1/index.html");
}

}  // namespace

TEST_CASE("columns have the labels of fields, or their names made words, and totals of what is an amount") {
  const std::string contracts = "[C1]\ntitle = \"A\"\nvalue_net = 1000.50\nbids_received = 3\n" + supplier +
                                "[C2]\ntitle = \"B\"\nvalue_net = 2000\nbids_received = 4\n[C3]\ntitle = \"C\"\n";
  CHECK(columns("\"id\", \"title\", \"value_net\", \"bids_received\", \"supplier\", \"back_links\"", contracts) ==
        "Reference; Title; Value without VAT £3,000.50; Bids received 7; Supplier; Back links; \n");
}

TEST_CASE("a column that the first item does not have is that of the next one that does") {
  CHECK(columns("\"recipient\", \"bids_received\"", "[C1]\ntitle = \"A\"\n",
                "[G1]\ntitle = \"G\"\nrecipient = \"R\"\nvalue_net = 5\n") == "Recipient; Bids received none; \n");
  CHECK(columns("\"value_net\"", "[C1]\ntitle = \"A\"\nvalue_net = 1\n", "[G1]\ntitle = \"G\"\nvalue_net = 5\n") ==
        "Value without VAT £6; \n");
}

TEST_CASE("a total that is more than can be told is none, whatever comes after it") {
  CHECK(columns("\"value_net\"",
                "[C1]\ntitle = \"A\"\nvalue_net = \"90,000,000,000,000,000\"\n"
                "[C2]\ntitle = \"B\"\nvalue_net = \"90,000,000,000,000,000\"\n[C3]\ntitle = \"C\"\nvalue_net = 1\n") ==
        "Value without VAT none; \n");
}

TEST_CASE("years are not added up") {
  CHECK(RenderedSite(
            {{"content/index.md", page("title = \"H\"",
                                       "```{table}\nselect = \"reference\"\ncolumns = [\"year\"]\n"
                                       "totals = true\n```\n")},
             {"content/references/r.toml", "[a]\ntitle = \"A\"\nyear = 2004\n[b]\ntitle = \"B\"\nyear = 2005\n"},
             {"templates/home.html", "{{ text }}"},
             {"templates/directives/table.html",
              "{% for each in items | columns(options.columns) %}{{ each.label }} {{ each.total }};{% endfor %}"}})
            .page("index.html") == "Year ;\n");
}

TEST_CASE("an address is that of an item, of what has one, or of a text, from the page") {
  CHECK(written(
            "{{ item | href(page) }} {{ \"standards/\" | href(page) }} {{ page.breadcrumbs | first | href(page) }}") ==
        "../../standards/S1/ ../../standards/ ../../");
}

TEST_CASE("a field is shown as markup, and one that there is not is reported") {
  CHECK(written("{{ item | show(\"title\", page) }}, {{ item | show(\"owner\", page) }}, {{ item | show(\"text\", "
                "page) }}") == "Be <em>safe</em>, A &amp; B, <p>Text.</p>\n");
  const std::string message = written("{{ item | show(\"onwer\", page) }}");
  CHECK(message.find("error[bad-template]: there is no field \"onwer\"") != std::string::npos);
}

TEST_CASE("filters of items say what they take") {
  CHECK(written("{{ 5 | href(page) }}").find("href takes an item, something with an address, or an address") !=
        std::string::npos);
  CHECK(written("{{ item | href(item) }}").find("href needs the page that the link stands on: href(page)") !=
        std::string::npos);
  CHECK(written("{{ page | show(\"title\", page) }}").find("show takes an item, the name of a field and the page") !=
        std::string::npos);
  CHECK(written("{% for each in page | own(page) %}{% endfor %}").find("own takes an item and the page") !=
        std::string::npos);
  CHECK(written("{% for each in page | relations(page) %}{% endfor %}").find("relations takes an item and the page") !=
        std::string::npos);
}
