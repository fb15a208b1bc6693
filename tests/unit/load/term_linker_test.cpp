#include "load/term_linker.h"

#include <doctest/doctest.h>

#include "unit/load/read_site.h"

using namespace framewright;
using namespace framewright::test;

namespace {

// The uses of terms in a text: "words>id", with ~ for one that may be no link and * for an abbreviation.
std::string uses(const std::string& text, const std::string& settings = {}) {
  ReadSite site{
      {"site.toml", "title = \"T\"\n" + settings},
      {"content/a.md", md("title = \"A\"", text)},
      {"content/glossary.toml",
       "[cohort]\ntitle = \"Cohort\"\n[needs]\ntitle = \"Needs assessment\"\nabbreviation = \"NA\"\n"
       "also = [\"needs study\"]\n[duty]\ntitle = \"Best *value* duty\"\n[none]\nabbreviation = \"\"\ntext = \"x\"\n"}};
  std::string out;
  const Text& body = site.body("page", "a");
  for (const TermUse& use : body.terms)
    out += (use.linkable ? "" : "~") +
           std::string(body.document.text(body.document.nodes[use.node]).substr(use.begin, use.size)) +
           (use.abbreviation ? "*" : "") + ">" + site.model().items[use.term].id + " ";
  return out;
}

}  // namespace

TEST_CASE("terms are found by title, other name, plural and abbreviation, as whole words") {
  CHECK(uses("A cohort, cohorts, a Needs  study, an NA and NAs; not na, nor cohorted, nor best value duty? Best value "
             "duties.") ==
        "cohort>cohort cohorts>cohort Needs  study>needs NA*>needs NAs*>needs best value duty>duty Best value "
        "duties>duty ");
}

TEST_CASE("a term in a heading, a link, a quotation, a picture or code is no link") {
  CHECK(uses("## The cohort\n\n[cohort](https://a.example) [[cohort]] [[cohort|cohort]] `cohort` ![cohort](x.png)\n\n> "
             "cohort\n\n"
             "| cohort |\n| --- |\n| cohort |\n\n- *cohort*\n") ==
        "~cohort>cohort ~cohort>cohort ~cohort>cohort ~cohort>cohort ~cohort>cohort ~cohort>cohort cohort>cohort "
        "cohort>cohort ");
}

TEST_CASE("a site may have no links made of terms") {
  CHECK(uses("A cohort.", "[markdown]\nlink_terms = false\n") == "~cohort>cohort ");
}
