#pragma once

#include <string>
#include <string_view>

namespace framewright {

// A connection to a server on this machine, which sends what it is given as it is. Throws std::system_error when there
// is no connection; what does not come within 20 seconds does not come.
class HttpClient {
public:
  explicit HttpClient(int port, std::string_view request = {});
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;
  ~HttpClient();

  void send(std::string_view text) const;
  // All that comes until the server closes the connection.
  std::string rest();
  // Until this has come; false when the connection is closed before.
  bool comes(std::string_view text);
  const std::string& received() const { return received_; }

private:
  bool receive();

  int socket_;
  std::string received_;
};

// Whether an answer of HTTP/1.1 has the status.
bool is_status(std::string_view answer, int status);

}  // namespace framewright
