#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace framewright {

enum class Stream { output, error };

bool is_terminal(Stream stream);
bool input_is_terminal();

// Whether to colour what goes to a stream: it is a terminal, NO_COLOR (no-color.org) is unset or empty and TERM is not
// "dumb".
bool wants_colour(Stream stream);

// Columns; 80 when unknown.
std::size_t terminal_width(Stream stream);

// Lets print() report a closed pipe, which would otherwise end the program. Once, from main.
void ignore_closed_pipes();

// Writes all of it to standard output or error. False when the reader has gone (a closed pipe) or the disk is full.
bool print(Stream stream, std::string_view text);

// Asks on standard error and reads a line of standard input without its end; nothing at the end of the input.
std::optional<std::string> ask(std::string_view question);

}  // namespace framewright
