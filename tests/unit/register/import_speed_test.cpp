#include <doctest/doctest.h>

#include <chrono>

#include "register/import_ocds.h"
#include "unit/site.h"

using namespace framewright;

TEST_CASE("many processes whose ids are written with escapes take time by their number") {
  const TestSite site(Files{});
  const auto seconds = [&](std::size_t processes) {
    std::string text = "{\"version\":\"1.1\",\"releases\":[";
    for (std::size_t i = 0; i < processes; ++i) {
      const std::string number = std::to_string(i);
      text += (i == 0 ? "" : ",") + ("{\"ocid\":\"ocds-213czf-a\\/" + number + "\",\"tender\":{\"id\":\"C" + number +
                                     "\",\"title\":\"T\",\"procurementMethodDetails\":\"tender\"}}");
    }
    text += "]}";
    ImportReport report;
    const auto begin = std::chrono::steady_clock::now();
    const ImportedRegister read = import_ocds(text, 0, site.config(), report);
    CHECK_FALSE(report.has_errors());
    CHECK(read.contracts.size() == processes);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  };
  CHECK(seconds(5'000) < 30 * (seconds(500) + 0.01));
}
