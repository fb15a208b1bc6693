#include "serve/preview_server.h"

#include <fmt/format.h>

#include <chrono>

#include "base/embedded.h"
#include "base/hash.h"
#include "base/html.h"
#include "serve/media_type.h"

namespace framewright {

std::span<const EmbeddedFile> embedded_serve();

namespace {

constexpr std::string_view own_folder = "/_framewright/";
constexpr std::string_view events_path = "/_framewright/events";
constexpr std::size_t most_good_pages = 500;
constexpr auto longest_wait = std::chrono::milliseconds(900);

std::string_view own_file(std::string_view name) {
  for (const EmbeddedFile& file : embedded_serve())
    if (file.path == name) return file.text;
  return {};
}

std::string version_of(std::string_view bytes) { return fmt::format("{:016x}", fnv_hash(bytes)); }

std::string notice_markup(const std::string& notice) {
  if (notice.empty()) return {};
  return "<section class=\"framewright-notice\" role=\"status\" aria-label=\"Framewright\"><pre>" +
         escape_html(notice) + "</pre></section>\n";
}

// The page with what the preview adds to it, before the end of its body.
std::string with_live_parts(const std::string& page, const std::string& notice, const std::string& version) {
  const std::string parts = "<link rel=\"stylesheet\" href=\"/_framewright/live.css\">\n" + notice_markup(notice) +
                            "<script src=\"/_framewright/live.js\" data-version=\"" + version + "\"></script>\n";
  const std::size_t end = page.rfind("</body>");
  return end == std::string::npos ? page + parts : page.substr(0, end) + parts + page.substr(end);
}

std::string own_page(const std::string& title, const std::string& notice) {
  return with_live_parts(
      "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
      "content=\"width=device-width\">\n<title>" +
          title + "</title>\n<body>\n<main><h1>" + title + "</h1></main>\n</body>\n</html>\n",
      notice, version_of(notice));
}

std::string version_of(const PreviewFile& file) { return version_of(file.bytes + file.notice); }

bool is_page(std::string_view path) { return path.ends_with(".html"); }

std::string joined(const std::string& first, const std::string& second) {
  return first.empty() || second.empty() ? first + second : first + "\n" + second;
}

std::string file_of(std::string_view path) {
  std::string file(path.substr(path.starts_with('/') ? 1 : 0));
  if (file.empty() || file.ends_with('/')) file += "index.html";
  return file;
}

HttpReply cacheable(const HttpRequest& request, std::string_view media_type, std::string bytes) {
  HttpReply reply;
  const std::string tag = "\"" + version_of(bytes) + "\"";
  reply.headers = {{"ETag", tag}, {"Cache-Control", "no-cache"}};
  reply.media_type = media_type;
  if (request.header("If-None-Match") == tag) {
    reply.status = 304;
    return reply;
  }
  reply.body = std::move(bytes);
  return reply;
}

}  // namespace

PreviewServer::PreviewServer(std::string host, int port) {
  HttpServerOptions options;
  options.host = std::move(host);
  options.port = port;
  options.events_path = events_path;
  options.answer = [this](const HttpRequest& request) { return answer(request); };
  options.events = [this](const HttpRequest& request) { return events(request); };
  server_ = std::make_unique<HttpServer>(std::move(options));
}

PreviewServer::~PreviewServer() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  changed_.notify_all();
  server_.reset();
}

void PreviewServer::show(std::shared_ptr<const Preview> preview) {
  {
    const std::lock_guard lock(mutex_);
    preview_ = std::move(preview);
  }
  tell();
}

void PreviewServer::tell() {
  {
    const std::lock_guard lock(mutex_);
    ++version_;
  }
  changed_.notify_all();
}

std::shared_ptr<const Preview> PreviewServer::preview() const {
  const std::lock_guard lock(mutex_);
  return preview_;
}

// What is shown at a path: of a page that cannot be made whole, what it was when it could, and of one that is not there
// the page that says so.
PreviewFile PreviewServer::shown(const Preview& site, const std::string& path) {
  PreviewFile file = site.file(path);
  if (!file.found) {
    file.bytes = site.file("404.html").bytes;
    file.notice = "There is no page at this address.";
  } else if (is_page(path)) {
    const std::lock_guard lock(mutex_);
    if (good_pages_.size() >= most_good_pages) good_pages_.clear();
    if (file.sound)
      good_pages_[path] = file.bytes;
    else if (const auto good = good_pages_.find(path); good != good_pages_.end())
      file.bytes = good->second;
  }
  file.notice = joined(site.trouble(), file.notice);
  return file;
}

HttpReply PreviewServer::answer(const HttpRequest& request) {
  if (request.path.starts_with(own_folder)) {
    const std::string name = request.path.substr(own_folder.size());
    const std::string_view own = own_file(name);
    if (own.empty()) return {404, "text/plain; charset=utf-8", "There is no such file.\n", {}};
    return cacheable(request, media_type(name), std::string(own));
  }
  return answer_file(request, file_of(request.path));
}

HttpReply PreviewServer::answer_file(const HttpRequest& request, const std::string& path) {
  const std::shared_ptr<const Preview> site = preview();
  if (site == nullptr)
    return {503, "text/html; charset=utf-8", own_page("The site is being read", ""), {{"Retry-After", "1"}}};
  if (!is_page(path)) {
    PreviewFile whole = site->file(path);
    if (whole.found) return cacheable(request, media_type(path), std::move(whole.bytes));
    if (site->file(path + "/index.html").found) return {302, {}, {}, {{"Location", request.path + "/"}}};
  }
  const PreviewFile file = shown(*site, path);
  const std::string title = file.found ? "This page cannot be made" : "There is no such page";
  const std::string page =
      file.bytes.empty() ? own_page(title, file.notice) : with_live_parts(file.bytes, file.notice, version_of(file));
  if (file.found && !file.bytes.empty()) return cacheable(request, media_type(path), page);
  return {file.found ? 500 : 404, "text/html; charset=utf-8", page, {}};
}

// Each stream waits for a change of the site, and tells its page when that page is another than the one it has.
NextEvent PreviewServer::events(const HttpRequest& request) {
  struct Stream {
    std::string path, version;
    std::uint64_t seen = 0;
  };
  auto stream = std::make_shared<Stream>();
  stream->path = file_of(request.parameter("page"));
  stream->version = request.parameter("version");
  return [this, stream]() -> std::optional<std::string> {
    std::shared_ptr<const Preview> site;
    {
      std::unique_lock lock(mutex_);
      changed_.wait_for(lock, longest_wait, [&] { return ending_ || version_ != stream->seen; });
      if (ending_) return std::nullopt;
      if (version_ == stream->seen || preview_ == nullptr) return std::string();
      stream->seen = version_;
      site = preview_;
    }
    const std::string version = version_of(shown(*site, stream->path));
    if (version == stream->version) return std::string();
    stream->version = version;
    return version;
  };
}

}  // namespace framewright
