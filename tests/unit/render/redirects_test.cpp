#include "render/redirects.h"

#include <doctest/doctest.h>

#include "unit/render/rendered_site.h"

using namespace framewright;

namespace {

Files with_old_paths(const std::string& paths) {
  return {{"content/index.md", page("title = \"Home\"", "Welcome.")},
          {"content/a.md", page("title = \"A\"\nold_paths = [" + paths + "]", "Text.")}};
}

std::string redirect(const std::string& from, const std::string& to) {
  return "[[redirect]]\nfrom = \"" + from + "\"\nto = \"" + to + "\"\n";
}

Files with_redirects(const std::string& redirects) {
  return {{"site.toml", "title = \"T\"\n" + redirects},
          {"content/index.md", page("title = \"Home\"", "Welcome.")},
          {"content/a.md", page("title = \"A\"", "Text.")},
          {"content/glossary/g.toml", "[pool]\ntitle = \"Pool\"\ntext = \"Money.\"\nold_paths = [\"/pool/\"]\n"},
          {"static/plan.pdf", "x"}};
}

// "file>to" of each redirect, with the messages behind.
std::string redirects(Files files) {
  const RenderedSite site(std::move(files));
  std::string all;
  for (const RedirectRoute& each : site.routes().redirects)
    all += (all.empty() ? "" : " ") + each.file + ">" + each.to + (each.whole ? "!" : "");
  for (const char* rule : {"bad-value", "unsafe-url", "broken-link", "route-collision"}) all += site.messages(rule);
  return all;
}

// The address that the page at a file leads to.
std::string target(const RenderedSite& site, std::string_view file) {
  const std::string bytes = site.extra(file);
  const std::size_t at = bytes.find("0; url=");
  return at == std::string::npos ? bytes : bytes.substr(at + 7, bytes.find('"', at + 7) - at - 7);
}

}  // namespace

TEST_CASE("an old address is the file that a server looks for") {
  CHECK(redirects(with_old_paths("\"/old/\"")) == "old/index.html>a/");
  CHECK(redirects(with_old_paths("\"old\"")) == "old/index.html>a/");
  CHECK(redirects(with_old_paths("\"/b/old.html\"")) == "b/old.html>a/");
  CHECK(redirects(with_old_paths("\"/old.htm\"")) == "old.htm>a/");
  CHECK(redirects(with_old_paths("\"/old.aspx\"")) == "old.aspx/index.html>a/");
  CHECK(redirects(with_old_paths("\"/our%20plan/%C3%A9\"")) == "our plan/é/index.html>a/");
  CHECK(redirects(with_old_paths("\"/100%/\"")) == "100%/index.html>a/");
  CHECK(redirects(with_old_paths("\"/v1..2/\"")) == "v1..2/index.html>a/");
  CHECK(redirects(with_old_paths("\"/one/\", \"/two/\"")) == "one/index.html>a/ two/index.html>a/");
}

TEST_CASE("an address that is none of the site cannot be redirected") {
  for (const char* path :
       {"", "/", "//", "//example.org/x", "https://example.org/x", "/a/../b/", "../b", "./b/", "/b/./", "/b//c/",
        "/b?c=1", "/b#c", "/b\\\\c", "/b%00c/", "/b%0Ac/", "/%FF/", "/b/%2E%2E/c/"}) {
    CAPTURE(path);
    const std::string found = redirects(with_old_paths("\"" + std::string(path) + "\""));
    CHECK(found.starts_with("content/a.md:3:14: error[bad-value]: this address cannot be redirected\n"));
    CHECK(found.ends_with("  help: write it from the root of the site: \"/old/page/\"\n"));
  }
}

TEST_CASE("an old address where something stands is a collision") {
  CHECK(
      redirects(with_old_paths("\"/a/\"")) ==
      R"(content/a.md:3:14: error[route-collision]: the redirect from /a/ and the page "A" have the same address, /a/index.html
   3 | old_paths = ["/a/"]
     |              ^^^^^
  also: content/a.md:2:9: the page "A" stands here
   2 | title = "A"
     |         ^^^
  help: give one of them another id or move it to another folder
)");
  CHECK(
      redirects(with_old_paths("\"/old/\", \"/Old\"")) ==
      R"(old/index.html>a/content/a.md:3:23: error[route-collision]: the redirect from /Old/ and the redirect from /old/ have the same address, /Old/index.html
   3 | old_paths = ["/old/", "/Old"]
     |                       ^^^^^^
  also: content/a.md:3:14: the redirect from /old/ stands here
   3 | old_paths = ["/old/", "/Old"]
     |              ^^^^^^^
  help: give one of them another id or move it to another folder
)");
}

TEST_CASE("the old address of a draft is given up only when it is published") {
  Files files = with_old_paths("\"/old/\"");
  files["content/a.md"] = page("title = \"A\"\ndraft = true\nold_paths = [\"/old/\"]", "Text.");
  CHECK(RenderedSite(files).routes().redirects.empty());
  CHECK(RenderedSite(files, {.draft = true}).routes().redirects.size() == 1);
}

TEST_CASE("a redirect of site.toml leads to a page, an anchor, a file or another site") {
  CHECK(redirects(with_redirects(redirect("/x/", "/a/"))) == "pool/index.html>glossary/#pool x/index.html>a/");
  CHECK(redirects(with_redirects(redirect("/x/", "a"))) == "pool/index.html>glossary/#pool x/index.html>a/");
  CHECK(redirects(with_redirects(redirect("/x/", "/a#part"))) == "pool/index.html>glossary/#pool x/index.html>a/#part");
  CHECK(redirects(with_redirects(redirect("/x/", "/a/?b=c:d"))) ==
        "pool/index.html>glossary/#pool x/index.html>a/?b=c:d");
  CHECK(redirects(with_redirects(redirect("/x/", "/"))) == "pool/index.html>glossary/#pool x/index.html>");
  CHECK(redirects(with_redirects(redirect("/x/", "/plan.pdf"))) ==
        "pool/index.html>glossary/#pool x/index.html>plan.pdf");
  CHECK(redirects(with_redirects(redirect("/x/", "https://example.org/a"))) ==
        "pool/index.html>glossary/#pool x/index.html>https://example.org/a!");
  CHECK(redirects(with_redirects(redirect("/x/", "//example.org/a"))) ==
        "pool/index.html>glossary/#pool x/index.html>//example.org/a!");
  CHECK(redirects(with_redirects(redirect("/x/", "mailto:office@example.org"))) ==
        "pool/index.html>glossary/#pool x/index.html>mailto:office@example.org!");
}

TEST_CASE("a redirect to what is not there, in other capitals too, and to a draft is a broken link") {
  const std::string found = redirects(with_redirects(redirect("/x/", "/missing/")));
  CHECK(found.substr(found.find("site.toml")) ==
        R"(site.toml:4:6: error[broken-link]: there is no page or file at /missing/
   4 | to = "/missing/"
     |      ^^^^^^^^^^^
  help: write the address that a page of this site has now, such as /standards/, or a whole one with https://
)");
  CHECK(redirects(with_redirects(redirect("/x/", "/A/"))).find("there is no page or file at /A/") != std::string::npos);
  Files draft = with_redirects(redirect("/x/", "/a/"));
  draft["content/a.md"] = page("title = \"A\"\ndraft = true", "Text.");
  CHECK(redirects(draft).find("there is no page or file at /a/") != std::string::npos);
}

TEST_CASE("a redirect to an address that may not be used is reported at the address") {
  const std::string found = redirects(with_redirects(redirect("/x/", "javascript:x")));
  CHECK(found.substr(found.find("site.toml")) ==
        R"(site.toml:4:6: error[unsafe-url]: this redirect leads to an address that may not be used
   4 | to = "javascript:x"
     |      ^^^^^^^^^^^^^^
  help: an address begins with https://, http://, mailto: or tel:, or is that of a page of this site
)");
}

TEST_CASE("a redirect leads to a page or a file, not to another redirect or to itself") {
  for (const char* to : {"/pool/", "/x/", "/y/"}) {
    CAPTURE(to);
    const std::string found = redirects(with_redirects(redirect("/y/", "/a/") + redirect("/x/", to)));
    CHECK(found.find("site.toml:7:6: error[broken-link]: there is no page or file at " + std::string(to)) !=
          std::string::npos);
  }
}

TEST_CASE("the page at an old address leads on from where it stands") {
  const Files files = with_redirects(redirect("/x/y/old.html", "/a/") + redirect("/home.html", "/") +
                                     redirect("/x/", "/plan.pdf") + redirect("/z/", "https://example.org/?a&b"));
  const RenderedSite site(files);
  CHECK(site.extra("x/y/old.html") ==
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<title>This page has moved</title>\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta http-equiv=\"refresh\" "
        "content=\"0; url=../../a/\">\n<link rel=\"canonical\" href=\"../../a/\">\n</head>\n"
        "<body>\n<p>This page has moved. <a href=\"../../a/\">Go to its new address</a>.</p>\n</body>\n</html>\n");
  CHECK(target(site, "home.html") == "./");
  CHECK(target(site, "pool/index.html") == "../glossary/#pool");
  CHECK(target(site, "x/index.html") == "../plan.pdf");
  CHECK(target(site, "z/index.html") == "https://example.org/?a&amp;b");
  const RenderedSite on_disk(files, {.for_files = true});
  CHECK(target(on_disk, "x/y/old.html") == "../../a/index.html");
  CHECK(target(on_disk, "home.html") == "./index.html");
  CHECK(target(on_disk, "pool/index.html") == "../glossary/index.html#pool");
  CHECK(target(on_disk, "x/index.html") == "../plan.pdf");
  CHECK(target(on_disk, "z/index.html") == "https://example.org/?a&amp;b");
}
