#pragma once

#include <string>
#include <string_view>

namespace framewright {

// A basic string of TOML with its quotes: "Say \"yes\"".
std::string toml_string(std::string_view text);

// A key, in quotes where a bare one may not hold its characters: P13, "S3.1".
std::string toml_key(std::string_view key);

}  // namespace framewright
