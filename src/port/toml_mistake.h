#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "port/toml_outline.h"

// Inner part of port/toml: what an author did wrong, in words of theirs, from where toml++ stopped.
namespace framewright {

struct TomlMistake {
  TomlRange where;  // in the text
  std::string message;
  std::string help;
};

// `place` is where the parser stopped, `description` its words, used only where the text alone does not tell.
TomlMistake explain_toml_mistake(std::string_view text, const TomlOutline& outline, std::uint32_t place,
                                 std::string_view description);
// What is wrong with a word that is no value: `token` is not empty; `where` is left to the caller.
TomlMistake explain_toml_scalar(std::string_view token);
TomlMistake explain_bad_utf8(std::uint32_t place);
TomlMistake explain_depth(std::uint32_t place);

}  // namespace framewright
