#include "register/filter_data.h"

#include <doctest/doctest.h>

#include "unit/register/register_site.h"

using namespace framewright;

TEST_CASE("the filter's data name each contract with what is not known in words") {
  const RegisterSite site(register_files(R"(
[C-1]
title = "A & b"
supplier = ["a", "b"]
value_net = 100.50
start = 2026-01-01
end = 2027-12-31
department = "Roads"
[C-2]
title = "B"
annual_value = 30
start = 2020-01-01
open_ended = true
department = "Roads"
)"));
  CHECK(
      site.file("register/data/part-1.json") ==
      R"([["register/C-1/","A & b","C-1","Alder; birch",10050,"2026-01-01","2027-12-31",[[0],[0],[0],[0],[0],[0],[0]]],)"
      R"json(["register/C-2/","B","C-2","Not known","£30 a year (estimated)","2020-01-01","Open ended",[[0],[0],[0],[0],[1],[0],[0]]]])json");
  CHECK(site.file("register/data/part-2.json").empty());
  CHECK(site.file("register/data/parts.json")
            .starts_with(R"({"facets":[{"name":"department","label":"Department","values":[)"
                         R"({"slug":"roads","label":"Roads","contracts":2,"pence":10050}]},)"));
}

TEST_CASE("a part has at most 2,000 rows, and says which values it holds") {
  const RegisterSite site(register_files(many_contracts(2001)));
  const std::string parts = site.file("register/data/parts.json");
  CHECK(parts.ends_with(R"("parts":[{"file":"part-1.json","rows":2000,"values":[[0],[0],[0],[0],[0],[0],[0]]},)"
                        R"({"file":"part-2.json","rows":1,"values":[[0],[0],[0],[0],[0],[0],[0]]}]})"));
  CHECK(site.file("register/data/part-2.json").starts_with(R"([["register/K-)"));
  CHECK(site.file("register/data/part-3.json").empty());
}

TEST_CASE("the filter's data are no downloads") {
  const RegisterSite site(register_files("[C-1]\ntitle = \"A\"\n"));
  for (const PlannedFile& file : site.plan().files) {
    CAPTURE(file.file);
    CHECK(file.listed == !file.file.starts_with("register/data/"));
  }
}
