#include "base/money.h"

#include <doctest/doctest.h>

using namespace framewright;

TEST_CASE("an amount is read in pence, with or without a pound sign and commas") {
  CHECK(parse_money("30000")->pence == 3000000);
  CHECK(parse_money("30000.01")->pence == 3000001);
  CHECK(parse_money("£1,234.50")->pence == 123450);
  CHECK(parse_money("-5")->pence == -500);
}

TEST_CASE("one decimal is tenths of a pound, as a spreadsheet writes 1234.50") {
  CHECK(parse_money("1234.5")->pence == 123450);
  CHECK(parse_money("-£1,234.5")->pence == -123450);
  CHECK(parse_money("0.1")->pence == 10);
}

TEST_CASE("a doubtful amount is refused") {
  for (const char* text : {"", "£", "1.", ".5", "1.234", "1.5.0", "1.x", "1,23", "1,234,5", ",123", "12,34", "1234,567",
                           "ten", "1e5", "99999999999999999999"})
    CHECK_MESSAGE(!parse_money(text).has_value(), text);
}

TEST_CASE("an amount is written for people and for data") {
  CHECK(format_money({123450}) == "£1,234.50");
  CHECK(format_money({-3000000}) == "-£30,000");
  CHECK(decimal_money({5}) == "0.05");
  CHECK(decimal_money({-123450}) == "-1234.50");
}
