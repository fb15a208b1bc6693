#include "render/whole_text.h"

#include <doctest/doctest.h>

#include "unit/render/rendered_site.h"

using namespace framewright;

namespace {

Files files() {
  return {{"content/framework/index.md", page("title = \"Our framework\"", "Begin with [aims](aims.md).")},
          {"content/framework/aims.md",
           page("title = \"Aims\"",
                "## What we want\n\nText[^1].\n\n### First\n\nMore.\n\n## How\n\nText.\n\n[^1]: A note.")},
          {"content/framework/buying.md", page("title = \"Buying\"",
                                               "## How\n\nAs [aims](aims.md#what-we-want) say, [here](#how) and [at "
                                               "home](../index.md).[^1]\n\n[^1]: Another.")},
          {"content/framework/hidden.md", page("title = \"Hidden\"\ndraft = true", "Text.")},
          {"content/index.md", page("title = \"Home\"", "Welcome.")}};
}

bool has(const std::string& page, std::string_view words) { return page.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("the whole of a framework has its chapters with numbers and anchors of its own") {
  const std::string whole = RenderedSite(files()).page("framework/whole/index.html");
  CHECK(has(whole, "<h2 id=\"introduction\">Introduction</h2>"));
  CHECK(has(whole, "<h2 id=\"aims\"><span class=\"number\">1</span> Aims</h2>"));
  CHECK(has(whole, "<h3 id=\"aims-what-we-want\"><span class=\"number\">1.1</span> What we want</h3>"));
  CHECK(has(whole, "<h4 id=\"aims-first\"><span class=\"number\">1.1.1</span> First</h4>"));
  CHECK(has(whole, "<h3 id=\"aims-how\"><span class=\"number\">1.2</span> How</h3>"));
  CHECK(has(whole, "<h3 id=\"buying-how\"><span class=\"number\">2.1</span> How</h3>"));
  CHECK(!has(whole, "Hidden"));
}

TEST_CASE("links within a whole framework stay on its page and say the section") {
  const std::string whole = RenderedSite(files()).page("framework/whole/index.html");
  CHECK(has(whole, "Begin with <a href=\"#aims\">aims</a> (section 1)."));
  CHECK(has(whole,
            "As <a href=\"#aims-what-we-want\">aims</a> (section 1.1) say, <a href=\"#buying-how\">here</a> "
            "(section 2.1) and <a href=\"../../\">at home</a>."));
  CHECK(has(RenderedSite(files()).page("framework/buying/index.html"),
            "As <a href=\"../../framework/aims/#what-we-want\">aims</a> say"));
}

TEST_CASE("footnotes of chapters do not meet on the page of the whole") {
  const std::string whole = RenderedSite(files()).page("framework/whole/index.html");
  CHECK(has(whole, "id=\"aims-fn-1\""));
  CHECK(has(whole, "id=\"buying-fn-1\""));
}

TEST_CASE("a framework of one page has no page of the whole, and the sitemap has none") {
  Files one = files();
  one.erase("content/framework/aims.md");
  one.erase("content/framework/buying.md");
  one["content/framework/index.md"] = page("title = \"Our framework\"", "Text.");
  CHECK(!has(RenderedSite(one).page("framework/index.html"), "whole/"));
  CHECK(has(RenderedSite(files()).page("framework/index.html"), "whole/"));
  Files with_address = files();
  with_address["site.toml"] = "title = \"T\"\nbase_url = \"https://t.example/\"\n";
  CHECK(!has(RenderedSite(with_address).extra("sitemap.xml"), "whole"));
}
