// How long the template engine takes for a page with a table of 200 rows, beside appends written by hand that write the
// same bytes. Prints both and their ratio; fails when the two differ.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "base/html.h"
#include "template/print.h"
#include "template/template.h"

using namespace framewright;

namespace {

constexpr std::size_t row_count = 200;
constexpr int rounds = 2000;

struct Contract final : Object {
  std::string id, title, supplier, link;
  Money value;
  Date begin{};
  bool live = false;

  Value member(std::string_view name) const override {
    if (name == "id") return id;
    if (name == "title") return title;
    if (name == "supplier") return supplier;
    if (name == "link") return link;
    if (name == "value") return value;
    if (name == "begin") return begin;
    if (name == "live") return live;
    return {};
  }
};

struct Contracts final : List {
  std::vector<Contract> rows;
  std::size_t size() const override { return rows.size(); }
  Value at(std::size_t index) const override { return static_cast<const Object&>(rows[index]); }
};

Contracts make_contracts() {
  Contracts contracts;
  for (std::size_t i = 0; i < row_count; ++i) {
    Contract& contract = contracts.rows.emplace_back();
    contract.id = "C-" + std::to_string(1000 + i);
    contract.title = "Supported living & outreach, lot " + std::to_string(i);
    contract.supplier = "Northmoor Care Partnership";
    contract.link = "/register/c-" + std::to_string(1000 + i) + "/";
    contract.value = {static_cast<std::int64_t>(1234500 + i * 10100)};
    contract.begin = Date{std::chrono::year(2026), std::chrono::April, std::chrono::day(1)};
    contract.live = i % 3 == 0;
  }
  return contracts;
}

const std::string layout =
    "<!doctype html>\n<html lang=\"en\"><head><title>{% block title %}{{ title }}{% endblock %}</title></head>\n"
    "<body><header><a href=\"/\">{{ site }}</a></header>\n<main>{% block main %}{% endblock %}</main>\n"
    "<footer><p>Accessibility, cookies and privacy</p></footer></body></html>\n";
const std::string page =
    "{% extends \"base.html\" %}{% block main %}<h1>{{ title }}</h1>\n<table><caption>Contracts</caption>\n"
    "{% for contract in contracts %}<tr{% if contract.live %} class=\"live\"{% endif %}><th scope=\"row\">"
    "<a href=\"{{ contract.link }}\">{{ contract.id }}</a></th><td>{{ contract.title }}</td><td>{{ contract.supplier }}"
    "</td><td>{{ contract.begin }}</td><td>{{ contract.value }}</td></tr>\n{% endfor %}</table>{% endblock %}";

void write_by_hand(std::string& out, std::string_view site, std::string_view title, const Contracts& contracts) {
  out += "<!doctype html>\n<html lang=\"en\"><head><title>";
  append_escaped(out, title);
  out += "</title></head>\n<body><header><a href=\"/\">";
  append_escaped(out, site);
  out += "</a></header>\n<main><h1>";
  append_escaped(out, title);
  out += "</h1>\n<table><caption>Contracts</caption>\n";
  for (const Contract& contract : contracts.rows) {
    out += "<tr";
    if (contract.live) out += " class=\"live\"";
    out += "><th scope=\"row\"><a href=\"";
    append_escaped(out, contract.link);
    out += "\">";
    append_escaped(out, contract.id);
    out += "</a></th><td>";
    append_escaped(out, contract.title);
    out += "</td><td>";
    append_escaped(out, contract.supplier);
    out += "</td><td>";
    out += format_date(contract.begin, "%e %B %Y");
    out += "</td><td>";
    out += format_money(contract.value);
    out += "</td></tr>\n";
  }
  out += "</table></main>\n<footer><p>Accessibility, cookies and privacy</p></footer></body></html>\n";
}

// The fastest of many rounds, in microseconds.
template <class Work>
double best_of(Work work) {
  double best = 1e9;
  for (int round = 0; round < rounds; ++round) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - begin;
    best = std::min(best, took.count());
  }
  return best;
}

}  // namespace

int main() {
  const Contracts contracts = make_contracts();
  const std::string site = "Eastvale Council", title = "Contract register";
  Table context;
  context.set("site", site).set("title", title).set("contracts", Value(static_cast<const List&>(contracts)));
  Diagnostics diagnostics;
  const auto set = TemplateSet::compile({{"base.html", layout}, {"page.html", page}}, generic_filters(), diagnostics);
  std::string rendered, by_hand;
  Arena arena;
  if (!set || !set->render("page.html", context, arena, rendered, diagnostics)) {
    for (const Diagnostic& found : diagnostics.all()) std::fprintf(stderr, "%s\n", found.message.c_str());
    return 1;
  }
  write_by_hand(by_hand, site, title, contracts);
  if (rendered != by_hand) {
    std::fprintf(stderr, "the template and the appends by hand differ\n");
    return 1;
  }
  const double hand = best_of([&] {
    by_hand.clear();
    write_by_hand(by_hand, site, title, contracts);
  });
  const double engine = best_of([&] {
    rendered.clear();
    set->render("page.html", context, arena, rendered, diagnostics);
  });
  std::printf("%zu bytes, %zu rows: by hand %.1f us, template %.1f us, ratio %.2f\n", rendered.size(), row_count, hand,
              engine, engine / hand);
  return 0;
}
