#include "port/clock.h"

#include <charconv>
#include <ctime>

#include "port/environment.h"

namespace framewright {

namespace {

// The seconds of SOURCE_DATE_EPOCH, if it is set to a number of years that four digits can show.
std::optional<std::int64_t> source_date_epoch() {
  const auto value = environment_variable("SOURCE_DATE_EPOCH");
  if (!value) return std::nullopt;
  std::int64_t seconds = 0;
  const char* end = value->data() + value->size();
  const auto [stop, error] = std::from_chars(value->data(), end, seconds);
  constexpr std::int64_t year_10000 = 253402300800;
  if (error != std::errc() || stop != end || seconds < 0 || seconds >= year_10000) return std::nullopt;
  return seconds;
}

std::chrono::sys_seconds time_point(std::int64_t seconds) {
  return std::chrono::sys_seconds(std::chrono::seconds(seconds));
}

}  // namespace

Date today() {
  if (const auto fixed = source_date_epoch()) return Date(std::chrono::floor<std::chrono::days>(time_point(*fixed)));
  const std::time_t now = std::time(nullptr);
  std::tm local{};
  if (::localtime_r(&now, &local) == nullptr) return Date(std::chrono::floor<std::chrono::days>(time_point(now)));
  return Date(std::chrono::year(local.tm_year + 1900), std::chrono::month(static_cast<unsigned>(local.tm_mon + 1)),
              std::chrono::day(static_cast<unsigned>(local.tm_mday)));
}

std::int64_t seconds_now() {
  if (const auto fixed = source_date_epoch()) return *fixed;
  return std::time(nullptr);
}

std::string iso_time(std::int64_t seconds) {
  const auto point = time_point(seconds);
  const auto day = std::chrono::floor<std::chrono::days>(point);
  const std::chrono::hh_mm_ss time(point - day);
  const auto two = [](auto count) {
    const std::string digits = std::to_string(count.count());
    return digits.size() < 2 ? "0" + digits : digits;
  };
  return iso_date(Date(day)) + "T" + two(time.hours()) + ":" + two(time.minutes()) + ":" + two(time.seconds()) + "Z";
}

double Stopwatch::seconds() const {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
}

}  // namespace framewright
