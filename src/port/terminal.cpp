#include "port/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <iostream>

#include "base/whole_number.h"
#include "port/environment.h"

namespace framewright {

namespace {

constexpr std::size_t usual_width = 80;

int descriptor_of(Stream stream) { return stream == Stream::output ? STDOUT_FILENO : STDERR_FILENO; }

}  // namespace

bool is_terminal(Stream stream) { return ::isatty(descriptor_of(stream)) == 1; }
bool input_is_terminal() { return ::isatty(STDIN_FILENO) == 1; }

bool wants_colour(Stream stream) {
  if (!environment_variable("NO_COLOR").value_or("").empty()) return false;
  return is_terminal(stream) && environment_variable("TERM").value_or("dumb") != "dumb";
}

std::size_t terminal_width(Stream stream) {
  winsize size{};
  if (::ioctl(descriptor_of(stream), TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  const std::string columns = environment_variable("COLUMNS").value_or("");
  const long long width = whole_number(columns).value_or(0);
  return width > 0 ? static_cast<std::size_t>(width) : usual_width;
}

void ignore_closed_pipes() { std::signal(SIGPIPE, SIG_IGN); }

bool print(Stream stream, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(descriptor_of(stream), text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

std::optional<std::string> ask(std::string_view question) {
  print(Stream::error, question);
  std::string answer;
  if (!std::getline(std::cin, answer)) return std::nullopt;
  if (answer.ends_with('\r')) answer.pop_back();
  return answer;
}

}  // namespace framewright
