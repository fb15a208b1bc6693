#include "base/toml_text.h"

#include <doctest/doctest.h>

#include "port/toml.h"

using namespace framewright;

TEST_CASE("a TOML string reads back as the text that it was made of") {
  const std::string text = "Say \"yes\" \\ no\tand\nthen £5 \x01\x7f";
  Diagnostics diagnostics;
  const TomlText toml = parse_toml("a = " + toml_string(text), 0, 0, diagnostics);
  REQUIRE(toml.readable);
  CHECK(toml.root.find("a")->text == text);
}

TEST_CASE("a key is quoted when it is not a bare one") {
  CHECK(toml_key("P13") == "P13");
  CHECK(toml_key("pooled-budget_2") == "pooled-budget_2");
  CHECK(toml_key("S3.1") == "\"S3.1\"");
  CHECK(toml_key("cynllun-gofal-hŷn") == "\"cynllun-gofal-hŷn\"");
}
