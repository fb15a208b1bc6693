#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "template/expression.h"
#include "template/html_context.h"

namespace framewright {

enum class Code : std::uint8_t {
  text,         // append `text`
  print,        // append the value of `expression` by `rule`
  call,         // append what macro `target` writes; `expression` is its call
  jump,         // to `target`
  jump_unless,  // to `target` when `expression` is not true
  loop,         // for each of `expression`: entry in `slot`, `loop` in `slot` + 1; the body ends at `target`, where the
                // instruction that follows a list with entries stands; an empty one goes on at `target` + 1
  set,          // `slot` = `expression`
  fill,         // the same, when `slot` is undefined
  inherit,      // `slot` = slot `target`; undefined when that is no_node
};

// One step of a template. Jumps are indices of the program's instructions.
struct Instruction {
  Code code = Code::text;
  PrintRule rule = PrintRule::content;
  char quotation_mark = '"';  // round an address
  std::uint32_t expression = no_node;
  std::uint32_t target = no_node;
  std::uint32_t slot = 0;
  std::string_view text;
};

// What one template, or one macro as called in one place of the markup, runs: instructions [begin, end).
struct Routine {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t slots = 0;  // of its variables; a macro's parameters come first
};

// All templates of a set, flattened: inheritance and includes are resolved, variables and macros are numbers.
struct Program {
  std::vector<Instruction> instructions;
  ExpressionCode code;
  std::vector<Routine> macros;
  std::map<std::string_view, Routine> templates;
};

}  // namespace framewright
