#include "port/clock.h"

#include <doctest/doctest.h>

#include <cstdlib>

#include "port/environment.h"
#include "port/terminal.h"

using namespace framewright;

namespace {

// Sets a variable for the length of a test.
class Variable {
public:
  Variable(const char* name, const char* value) : name_(name), before_(environment_variable(name)) {
    ::setenv(name, value, 1);
  }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;
  ~Variable() {
    if (before_)
      ::setenv(name_, before_->c_str(), 1);
    else
      ::unsetenv(name_);
  }

private:
  const char* name_;
  std::optional<std::string> before_;
};

}  // namespace

TEST_CASE("SOURCE_DATE_EPOCH sets the day and the time, in UTC") {
  const Variable zone("TZ", "America/New_York");
  const Variable epoch("SOURCE_DATE_EPOCH", "1806537600");
  CHECK(iso_date(today()) == "2027-04-01");
  CHECK(seconds_now() == 1806537600);
  CHECK(iso_time(1806537600 + 3661) == "2027-04-01T01:01:01Z");
}

TEST_CASE("a senseless SOURCE_DATE_EPOCH is passed over") {
  for (const char* value : {"", "soon", "12x", "-1", "99999999999999999999", "253402300800"}) {
    const Variable epoch("SOURCE_DATE_EPOCH", value);
    CHECK_MESSAGE(seconds_now() > 1700000000, value);
    CHECK_MESSAGE(today() > *parse_date("2023-01-01"), value);
  }
}

TEST_CASE("a stopwatch runs forward") {
  Stopwatch watch;
  const double first = watch.seconds();
  CHECK(first >= 0);
  CHECK(watch.milliseconds() >= first * 1000);
}

TEST_CASE("a variable that is not set is nothing") {
  const Variable set("FRAMEWRIGHT_TEST", "x");
  CHECK(environment_variable("FRAMEWRIGHT_TEST") == "x");
  CHECK_FALSE(environment_variable("FRAMEWRIGHT_TEST_UNSET").has_value());
}

TEST_CASE("NO_COLOR forbids colour whatever the output is") {
  const Variable none("NO_COLOR", "1");
  CHECK_FALSE(wants_colour(Stream::output));
}
