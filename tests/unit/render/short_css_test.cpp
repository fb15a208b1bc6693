#include "render/short_css.h"

#include <doctest/doctest.h>

using framewright::short_css;

TEST_CASE("white space and remarks that mean nothing are left out of a style sheet") {
  CHECK(short_css("/* The frame */\nbody > .wrap,\n.a { margin: 0 auto; color: var(--text); }\n\n") ==
        "body>.wrap,.a{margin:0 auto;color:var(--text)}");
  CHECK(short_css("@media (min-width: 48rem) {\n  a { b: c }\n}") == "@media (min-width:48rem){a{b:c}}");
  CHECK(short_css("a/* or */b") == "a b");
}

TEST_CASE("white space that means something is kept in a style sheet") {
  CHECK(short_css(".a :is(b, c) .d:hover { x: y }") == ".a :is(b,c) .d:hover{x:y}");
  CHECK(short_css("a { width: calc(1rem + 2px); font: .9em / 1.5 x; margin: -1em -2em }") ==
        "a{width:calc(1rem + 2px);font:.9em / 1.5 x;margin:-1em -2em}");
  CHECK(short_css("@media not (a) and (b) { c { d: e } }") == "@media not (a) and (b){c{d:e}}");
}

TEST_CASE("a quoted text is left as it is in a style sheet") {
  CHECK(short_css("a::after { content: \" ( \\\" ; }  /* no */ \" }") ==
        "a::after{content:\" ( \\\" ; }  /* no */ \"}");
  CHECK(short_css("a { b: 'x  y' }") == "a{b:'x  y'}");
}

TEST_CASE("a style sheet that ends too soon is cut nowhere and read no further") {
  CHECK(short_css("") == "");
  CHECK(short_css("a { b: c } /* open") == "a{b:c}");
  CHECK(short_css("/*") == "");
  CHECK(short_css("a { b: \"open") == "a{b:\"open");
  CHECK(short_css("a { b: \"open\\") == "a{b:\"open\\");
}
