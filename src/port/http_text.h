#pragma once

#include <string>
#include <string_view>

namespace framewright {

// Inner part of port/http_server: what is written in requests and answers.

// Of a Host header, without its port; empty when it is not written as a host. Views `written`.
std::string_view name_of_host(std::string_view written);
// Whatever the case of ASCII letters.
bool is_same_name(std::string_view a, std::string_view b);
// Whether a decoded path begins with a slash and has no `..` between slashes, no backslash and no NUL.
bool is_path(std::string_view path);
// An event of a stream with this data; a comment when it is empty (HTML, "Server-sent events").
std::string written_event(std::string_view data);
// "127.0.0.1:8080", "[::1]:8080"
std::string address_of(const std::string& host, int port);

}  // namespace framewright
