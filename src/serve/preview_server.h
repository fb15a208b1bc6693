#pragma once

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "port/http_server.h"
#include "serve/preview.h"

namespace framewright {

// Shows a preview to browsers, and tells each page that is open when it has changed. Pages get a script of the
// preview's own (live.js), which asks for the events at `/_framewright/events`; nothing else in them differs from what
// is published as a draft.
class PreviewServer {
public:
  // Listens at once; throws EnvironmentError. Port 0 is any that is free.
  PreviewServer(std::string host, int port);
  ~PreviewServer();
  int port() const { return server_->port(); }

  // From now on shows this.
  void show(std::shared_ptr<const Preview> preview);
  // What is shown has changed by itself.
  void tell();

private:
  HttpReply answer(const HttpRequest& request);
  HttpReply answer_file(const HttpRequest& request, const std::string& path);
  NextEvent events(const HttpRequest& request);
  std::shared_ptr<const Preview> preview() const;
  PreviewFile shown(const Preview& site, const std::string& path);

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::shared_ptr<const Preview> preview_;
  std::uint64_t version_ = 0;
  bool ending_ = false;
  std::unordered_map<std::string, std::string> good_pages_;  // as they were last shown without fault
  std::unique_ptr<HttpServer> server_;                       // last: it uses the others until it is gone
};

}  // namespace framewright
