#include "base/html.h"

#include <doctest/doctest.h>

using namespace framewright;

namespace {

std::string encoded(std::string_view url) {
  std::string out;
  append_url_encoded(out, url);
  return out;
}

}  // namespace

TEST_CASE("text is escaped for content and for attributes in either quotation marks, and only there") {
  CHECK(escape_html("<a href=\"x\" id='y'>&amp; £</a>") ==
        "&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp; £&lt;/a&gt;");
  CHECK(escape_html("").empty());
  CHECK(escape_html(std::string_view("a\0b", 3)) == std::string_view("a\0b", 3));
  std::string out = "<b>";
  append_escaped(out, "&");
  CHECK(out == "<b>&amp;");
}

TEST_CASE("an address of the site, of the web, of e-mail and of a telephone is safe") {
  for (const char* url :
       {"", "page/", "../page/", "/page", "#anchor", "?a=b:c", "page?x=javascript:y", "a/b:c", "#javascript:x",
        "//example.org/a", "http://example.org", "HTTPS://example.org", "mailto:office@example.org", "tel:01632960120"})
    CHECK_MESSAGE(is_safe_url(url), url);
}

TEST_CASE("an address that runs a program is not safe, however it is disguised") {
  for (const char* url :
       {"javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "\tjavascript:alert(1)",
        "java\tscript:alert(1)", "java\nscript:alert(1)", "java\r\nscript:alert(1)", "javascript\t:alert(1)",
        "\x01javascript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd", "blob:x", "ftp://x", ":x",
        "javascript:/a", "view-source:https://example.org"})
    CHECK_MESSAGE(!is_safe_url(url), url);
  CHECK(!is_safe_url(std::string_view("java\0script:x", 13)));
}

TEST_CASE("what may not stand in an address is percent-encoded, byte by byte") {
  CHECK(encoded("our plan/é\"<>\\^`{|}.pdf") == "our%20plan/%C3%A9%22%3C%3E%5C%5E%60%7B%7C%7D.pdf");
  CHECK(encoded("a\x01\x7f\n") == "a%01%7F%0A");
  CHECK(encoded("https://example.org:80/~a/b_c-d.e?f=g&h=i;j#k!$'()*+,@") ==
        "https://example.org:80/~a/b_c-d.e?f=g&h=i;j#k!$'()*+,@");
}

TEST_CASE("what is encoded already stays as it is, and a per cent sign of its own is encoded") {
  CHECK(encoded("a%20b%C3%a9") == "a%20b%C3%a9");
  CHECK(encoded("50% off") == "50%25%20off");
  CHECK(encoded("100%") == "100%25");
  CHECK(encoded("%") == "%25");
  CHECK(encoded("%4") == "%254");
  CHECK(encoded("%4g%zz%41") == "%254g%25zz%41");
  CHECK(encoded("%%20") == "%25%20");
  CHECK(encoded(encoded("5% of é")) == encoded("5% of é"));
}

TEST_CASE("what is percent-encoded is decoded once, and a per cent sign of its own stays") {
  CHECK(percent_decoded("a%20b%c3%A9%2F") == "a bé/");
  CHECK(percent_decoded("%2520") == "%20");
  CHECK(percent_decoded("50% %4 %zz %") == "50% %4 %zz %");
  CHECK(percent_decoded("%41") == "A");
  CHECK(percent_decoded("") == "");
}
