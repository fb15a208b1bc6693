#include "port/http_server.h"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <stdexcept>
#include <thread>

#include "port/files.h"
#include "support/http_client.h"

using namespace framewright;
using Clock = std::chrono::steady_clock;
using std::chrono::seconds;

namespace {

std::string answer_to(int port, const std::string& line, const std::string& rest = "Host: localhost\r\n\r\n") {
  HttpClient client(port);
  client.send(line + " HTTP/1.1\r\n" + rest);
  return client.rest();
}

std::string get(int port, const std::string& path) { return answer_to(port, "GET " + path); }

bool has(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }
std::string_view body_of(std::string_view answer) {
  const std::size_t end = answer.find("\r\n\r\n");
  return end == answer.npos ? std::string_view{} : answer.substr(end + 4);
}

HttpServerOptions options_of(int port = 0) {
  HttpServerOptions options;
  options.port = port;
  options.events_path = "/events";
  options.answer = [](const HttpRequest& request) {
    if (request.path == "/fault") throw std::runtime_error("the disk reports a fault");
    HttpReply reply;
    reply.status = request.path == "/missing" ? 404 : 200;
    reply.media_type = "text/html; charset=utf-8";
    reply.body = request.method + " " + request.path + " q=" + std::string(request.parameter("q")) +
                 " agent=" + std::string(request.header("user-agent"));
    reply.headers = {{"Cache-Control", "no-store"}};
    return reply;
  };
  options.events = [](const HttpRequest&) -> NextEvent { return [] { return std::nullopt; }; };
  return options;
}

// A stream that says "ready" and then keeps the connection.
NextEvent endless() {
  return [said = false]() mutable -> std::optional<std::string> {
    if (!std::exchange(said, true)) return "ready";
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    return "";
  };
}

}  // namespace

TEST_CASE("a page is answered with its body, its type and its headers") {
  const HttpServer server(options_of());
  const std::string answer =
      answer_to(server.port(), "GET /standards/S%203/?q=a%26b+c#d", "Host: localhost\r\nUser-Agent: test\r\n\r\n");
  CHECK(is_status(answer, 200));
  CHECK(has(answer, "\r\nContent-Type: text/html; charset=utf-8\r\n"));
  CHECK(has(answer, "\r\nX-Content-Type-Options: nosniff\r\n"));
  CHECK(has(answer, "\r\nCache-Control: no-store\r\n"));
  CHECK(body_of(answer) == "GET /standards/S 3/ q=a&b c agent=test");
}

TEST_CASE("what the answer's status says is said") {
  const HttpServer server(options_of());
  CHECK(is_status(get(server.port(), "/missing"), 404));
  CHECK(has(body_of(get(server.port(), "/missing")), "GET /missing"));
  const std::string fault = get(server.port(), "/fault");
  CHECK(is_status(fault, 500));
  CHECK(body_of(fault) == "the disk reports a fault\n");
}

TEST_CASE("a part is not cut out of a body, and it is not compressed") {
  const HttpServer server(options_of());
  const std::string answer = answer_to(server.port(), "GET /a",
                                       "Host: localhost\r\nRange: bytes=0-1,1-3\r\nAccept-Encoding: gzip, br\r\n\r\n");
  CHECK(is_status(answer, 200));
  CHECK(body_of(answer) == "GET /a q= agent=");
}

TEST_CASE("HEAD has the headers of GET and no body") {
  const HttpServer server(options_of());
  const std::string answer = answer_to(server.port(), "HEAD /a");
  CHECK(is_status(answer, 200));
  CHECK(has(answer, "\r\nContent-Length: 17\r\n"));
  CHECK(body_of(answer).empty());
  const std::string events = answer_to(server.port(), "HEAD /events");
  CHECK(has(events, "\r\nContent-Type: text/event-stream\r\n"));
  CHECK(body_of(events).empty());
}

TEST_CASE("other methods are refused, their bodies unread") {
  const HttpServer server(options_of());
  for (const char* method : {"POST", "PUT", "DELETE", "OPTIONS"}) {
    const std::string answer =
        answer_to(server.port(), std::string(method) + " /a",
                  "Host: localhost\r\nContent-Length: 40\r\n\r\nGET / HTTP/1.1\r\nHost: localhost\r\n\r\nrest");
    CHECK(is_status(answer, 405));
    CHECK(has(answer, "\r\nAllow: GET, HEAD\r\n"));
    CHECK_FALSE(has(answer, "200 OK"));
  }
  CHECK(is_status(answer_to(server.port(), "BREW /a"), 400));
}

TEST_CASE("a large body comes whole, and so does the refusal of one") {
  HttpServerOptions options = options_of();
  options.answer = [](const HttpRequest&) {
    HttpReply reply;
    reply.media_type = "image/png";
    reply.body = std::string(8'000'000, '\x7f') + "end";
    return reply;
  };
  const HttpServer server(std::move(options));
  const std::string answer = get(server.port(), "/");
  CHECK(body_of(answer).size() == 8'000'003);
  CHECK(
      answer.ends_with("\x7f"
                       "end"));
  const std::string body(200'000, 'x');
  CHECK(is_status(answer_to(server.port(), "POST /", "Host: localhost\r\nContent-Length: 200000\r\n\r\n" + body), 405));
}

TEST_CASE("only this machine's hosts are answered") {
  const HttpServer server(options_of());
  const auto status_of = [&](const std::string& host) {
    return answer_to(server.port(), "GET /", "Host: " + host + "\r\n\r\n").substr(9, 3);
  };
  for (const char* own : {"localhost", "LocalHost:1", "127.0.0.1", "127.0.0.1:8080", "[::1]", "[::1]:8080"}) {
    CHECK(status_of(own) == "200");
  }
  for (const char* other :
       {"example.org", "localhost.example.org", "localhost:x", "127.0.0.1.example.org", "[::1", "@localhost"}) {
    CHECK(status_of(other) == "421");
  }
  CHECK(is_status(answer_to(server.port(), "GET /", "\r\n"), 421));
  CHECK(is_status(answer_to(server.port(), "GET /", "Host: localhost\r\nHost: example.org\r\n\r\n"), 421));
  CHECK(is_status(answer_to(server.port(), "GET /events", "Host: example.org\r\n\r\n"), 421));
}

TEST_CASE("paths that lead upwards or hold what no address holds are refused") {
  const HttpServer server(options_of());
  for (const char* path : {"/../x", "/a/..", "/a/%2e%2e/x", "/%2E%2E%2fx", "/a%5cb", "/a%00b", "a", "*"}) {
    CAPTURE(path);
    CHECK(is_status(get(server.port(), path), 400));
  }
  for (const char* path : {"/...", "/a..b/..c", "/./a"}) CHECK(is_status(get(server.port(), path), 200));
}

TEST_CASE("a request that is too large, or no request, is refused") {
  const HttpServer server(options_of());
  CHECK(is_status(get(server.port(), "/" + std::string(9000, 'a')), 414));
  std::string headers = "Host: localhost\r\n";
  for (int header = 0; header < 5000; ++header) headers += "X-" + std::to_string(header) + ": 0123456789\r\n";
  CHECK_FALSE(is_status(answer_to(server.port(), "GET /", headers + "\r\n"), 200));
  HttpClient nonsense(server.port());
  nonsense.send("nonsense\r\n\r\n");
  CHECK(is_status(nonsense.rest(), 400));
}

TEST_CASE("a request that does not come to its end is given up") {
  HttpServerOptions options = options_of();
  options.longest_request = std::chrono::milliseconds(300);
  const HttpServer server(std::move(options));
  HttpClient client(server.port());
  client.send("GET / HT");
  CHECK_FALSE(is_status(client.rest(), 200));
  CHECK(is_status(get(server.port(), "/"), 200));
}

TEST_CASE("a port that is taken is told in plain words, one that was given up can be had again") {
  auto first = std::make_unique<HttpServer>(options_of());
  const int port = first->port();
  const std::string message = "cannot serve at 127.0.0.1:" + std::to_string(port) +
                              ": another program uses that port; choose another with --port";
  CHECK_THROWS_WITH_AS(HttpServer(options_of(port)), message.c_str(), EnvironmentError);
  CHECK(is_status(get(port, "/"), 200));
  first.reset();
  const HttpServer second(options_of(port));
  CHECK(second.port() == port);
  CHECK(is_status(get(port, "/"), 200));
}

TEST_CASE("an address that is not this machine's is told in plain words") {
  for (const char* host : {"192.0.2.1", "no such host"}) {
    HttpServerOptions options = options_of(8080);
    options.host = host;
    const std::string message = std::string("cannot serve at ") + host + ":8080: it is no address of this machine";
    CHECK_THROWS_WITH_AS(HttpServer(std::move(options)), message.c_str(), EnvironmentError);
  }
}

TEST_CASE("events come as they are, and end") {
  HttpServerOptions options = options_of();
  options.events = [](const HttpRequest& request) -> NextEvent {
    return [count = 0, name = std::string(request.parameter("page"))]() mutable -> std::optional<std::string> {
      switch (count++) {
        case 0: return "page " + name;
        case 1: return "";
        case 2: return "two\nlines";
        default: return std::nullopt;
      }
    };
  };
  const HttpServer server(std::move(options));
  const std::string answer = get(server.port(), "/events?page=a");
  CHECK(is_status(answer, 200));
  CHECK(has(answer, "\r\nContent-Type: text/event-stream\r\n"));
  CHECK(has(answer, "\r\nCache-Control: no-cache\r\n"));
  CHECK(has(answer, "data: page a\n\n"));
  CHECK(has(answer, "\r\n: \n\n"));
  CHECK(has(answer, "data: two\ndata: lines\n\n"));
  CHECK(answer.ends_with("\r\n0\r\n\r\n"));
}

TEST_CASE("a fault in a stream ends that stream only") {
  HttpServerOptions options = options_of();
  options.events = [](const HttpRequest& request) -> NextEvent {
    if (request.parameter("at") == "once") throw std::runtime_error("no events");
    return []() -> std::optional<std::string> { throw std::runtime_error("no more events"); };
  };
  const HttpServer server(std::move(options));
  CHECK(is_status(get(server.port(), "/events?at=once"), 500));
  CHECK(is_status(get(server.port(), "/events"), 200));
  CHECK(is_status(get(server.port(), "/"), 200));
}

TEST_CASE("pages are answered beside as many streams as there may be, and more streams are not") {
  HttpServerOptions options = options_of();
  options.events = [](const HttpRequest&) { return endless(); };
  const HttpServer server(std::move(options));
  std::vector<std::unique_ptr<HttpClient>> clients;
  clients.reserve(48);
  for (int stream = 0; stream < 48; ++stream) {
    clients.push_back(std::make_unique<HttpClient>(server.port()));
    clients.back()->send("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n");
    CHECK(clients.back()->comes("data: ready\n\n"));
  }
  CHECK(is_status(get(server.port(), "/events"), 503));
  CHECK(is_status(get(server.port(), "/"), 200));
  clients.pop_back();
  bool is_followed = false;
  for (int attempt = 0; attempt < 100 && !is_followed; ++attempt) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    HttpClient client(server.port());
    client.send("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n");
    is_followed = client.comes("data: ready\n\n");
  }
  CHECK(is_followed);
}

TEST_CASE("a page is answered once connections that said nothing are closed") {
  const HttpServer server(options_of());
  std::vector<std::unique_ptr<HttpClient>> silent;
  silent.reserve(300);
  for (int client = 0; client < 300; ++client) silent.push_back(std::make_unique<HttpClient>(server.port()));
  silent.clear();
  bool is_answered = false;
  for (int attempt = 0; attempt < 100 && !is_answered; ++attempt) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    is_answered = is_status(get(server.port(), "/"), 200);
  }
  CHECK(is_answered);
}

TEST_CASE("a server ends at once with streams and silent connections open") {
  HttpServerOptions options = options_of();
  options.events = [](const HttpRequest&) { return endless(); };
  auto server = std::make_unique<HttpServer>(std::move(options));
  HttpClient stream(server->port());
  stream.send("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n");
  CHECK(stream.comes("data: ready\n\n"));
  const HttpClient silent(server->port());
  const HttpClient half(server->port());
  half.send("GET / HTTP/1.1\r\nHost:");
  const auto began = Clock::now();
  server.reset();
  CHECK(Clock::now() - began < seconds(2));
  stream.rest();
}
