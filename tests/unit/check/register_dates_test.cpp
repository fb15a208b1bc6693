#include <doctest/doctest.h>

#include "unit/check/register_site.h"

using namespace framewright;

TEST_CASE("a contract in order has no findings") {
  CHECK(TestSite(register_of(contract("C-1"))).messages() == "");
  CHECK(TestSite(register_of(contract("C-1", {"-end", "open_ended = true", "notice_period = \"six months\""})))
            .messages() == "");
}

TEST_CASE("the review of a contract that goes on is overdue from the day after it") {
  CHECK(said("review-overdue", {"review = 2026-11-22"}) ==
        R"(content/register/contracts.toml:10:10: warning[review-overdue]: the review of this contract is overdue
  10 | review = 2026-11-22
     |          ^^^^^^^^^^ it was due 1 day ago
  help: review it, and set review to the day of the next one
)");
  CHECK(said("review-overdue", {"review = 2026-11-23"}) == "");
  CHECK(said("review-overdue", {"review = 2026-11-22", "status = \"active\""}) != "");
}

TEST_CASE("the review of a contract that is over, or was never right, is not overdue as well") {
  for (const char* status : {"status = \"ended\"", "status = \"terminated\"", "status = \"planned\""})
    CHECK(said("review-overdue", {"review = 2026-11-22", status}) == "");
  CHECK(said("review-overdue", {"review = 2026-05-01", "end = 2026-11-22"}) == "");
  CHECK(said("review-overdue", {"review = 2026-05-01", "end = 2026-11-23"}) != "");
  CHECK(said("review-overdue", {"review = 2026-03-31"}) == "");  // bad-value: before the start
}

TEST_CASE("an active contract whose end has passed is reported at its status") {
  CHECK(
      said("ended-still-active", {"status = \"active\"", "end = 2026-11-22", "review = 2026-09-01"}) ==
      R"(content/register/contracts.toml:15:10: warning[ended-still-active]: this contract is active, but its end has passed
  15 | status = "active"
     |          ^^^^^^^^ it ended on 2026-11-22
  also: content/register/contracts.toml:9:7: end stands here
   9 | end = 2026-11-22
     |       ^^^^^^^^^^
  help: write status = "ended"; or mend end if it was extended; or name the contract that follows it with successor
)");
  CHECK(said("ended-still-active", {"status = \"active\"", "end = 2026-11-23", "review = 2026-09-01"}) == "");
  CHECK(said("ended-still-active", {"status = \"ended\"", "end = 2026-11-22", "review = 2026-09-01"}) == "");
  CHECK(said("ended-still-active", {"end = 2026-11-22", "review = 2026-09-01"}) == "");
}

TEST_CASE("a contract that is followed by another may be active until that begins") {
  const std::string old = contract("C-1", {"status = \"active\"", "end = 2026-11-22", "review = 2026-09-01"});
  CHECK(messages("ended-still-active", register_of(old + "successor = [\"C-2\"]\n" + contract("C-2"))) == "");
  CHECK(messages("ended-still-active", register_of(old + contract("C-2", {"predecessor = [\"C-1\"]"}))) == "");
  CHECK(messages("ended-still-active", register_of(old + contract("C-2"))) != "");
}

TEST_CASE("a successor that does not exist is one mistake of an active contract") {
  const TestSite site(register_of(
      contract("C-1", {"status = \"active\"", "end = 2026-11-22", "review = 2026-09-01", "successor = [\"C-9\"]"})));
  CHECK(site.findings().size() == 1);
  CHECK(site.messages("unresolved-reference") != "");
}

TEST_CASE("an award after the start is reported at the award") {
  CHECK(
      said("award-after-start", {"awarded = 2026-04-02"}) ==
      R"(content/register/contracts.toml:15:11: warning[award-after-start]: this contract was awarded after it had started
  15 | awarded = 2026-04-02
     |           ^^^^^^^^^^ start is 2026-04-01
  also: content/register/contracts.toml:8:9: start stands here
   8 | start = 2026-04-01
     |         ^^^^^^^^^^
  help: mend the one of the two dates that is wrong
)");
  CHECK(said("award-after-start", {"awarded = 2026-04-01"}) == "");
}

TEST_CASE("a contract has an end or is open ended") {
  CHECK(
      said("missing-end", {"-end"}) ==
      R"(content/register/contracts.toml:1:2: error[missing-end]: this contract has no end and is not said to be open ended
   1 | [C-1]
     |  ^^^
  help: add end: the last day; or open_ended and notice_period, if it runs until one of the sides gives notice
)");
  CHECK(said("missing-end", {"-end", "open_ended = false"}) != "");
  CHECK(said("missing-end", {"-end", "open_ended = true", "notice_period = \"a month\""}) == "");
}

TEST_CASE("an end that was refused is not missing, in its own row and not in others") {
  const Files files = register_of("", {{"content/register/contracts.csv",
                                        "id,title,description,department,supplier,value_net,vat_irrecoverable,start,"
                                        "end,review,procedure,sme,vcse,strategy\n"
                                        "C-1,Play,Play,Education,acme,2000,0,2026-04-01,soon,2027-01-01,tender,yes,no,"
                                        "plan\n"
                                        "C-2,Play,Play,Education,acme,2000,0,2026-04-01,,2027-01-01,tender,yes,no,"
                                        "plan\n"}});
  CHECK(
      messages("missing-end", files) ==
      R"(content/register/contracts.csv:3:1: error[missing-end]: this contract has no end and is not said to be open ended
   3 | C-2,Play,Play,Education,acme,2000,0,2026-04-01,,2027-01-01,tender,yes,no,plan
     | ^^^
  help: add end: the last day; or open_ended and notice_period, if it runs until one of the sides gives notice
)");
}

TEST_CASE("a contract that is open ended has no end") {
  CHECK(
      said("open-ended-with-end", {"open_ended = true"}) ==
      R"(content/register/contracts.toml:9:7: error[open-ended-with-end]: this contract has an end and is said to be open ended
   9 | end = 2028-03-31
     |       ^^^^^^^^^^
  also: content/register/contracts.toml:15:14: open_ended stands here
  15 | open_ended = true
     |              ^^^^
  help: take out the one of the two that is wrong
)");
  CHECK(said("open-ended-without-notice", {"open_ended = true"}) == "");  // one mistake
  CHECK(said("open-ended-with-end", {"open_ended = false"}) == "");
}

TEST_CASE("a contract that is open ended says what notice ends it") {
  CHECK(
      said("open-ended-without-notice", {"-end", "open_ended = true"}) ==
      R"(content/register/contracts.toml:1:2: warning[open-ended-without-notice]: this contract is open ended and does not say what notice ends it
   1 | [C-1]
     |  ^^^
  help: add notice_period: the notice that ends it, such as "six months"
)");
  CHECK(said("open-ended-without-notice", {"-end", "open_ended = true", "notice_period = \" \""}) != "");
  CHECK(said("open-ended-without-notice", {"-end", "open_ended = true", "notice_period = \"a month\""}) == "");
}

TEST_CASE("dates in a table are read in its form alone, so that none is taken for another day") {
  const auto dates = [](std::string_view format, std::string_view start) {
    return messages(
        "bad-value",
        {{"site.toml",
          "title = \"T\"\n[source.\"content/register/grants.csv\"]\ndate_format = \"" + std::string(format) + "\"\n"},
         {"content/register/grants.csv", "id,title,value_net,start\nG1,One,5," + std::string(start) + "\n"}});
  };
  CHECK(dates("%d/%m/%Y", "03/04/2027") == "");
  CHECK(dates("%d/%m/%Y", "2027-04-03") ==
        R"(content/register/grants.csv:2:10: error[bad-value]: start must be a date, not "2027-04-03"
   2 | G1,One,5,2027-04-03
     |          ^^^^^^^^^^
  help: write it like this: 31/03/2027
)");
  CHECK(dates("%d/%m/%Y", "03/04/27") ==
        R"(content/register/grants.csv:2:10: error[bad-value]: start must be a date, not "03/04/27"
   2 | G1,One,5,03/04/27
     |          ^^^^^^^^
  help: write it like this: 31/03/2027
)");
  CHECK(dates("%d/%m/%Y", "3/4/2027") != "");
  CHECK(dates("%d/%m/%Y", "04/13/2027") != "");
  CHECK(dates("%Y-%m-%d", "03/04/2027") ==
        R"(content/register/grants.csv:2:10: error[bad-value]: start must be a date, not "03/04/2027"
   2 | G1,One,5,03/04/2027
     |          ^^^^^^^^^^
  help: write it like this: 2027-03-31
)");
  CHECK(dates("%d/%m/%y", "03/04/27") == "");
  CHECK(dates("%d/%m/%y", "03/04/2027") != "");
}
