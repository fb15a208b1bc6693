#include "base/date.h"

#include <doctest/doctest.h>

#include <stdexcept>

using namespace framewright;
using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

namespace {

Date date(int y, unsigned m, unsigned d) { return Date{year(y), month(m), day(d)}; }

}  // namespace

TEST_CASE("a day is read as the year, month and day of ISO 8601") {
  CHECK(parse_date("2027-04-01") == date(2027, 4, 1));
  CHECK(parse_date("2028-02-29") == date(2028, 2, 29));
  CHECK(parse_date("2000-02-29") == date(2000, 2, 29));
  CHECK(parse_date("9999-12-31") == date(9999, 12, 31));
}

TEST_CASE("a day that does not exist, or that is written in another way, is no day") {
  for (const char* text : {"", "2027-02-29", "1900-02-29", "2027-04-31", "2027-13-01", "2027-00-10", "2027-01-00",
                           "2027-4-01", "2027-04-1", "27-04-01", "02027-04-01", "2027-04-01 ", " 2027-04-01",
                           "2027-04-01T00:00", "2027/04/01", "2027-04", "-2027-04-01", "2027-O4-01"})
    CHECK_MESSAGE(!parse_date(text), text);
}

TEST_CASE("a day is read by a pattern, other characters standing for themselves") {
  CHECK(parse_date("31/03/2027", "%d/%m/%Y") == date(2027, 3, 31));
  CHECK(parse_date("1 apr 27", "%e %b %y") == date(2027, 4, 1));
  CHECK(parse_date("01 April 2027", "%e %B %Y") == date(2027, 4, 1));
  CHECK(parse_date("due MAY 31, 2027.", "due %B %e, %Y.") == date(2027, 5, 31));
  CHECK(parse_date("31.12.99", "%d.%m.%y") == date(2099, 12, 31));
  CHECK(parse_date("2027-04-01%", "%Y-%m-%d%") == date(2027, 4, 1));
  CHECK(!parse_date("1/3/2027", "%d/%m/%Y"));
  CHECK(!parse_date("31/03/2027", "%m/%d/%Y"));
  CHECK(!parse_date("1 April 2027", "%e %b %Y"));
  CHECK(!parse_date("1 Apr 2027", "%e %B %Y"));
  CHECK(!parse_date("123 April 2027", "%e %B %Y"));
}

TEST_CASE("a pattern without a year, a month or a day, or with an unknown code, reads nothing") {
  CHECK(!parse_date("04-01", "%m-%d"));
  CHECK(!parse_date("2027-04", "%Y-%m"));
  CHECK(!parse_date("2027 01", "%Y %d"));
  CHECK(!parse_date("2027-04-01 Q", "%Y-%m-%d %Q"));
  CHECK(!parse_date("", ""));
}

TEST_CASE("a day is written by a pattern, and an unknown code stands for itself") {
  const Date first = date(2027, 4, 1);
  CHECK(format_date(first, "%e %B %Y") == "1 April 2027");
  CHECK(format_date(first, "%A %d %b %y") == "Thursday 01 Apr 27");
  CHECK(format_date(date(2028, 2, 29), "%A, %m/%d/%y") == "Tuesday, 02/29/28");
  CHECK(format_date(date(2005, 1, 9), "%y%m%d") == "050109");
  CHECK(format_date(first, "%Q %% 100%") == "%Q %% 100%");
  CHECK(format_date(first, "") == "");
  CHECK(iso_date(first) == "2027-04-01");
  CHECK(iso_date(date(87, 1, 2)) == "0087-01-02");
}

TEST_CASE("what is written in the form of a pattern is read by it again") {
  for (const char* pattern : {"%Y-%m-%d", "%d/%m/%y", "%e %B %Y", "%b %e, %Y"})
    for (unsigned each = 1; each <= 12; ++each) {
      CAPTURE(pattern);
      CHECK(parse_date(format_date(date(2027, each, 3), pattern), pattern) == date(2027, each, 3));
    }
}

TEST_CASE("days are counted over the ends of months and leap years, both ways") {
  CHECK(add_days(date(2028, 2, 28), 1) == date(2028, 2, 29));
  CHECK(add_days(date(2028, 2, 28), 2) == date(2028, 3, 1));
  CHECK(add_days(date(2027, 2, 28), 1) == date(2027, 3, 1));
  CHECK(add_days(date(2027, 1, 1), -1) == date(2026, 12, 31));
  CHECK(add_days(date(2027, 1, 1), 0) == date(2027, 1, 1));
  CHECK(days_between(date(2027, 3, 1), date(2028, 3, 1)) == 366);
  CHECK(days_between(date(2028, 3, 1), date(2027, 3, 1)) == -366);
  CHECK(days_between(date(2027, 3, 1), date(2027, 3, 1)) == 0);
}

TEST_CASE("a date is written with the names of its language") {
  DateNames welsh = english_date_names();
  welsh.months[3] = "Ebrill";
  welsh.short_months[3] = "Ebr";
  welsh.weekdays[4] = "Dydd Iau";
  CHECK(format_date(date(2027, 4, 1), "%A %e %B (%b) %Y", welsh) == "Dydd Iau 1 Ebrill (Ebr) 2027");
}
