#include "port/http_server.h"

#include <httplib.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <mutex>
#include <set>
#include <thread>

#include "port/files.h"
#include "port/http_text.h"
#include "port/system_words.h"

namespace framewright {

namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr std::size_t most_threads = 64;
constexpr int most_connections = 192;  // those that wait for a thread among them
constexpr int most_streams = 48;
constexpr int most_unaccepted = 1024;
constexpr std::size_t largest_request = 65536;
constexpr seconds longest_write{5};
constexpr milliseconds longest_farewell{100};
constexpr int most_last_reads = 256;
constexpr const char* plain = "text/plain; charset=utf-8";

std::string_view first_of(const std::vector<std::pair<std::string, std::string>>& pairs, auto&& is_wanted) {
  const auto found = std::find_if(pairs.begin(), pairs.end(), [&](const auto& pair) { return is_wanted(pair.first); });
  return found == pairs.end() ? std::string_view{} : std::string_view(found->second);
}

bool is_ready(int socket, short what, milliseconds longest) {
  pollfd waited{socket, what, 0};
  return ::poll(&waited, 1, static_cast<int>(std::max<milliseconds::rep>(longest.count(), 0))) > 0;
}

// A connection for one request, the size and the time of which are bounded as a whole.
class Connection : public httplib::Stream {
public:
  Connection(int socket, Clock::time_point end) : socket_(socket), end_(end) {}

  bool is_readable() const override { return at_ < size_ || is_ready(socket_, POLLIN, left()); }

  bool is_writable() const override {
    char next = 0;
    return is_ready(socket_, POLLOUT, longest_write) && ::recv(socket_, &next, 1, MSG_PEEK | MSG_DONTWAIT) != 0;
  }

  ssize_t read(char* to, std::size_t size) override {
    if (at_ == size_ && !fill()) return -1;
    const std::size_t taken = std::min(size, size_ - at_);
    std::copy_n(bytes_.begin() + static_cast<std::ptrdiff_t>(at_), taken, to);
    at_ += taken;
    return static_cast<ssize_t>(taken);
  }

  ssize_t write(const char* from, std::size_t size) override {
    for (std::size_t sent = 0; sent < size;) {
      if (!is_ready(socket_, POLLOUT, longest_write)) return -1;
      const ssize_t now = ::send(socket_, from + sent, size - sent, MSG_NOSIGNAL | MSG_DONTWAIT);
      if (now < 0 && errno != EAGAIN && errno != EINTR) return -1;
      sent += static_cast<std::size_t>(std::max<ssize_t>(now, 0));
    }
    return static_cast<ssize_t>(size);
  }

  void get_remote_ip_and_port(std::string&, int&) const override {}
  void get_local_ip_and_port(std::string&, int&) const override {}
  socket_t socket() const override { return socket_; }

  // Bytes that are left unread when a socket is closed would take the answer away from the client.
  void finish() {
    ::shutdown(socket_, SHUT_WR);
    for (int reads = 0; reads < most_last_reads && is_ready(socket_, POLLIN, longest_farewell); ++reads) {
      if (::recv(socket_, bytes_.data(), bytes_.size(), MSG_DONTWAIT) <= 0) return;
    }
  }

private:
  milliseconds left() const { return std::chrono::ceil<milliseconds>(end_ - Clock::now()); }

  bool fill() {
    if (received_ >= largest_request || left().count() <= 0 || !is_ready(socket_, POLLIN, left())) return false;
    const ssize_t size = ::recv(socket_, bytes_.data(), bytes_.size(), MSG_DONTWAIT);
    at_ = 0;
    size_ = size > 0 ? static_cast<std::size_t>(size) : 0;
    received_ += size_;
    return size > 0;
  }

  int socket_;
  Clock::time_point end_;  // of reading
  std::array<char, 4096> bytes_;
  std::size_t at_ = 0;
  std::size_t size_ = 0;
  std::size_t received_ = 0;
};

thread_local bool is_refusing = false;  // the connection that this thread is about to be given

class BoundedPool : public httplib::ThreadPool {
public:
  BoundedPool() : ThreadPool(most_threads) {}

  void enqueue(std::function<void()> connection) override {
    if (open_ >= most_connections) {
      is_refusing = true;
      connection();
      is_refusing = false;
      return;
    }
    ++open_;
    ThreadPool::enqueue([this, connection = std::move(connection)] {
      connection();
      --open_;
    });
  }

private:
  std::atomic<int> open_ = 0;
};

// One request a connection: what is idle holds no thread, and a body that was not read is not taken for a request.
class Server : public httplib::Server {
public:
  explicit Server(milliseconds longest_request) : longest_request_(longest_request) {}

  // httplib lets five connections wait to be accepted; the system makes the next ones try again after a second.
  void let_more_wait() { ::listen(svr_sock_, most_unaccepted); }

  // Ends all connections and takes no more.
  void end_connections() {
    const std::lock_guard lock(mutex_);
    is_ending_ = true;
    for (const int socket : open_) ::shutdown(socket, SHUT_RDWR);
  }

private:
  bool process_and_close_socket(socket_t socket) override {
    if (!is_refusing && admit(socket)) {
      Connection connection(socket, Clock::now() + longest_request_);
      bool is_closed = false;
      process_request(connection, true, is_closed, simplify);
      connection.finish();
      const std::lock_guard lock(mutex_);
      open_.erase(socket);
    }
    return ::close(socket) == 0;
  }

  bool admit(int socket) {
    const std::lock_guard lock(mutex_);
    if (!is_ending_) open_.insert(socket);
    return !is_ending_;
  }

  // Whole answers, uncompressed: the way to this machine is short.
  static void simplify(httplib::Request& request) {
    request.ranges.clear();
    for (const char* name : {"Accept-Encoding", "REMOTE_ADDR", "REMOTE_PORT", "LOCAL_ADDR", "LOCAL_PORT"}) {
      request.headers.erase(name);
    }
  }

  milliseconds longest_request_;
  std::mutex mutex_;
  std::set<int> open_;
  bool is_ending_ = false;
};

[[noreturn]] void throw_not_served(const std::string& host, int port, int error) {
  const std::string began = "cannot serve at " + address_of(host, port) + ": ";
  const std::string other_port = "; choose another with --port";
  if (error == EADDRINUSE) throw EnvironmentError(began + "another program uses that port" + other_port);
  if (error == EACCES) throw EnvironmentError(began + "permission is denied for that port" + other_port);
  if (error == 0 || error == EADDRNOTAVAIL) throw EnvironmentError(began + "it is no address of this machine");
  throw EnvironmentError(began + system_words(error));
}

void refuse(httplib::Response& response, int status, const std::string& sentence) {
  response.status = status;
  response.set_content(sentence + "\n", plain);
}

// What httplib refuses by itself has no words.
httplib::Server::HandlerResponse put_in_words(const httplib::Request&, httplib::Response& response) {
  const bool is_said = !response.body.empty() || response.has_header("Content-Type");
  if (!is_said && response.status == 400) refuse(response, 400, "The request cannot be understood.");
  if (!is_said && response.status == 414) refuse(response, 414, "The address is too long.");
  return httplib::Server::HandlerResponse::Unhandled;
}

HttpRequest request_of(const httplib::Request& request) {
  return {request.method,
          request.path,
          {request.params.begin(), request.params.end()},
          {request.headers.begin(), request.headers.end()}};
}

}  // namespace

std::string_view HttpRequest::header(std::string_view name) const {
  return first_of(headers, [&](std::string_view other) { return is_same_name(name, other); });
}

std::string_view HttpRequest::parameter(std::string_view name) const {
  return first_of(query, [&](std::string_view other) { return name == other; });
}

struct HttpServer::Running {
  explicit Running(HttpServerOptions given);
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;
  ~Running();
  void set_up();
  bool is_this_host(const httplib::Request& request) const;
  void answer(const httplib::Request& request, httplib::Response& response);
  void stream(const httplib::Request& request, httplib::Response& response);

  HttpServerOptions options;
  int port = 0;
  std::atomic<int> streams = 0;
  std::atomic<bool> is_ending = false;
  std::atomic<bool> has_ended = false;  // it answers no more
  Server server;
  std::thread thread;
};

HttpServer::Running::Running(HttpServerOptions given)
    : options(std::move(given)), port(options.port), server(options.longest_request) {
  set_up();
  errno = 0;
  if (port == 0) {
    port = server.bind_to_any_port(options.host);
  } else if (!server.bind_to_port(options.host, port)) {
    port = -1;
  }
  if (port <= 0) throw_not_served(options.host, options.port, errno);
  server.let_more_wait();
  thread = std::thread([this] {
    server.listen_after_bind();
    has_ended = true;
  });
  while (!server.is_running() && !has_ended) std::this_thread::sleep_for(milliseconds(1));
}

HttpServer::Running::~Running() {
  is_ending = true;
  server.end_connections();
  server.stop();
  if (thread.joinable()) thread.join();
}

void HttpServer::Running::set_up() {
  server.new_task_queue = [] { return new BoundedPool; };
  // Not SO_REUSEPORT, as httplib has it: two servers would share the port.
  server.set_socket_options([](socket_t socket) {
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  });
  server.set_tcp_nodelay(true);
  server.set_payload_max_length(largest_request);
  server.set_default_headers({{"X-Content-Type-Options", "nosniff"}, {"Accept-Ranges", "none"}});
  server.set_error_handler(httplib::Server::HandlerWithResponse(put_in_words));
  server.set_pre_routing_handler([this](const httplib::Request& request, httplib::Response& response) {
    try {
      answer(request, response);
    } catch (const std::exception& error) {
      refuse(response, 500, error.what());
    }
    return httplib::Server::HandlerResponse::Handled;
  });
}

bool HttpServer::Running::is_this_host(const httplib::Request& request) const {
  const std::string written = request.get_header_value("Host");
  const std::string_view name = name_of_host(written);
  if (name.empty() || request.get_header_value_count("Host") != 1) return false;
  const std::array<std::string, 5> own = {"localhost", "127.0.0.1", "[::1]", options.host, "[" + options.host + "]"};
  return std::any_of(own.begin(), own.end(), [&](const std::string& host) { return is_same_name(host, name); });
}

void HttpServer::Running::answer(const httplib::Request& request, httplib::Response& response) {
  if (!is_this_host(request)) return refuse(response, 421, "This server does not answer for that host.");
  if (request.method != "GET" && request.method != "HEAD") {
    response.set_header("Allow", "GET, HEAD");
    return refuse(response, 405, "Only GET and HEAD are answered.");
  }
  if (!is_path(request.path)) return refuse(response, 400, "The address is not one of a page.");
  if (!options.events_path.empty() && request.path == options.events_path) return stream(request, response);
  HttpReply reply = options.answer(request_of(request));
  response.status = reply.status;
  response.body = std::move(reply.body);
  if (!reply.media_type.empty()) response.set_header("Content-Type", reply.media_type);
  for (const auto& [name, value] : reply.headers) response.set_header(name, value);
}

void HttpServer::Running::stream(const httplib::Request& request, httplib::Response& response) {
  const auto is_open = std::shared_ptr<void>(nullptr, [this](void*) { --streams; });
  if (++streams > most_streams) return refuse(response, 503, "Too many pages follow this server; close some.");
  response.status = 200;
  response.set_header("Cache-Control", "no-cache");
  if (request.method == "HEAD") return response.set_header("Content-Type", "text/event-stream");
  NextEvent next = options.events(request_of(request));
  response.set_chunked_content_provider("text/event-stream",
                                        [this, is_open, next = std::move(next)](std::size_t, httplib::DataSink& sink) {
                                          std::optional<std::string> event;
                                          try {
                                            if (!is_ending) event = next();
                                          } catch (const std::exception&) {
                                            return false;
                                          }
                                          if (!event) {
                                            sink.done();
                                            return true;
                                          }
                                          const std::string written = written_event(*event);
                                          return sink.write(written.data(), written.size());
                                        });
}

HttpServer::HttpServer(HttpServerOptions options) : running_(std::make_unique<Running>(std::move(options))) {}

HttpServer::~HttpServer() = default;

int HttpServer::port() const { return running_->port; }

}  // namespace framewright
