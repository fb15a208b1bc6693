#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace framewright {

struct HttpRequest {
  std::string method;                                        // GET or HEAD; others are answered with 405
  std::string path;                                          // decoded, from its first slash: "/standards/S3/"
  std::vector<std::pair<std::string, std::string>> query;    // decoded
  std::vector<std::pair<std::string, std::string>> headers;  // in any case

  // The first of the name, whatever its case; empty when there is none.
  std::string_view header(std::string_view name) const;
  std::string_view parameter(std::string_view name) const;
};

struct HttpReply {
  int status = 200;
  std::string media_type;  // as Content-Type says it
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
};

// The next event of a stream (HTML, "Server-sent events"): its data, for which it may wait about a second; an empty one
// keeps the connection; nothing ends it. A server that is being destroyed waits for it.
using NextEvent = std::function<std::optional<std::string>()>;

struct HttpServerOptions {
  std::string host = "127.0.0.1";
  int port = 8080;  // 0: any that is free
  std::string events_path;
  std::function<HttpReply(const HttpRequest&)> answer;  // from any thread
  std::function<NextEvent(const HttpRequest&)> events;  // of the path of events
  std::chrono::milliseconds longest_request{5000};      // until all of it has come
};

// Answers requests of HTTP until it is destroyed (RFC 9110). Only a Host that names this machine's own address, or the
// host it was given, is answered, so that no other site's page can reach it by a name of its own (DNS rebinding);
// others are answered with 421. The size of a request, the time that it may take and the number of connections are
// bounded.
class HttpServer {
public:
  // Listens at once; throws EnvironmentError when the address is taken or not this machine's.
  explicit HttpServer(HttpServerOptions options);
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;
  ~HttpServer();
  int port() const;

private:
  struct Running;
  std::unique_ptr<Running> running_;
};

}  // namespace framewright
