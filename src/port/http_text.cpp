#include "port/http_text.h"

#include <algorithm>

#include "base/text.h"

namespace framewright {

bool is_same_name(std::string_view a, std::string_view b) {
  return a.size() == b.size() && ascii_lower(a) == ascii_lower(b);
}

std::string_view name_of_host(std::string_view written) {
  const bool is_bracketed = written.starts_with('[');
  const std::size_t end = is_bracketed ? written.find(']') : written.find(':');
  if (end == std::string_view::npos) return is_bracketed ? std::string_view{} : written;
  const std::string_view name = written.substr(0, is_bracketed ? end + 1 : end);
  const std::string_view port = written.substr(name.size());
  const bool is_port = port.empty() || (port[0] == ':' && port.find_first_not_of("0123456789", 1) == port.npos);
  return is_port ? name : std::string_view{};
}

bool is_path(std::string_view path) {
  if (!path.starts_with('/') || path.find('\\') != path.npos || path.find('\0') != path.npos) return false;
  for (std::size_t from = 1; from <= path.size();) {
    const std::size_t end = std::min(path.find('/', from), path.size());
    if (path.substr(from, end - from) == "..") return false;
    from = end + 1;
  }
  return true;
}

std::string written_event(std::string_view data) {
  if (data.empty()) return ": \n\n";
  std::string written;
  for (bool is_last = false; !is_last;) {
    const std::size_t end = data.find_first_of("\r\n");
    is_last = end == data.npos;
    written.append("data: ").append(data.substr(0, end)).append("\n");
    if (!is_last) data.remove_prefix(end + (data.substr(end).starts_with("\r\n") ? 2 : 1));
  }
  return written += '\n';
}

std::string address_of(const std::string& host, int port) {
  const bool is_bare_ipv6 = host.find(':') != std::string::npos && !host.starts_with('[');
  return (is_bare_ipv6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

}  // namespace framewright
