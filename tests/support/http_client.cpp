#include "support/http_client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <system_error>

namespace framewright {

HttpClient::HttpClient(int port, std::string_view request) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const timeval longest{20, 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &longest, sizeof longest);
  if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    const int error = errno;
    ::close(socket_);
    throw std::system_error(error, std::generic_category(), "connect");
  }
  if (!request.empty()) send(request);
}

HttpClient::~HttpClient() { ::close(socket_); }

void HttpClient::send(std::string_view text) const { ::send(socket_, text.data(), text.size(), MSG_NOSIGNAL); }

std::string HttpClient::rest() {
  while (receive()) {
  }
  return received_;
}

bool HttpClient::comes(std::string_view text) {
  while (received_.find(text) == std::string::npos) {
    if (!receive()) return false;
  }
  return true;
}

bool HttpClient::receive() {
  char bytes[4096];
  const ssize_t size = ::recv(socket_, bytes, sizeof bytes, 0);
  if (size > 0) received_.append(bytes, static_cast<std::size_t>(size));
  return size > 0;
}

bool is_status(std::string_view answer, int status) {
  return answer.starts_with("HTTP/1.1 " + std::to_string(status) + " ");
}

}  // namespace framewright
