#include "serve/preview_server.h"

#include <doctest/doctest.h>

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "serve/media_type.h"
#include "support/http_client.h"

using namespace framewright;

namespace {

class FakePreview : public Preview {
public:
  void put(const std::string& path, PreviewFile file) {
    const std::lock_guard lock(mutex_);
    files_[path] = std::move(file);
  }
  void put(const std::string& path, const std::string& bytes) { put(path, {true, true, bytes, {}}); }
  void set_trouble(const std::string& trouble) {
    const std::lock_guard lock(mutex_);
    trouble_ = trouble;
  }
  PreviewFile file(const std::string& path) const override {
    const std::lock_guard lock(mutex_);
    const auto found = files_.find(path);
    return found == files_.end() ? PreviewFile() : found->second;
  }
  std::string trouble() const override {
    const std::lock_guard lock(mutex_);
    return trouble_;
  }

private:
  mutable std::mutex mutex_;
  std::map<std::string, PreviewFile> files_;
  std::string trouble_;
};

std::string request_for(const std::string& path, const std::string& headers = {}) {
  return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
}

struct Shown {
  std::shared_ptr<FakePreview> site = std::make_shared<FakePreview>();
  PreviewServer server{"127.0.0.1", 0};

  Shown() {
    site->put("index.html", "<html><body><p>Welcome</p></body></html>\n");
    site->put("visits/index.html", "<html><body><p>Visits</p></body></html>\n");
    site->put("404.html", "<html><body><p>We have no such page</p></body></html>\n");
    site->put("assets/style.css", "p { margin: 0 }\n");
    server.show(site);
  }
  std::string get(const std::string& path, const std::string& headers = {}) const {
    return HttpClient(server.port(), request_for(path, headers)).rest();
  }
};

bool has(std::string_view text, std::string_view part) { return text.find(part) != text.npos; }
// What stands after `before` up to the end of the line or the next quotation mark.
std::string after(std::string_view text, std::string_view before, std::string_view end) {
  const std::size_t at = text.find(before);
  REQUIRE(at != text.npos);
  const std::size_t begin = at + before.size();
  return std::string(text.substr(begin, text.find(end, begin) - begin));
}
std::string version_of(std::string_view page) { return after(page, "data-version=\"", "\""); }
std::string events_of(const std::string& page, const std::string& version) {
  return "/_framewright/events?page=" + page + "&version=" + version;
}

}  // namespace

TEST_CASE("a page gets the script and the style of the preview at the end of its body") {
  const Shown shown;
  const std::string page = shown.get("/");
  CHECK(is_status(page, 200));
  CHECK(has(page, "\r\nContent-Type: text/html; charset=utf-8\r\n"));
  CHECK(has(page,
            "<p>Welcome</p><link rel=\"stylesheet\" href=\"/_framewright/live.css\">\n<script "
            "src=\"/_framewright/live.js\" data-version=\"" +
                version_of(page) + "\"></script>\n</body></html>\n"));
  CHECK_FALSE(has(page, "framewright-notice"));
  CHECK(is_status(shown.get("/_framewright/live.js"), 200));
  CHECK(has(shown.get("/_framewright/live.css"), "\r\nContent-Type: text/css; charset=utf-8\r\n"));
  CHECK(is_status(shown.get("/_framewright/other.js"), 404));
}

TEST_CASE("a page whose body is not closed gets them at its end") {
  const Shown shown;
  shown.site->put("index.html", "<p>Welcome");
  CHECK(has(shown.get("/"), "\r\n\r\n<p>Welcome<link "));
}

TEST_CASE("what is wrong with a page is said on it as text") {
  const Shown shown;
  shown.site->put("index.html",
                  {true, true, "<body>Welcome</body>", "a.md:1:1: </pre><script>alert(1)</script> & \"x\""});
  const std::string page = shown.get("/");
  CHECK(has(page, "<pre>a.md:1:1: &lt;/pre&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; "));
  CHECK_FALSE(has(page, "<script>alert"));
}

TEST_CASE("what is wrong with the site is said on every page, before what is wrong with the page") {
  const Shown shown;
  shown.site->set_trouble("The templates have errors.");
  shown.site->put("visits/index.html", {true, true, "<body>Visits</body>", "a.md:1:1: wrong"});
  CHECK(has(shown.get("/"), "<pre>The templates have errors.</pre>"));
  CHECK(has(shown.get("/visits/"), "<pre>The templates have errors.\na.md:1:1: wrong</pre>"));
}

TEST_CASE("a browser that has a file is told so") {
  const Shown shown;
  for (const char* path : {"/", "/assets/style.css", "/_framewright/live.js"}) {
    const std::string tag = after(shown.get(path), "\r\nETag: ", "\r\n");
    CHECK(is_status(shown.get(path, "If-None-Match: " + tag + "\r\n"), 304));
    CHECK(is_status(shown.get(path, "If-None-Match: \"other\"\r\n"), 200));
  }
  const std::string before = after(shown.get("/"), "\r\nETag: ", "\r\n");
  shown.site->put("index.html", {true, true, "<html><body><p>Welcome</p></body></html>\n", "a notice"});
  CHECK(is_status(shown.get("/", "If-None-Match: " + before + "\r\n"), 200));
}

TEST_CASE("an address without its slash leads to the one with it") {
  const Shown shown;
  const std::string answer = shown.get("/visits");
  CHECK(is_status(answer, 302));
  CHECK(has(answer, "\r\nLocation: /visits/\r\n"));
  CHECK(is_status(shown.get("/visits/"), 200));
  CHECK(is_status(shown.get("/visits/index.html"), 200));
}

TEST_CASE("an address without a page answers with the site's page for that, or one of its own") {
  const Shown shown;
  for (const char* path : {"/nothing", "/nothing/", "/nothing.html", "/assets/nothing.css"}) {
    const std::string answer = shown.get(path);
    CHECK(is_status(answer, 404));
    CHECK(has(answer, "We have no such page"));
    CHECK(has(answer, "There is no page at this address."));
  }
  shown.site->put("404.html", PreviewFile());
  CHECK(has(shown.get("/nothing/"), "<h1>There is no such page</h1>"));
}

TEST_CASE("a page that cannot be made whole is shown as it last was") {
  const Shown shown;
  CHECK(has(shown.get("/visits/"), "<p>Visits</p>"));
  shown.site->put("visits/index.html", {true, false, "<body>Vis", "visits.md:2:9: wrong"});
  const std::string page = shown.get("/visits/");
  CHECK(is_status(page, 200));
  CHECK(has(page, "<p>Visits</p>"));
  CHECK(has(page, "<pre>visits.md:2:9: wrong</pre>"));
  shown.site->put("visits/index.html", "<body><p>Mended</p></body>");
  CHECK(has(shown.get("/visits/"), "<p>Mended</p>"));
  shown.site->put("new/index.html", {true, false, "", "new.md:1:1: wrong"});
  const std::string fresh = shown.get("/new/");
  CHECK(is_status(fresh, 500));
  CHECK(has(fresh, "<h1>This page cannot be made</h1>"));
  CHECK(has(fresh, "<pre>new.md:1:1: wrong</pre>"));
}

TEST_CASE("before the site is read it is said that it is being read") {
  const PreviewServer server("127.0.0.1", 0);
  const std::string answer = HttpClient(server.port(), request_for("/")).rest();
  CHECK(is_status(answer, 503));
  CHECK(has(answer, "\r\nRetry-After: 1\r\n"));
  CHECK(has(answer, "<h1>The site is being read</h1>"));
}

TEST_CASE("a change is told to the page that it changes, and to no other") {
  Shown shown;
  HttpClient visits(shown.server.port(), request_for(events_of("/visits/", version_of(shown.get("/visits/")))));
  HttpClient home(shown.server.port(), request_for(events_of("/", version_of(shown.get("/")))));
  REQUIRE(visits.comes("\r\n\r\n"));
  REQUIRE(home.comes("\r\n\r\n"));
  shown.site->put("visits/index.html", "<body><p>Visits anew</p></body>");
  shown.server.tell();
  const std::string visits_now = version_of(shown.get("/visits/"));
  CHECK(visits.comes("data: " + visits_now));
  // What comes to the other first is its own change.
  shown.site->put("index.html", "<body><p>Welcome anew</p></body>");
  shown.server.tell();
  CHECK(home.comes("data: " + version_of(shown.get("/"))));
  CHECK(home.received().find("data: ") == home.received().rfind("data: "));
  CHECK_FALSE(has(home.received(), visits_now));
}

TEST_CASE("a page that is behind is told so at once") {
  const Shown shown;
  HttpClient behind(shown.server.port(), request_for(events_of("/visits/", "0000000000000000")));
  CHECK(behind.comes("data: " + version_of(shown.get("/visits/"))));
}

TEST_CASE("a notice that comes or goes is a change of the page") {
  Shown shown;
  const std::string calm = version_of(shown.get("/"));
  HttpClient home(shown.server.port(), request_for(events_of("/", calm)));
  REQUIRE(home.comes("\r\n\r\n"));
  shown.site->set_trouble("The templates have errors.");
  shown.server.tell();
  CHECK(home.comes("data: " + version_of(shown.get("/"))));
  shown.site->set_trouble("");
  shown.server.tell();
  CHECK(home.comes("data: " + calm));
}

TEST_CASE("a server that ends does not wait for the pages that listen") {
  auto shown = std::make_unique<Shown>();
  HttpClient home(shown->server.port(), request_for(events_of("/", version_of(shown->get("/")))));
  REQUIRE(home.comes("\r\n\r\n"));
  shown.reset();
  home.rest();
}

TEST_CASE("the ending of a file's name says its type") {
  CHECK(media_type("a/index.html") == "text/html; charset=utf-8");
  CHECK(media_type("a.b.css") == "text/css; charset=utf-8");
  CHECK(media_type("data.json") == "application/json");
  CHECK(media_type("data.jsonl") == "application/jsonl");
  CHECK(media_type("bridge.svg") == "image/svg+xml");
  CHECK(media_type("site.webmanifest") == "application/manifest+json");
  CHECK(media_type("form.pdf") == "application/pdf");
  CHECK(media_type("_headers") == "application/octet-stream");
  CHECK(media_type("") == "application/octet-stream");
}
