#include "register/register_csv.h"

#include <doctest/doctest.h>

#include "unit/site.h"

using namespace framewright;

namespace {

std::string csv_of(const TestSite& site, std::string_view table) {
  const Register contracts = read_register(site.model(), site.config(), false);
  const OpenData data(contracts);
  std::string out;
  write_csv(data, *data.table(table), [&](std::string_view bytes) { out += bytes; });
  return out;
}

Files suppliers(std::string toml) { return {{"content/register/suppliers.toml", std::move(toml)}}; }

}  // namespace

TEST_CASE("a text that a spreadsheet would run gets an apostrophe, and loses it again") {
  for (const std::string text : {"=1+1", "+44", "-5", "@sum", "\tx", "\rx", "\nx", "'=1", "''=1", "'", "''", "O'Neill",
                                 "'s-Gravenhage", "1-2", ""}) {
    CAPTURE(text);
    CHECK(unguarded_cell(guarded_cell(text)) == text);
  }
  CHECK(guarded_cell("=1+1") == "'=1+1");
  CHECK(guarded_cell("'=1") == "''=1");
  CHECK(guarded_cell("'s-Gravenhage") == "'s-Gravenhage");
  CHECK(guarded_cell("1=1") == "1=1");
}

TEST_CASE("a list in a cell gives back its values, whatever they hold") {
  const std::vector<std::vector<std::string>> lists{
      {}, {"one"}, {"one", "two"}, {"a;b", "c\\d", "\\;"}, {"=x", "'=y", "-"}, {"end\\", ";"}};
  for (const auto& list : lists) CHECK(parse_list_cell(list_cell(list)) == list);
  CHECK(list_cell({"a;b", "=c"}) == "a\\;b;'=c");
}

TEST_CASE("rows come in the order of ids, whatever the order of files") {
  const TestSite site(Files{{"content/register/suppliers/b.toml", "[s10]\ntitle = \"Ten\"\n[s2]\ntitle = \"Two\"\n"},
                            {"content/register/suppliers/a.toml", "[t]\ntitle = \"T\"\n[s02]\ntitle = \"Old two\"\n"}});
  CHECK(csv_of(site, "suppliers") ==
        "id,title,company_number,charity_number,size,sector,successor,status,summary,also,former\r\n"
        "s02,Old two,,,,,,,,,\r\ns2,Two,,,,,,,,,\r\ns10,Ten,,,,,,,,,\r\nt,T,,,,,,,,,\r\n");
}

TEST_CASE("a draft is in no data and no link to one is") {
  const TestSite site(
      suppliers("[old]\ntitle = \"Old\"\nsuccessor = [\"new\", \"next\"]\n[new]\ntitle = \"New\"\n"
                "draft = true\n[next]\ntitle = \"Next\"\n"));
  CHECK(csv_of(site, "suppliers").find("\r\nold,Old,,,,,next,") != std::string::npos);
  CHECK(csv_of(site, "suppliers").find("New") == std::string::npos);
}

TEST_CASE("a negative amount is an amount and no formula") {
  const TestSite site(Files{{"content/register/grants.toml", "[g]\ntitle = \"-G\"\nvalue_net = -20\n"}});
  CHECK(csv_of(site, "grants").find("g,'-G,,,,,,,-20.00,") != std::string::npos);
}
