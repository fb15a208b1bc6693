#include "search/search_plan.h"

#include <doctest/doctest.h>

#include "register/redaction.h"
#include "unit/site.h"

using namespace framewright;

namespace {

// All that a search of a site holds, its page's included, in the order of its files.
std::string search_of(const Model& model, const Config& config, bool drafts = false) {
  SitePlan plan;
  plan_search(model, config, drafts, plan);
  std::string all;
  for (const PlannedFolder& folder : plan.folders)
    folder.write(1, [&](std::string_view name, std::string_view bytes) {
      all += std::string(name) + "\n" + std::string(bytes);
    });
  Arena arena;
  for (const PlannedPage& page : plan.pages) {
    Table context;
    page.fill(context, arena);
    const Value index = context.member("index");
    all += *index.get<std::string_view>();
  }
  return all;
}

std::string search_of(const TestSite& site, bool drafts = false) {
  return search_of(site.model(), site.config(), drafts);
}

// How many pages a term of few pages has, in any tier: each is one byte of its lists.
std::size_t posting_count(const std::string& all, const std::string& term) {
  std::size_t at = all.find(static_cast<char>(term.size()) + term + '\0');
  if (at == std::string::npos) return 0;
  at += term.size() + 2;
  std::size_t count = 0;
  for (int list = 0; list < 3; ++list) {
    const std::size_t bytes = static_cast<unsigned char>(all[at]) / 2;
    count += bytes;
    at += bytes + 1;
  }
  return count;
}

Files standards(std::string_view front_matter, std::string_view text = "Words.\n", std::string_view config = {}) {
  return {{"site.toml", "title = \"Test\"\n" + std::string(config)},
          {"content/standards/S1.md", "+++\n" + std::string(front_matter) + "+++\n\n" + std::string(text)}};
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a result is a title, an address, a kind and an excerpt") {
  const TestSite site(standards("title = 'Safe & \\<sound>'\n", "The *first* words.\n"));
  const std::string found = search_of(site);
  CHECK(has(found, "\"Standard 1: Safe & <sound>\",\"standards/S1/\","));
  CHECK(has(found, ",\"The first words.\"]"));
}

TEST_CASE("titles, fields and the text are searched") {
  const std::string found = search_of(TestSite(standards(
      "title = \"Badgers\"\nsummary = \"Weasels\"\n", "## Otters\n\n- Stoats\n\n| Minks |\n| --- |\n| Martens |\n")));
  for (const std::string_view term : {"badger", "weasel", "otter", "stoat", "mink", "marten"}) {
    CAPTURE(term);
    CHECK(has(found, std::string(1, static_cast<char>(term.size())) + std::string(term)));
  }
}

TEST_CASE("what is withheld is searched for in vain") {
  const TestSite site({{"content/register/contracts.toml",
                        "[C-1]\ntitle = \"Badgers\"\ndescription = \"Weasels\"\nsupplier = \"s\"\n"
                        "kpis = [{ name = \"Otters\" }]\n"
                        "[[C-1.redactions]]\nfield = \"title\"\nreason = \"Commercial\"\n"
                        "[[C-1.redactions]]\nfield = \"description\"\nreason = \"Commercial\"\n"
                        "[[C-1.redactions]]\nfield = \"supplier\"\nreason = \"Commercial\"\n"
                        "[[C-1.redactions]]\nfield = \"kpis\"\nreason = \"Commercial\"\n"},
                       {"content/register/suppliers.toml", "[s]\ntitle = \"Stoats\"\n"}});
  const std::string open = search_of(site.model(), site.config());
  Model model = site.model();
  redact(model, generic_filters(), "%e %B %Y");
  const std::string found = search_of(model, site.config());
  for (const std::string_view word : {"adger", "easel", "tter"}) {
    CAPTURE(word);
    CHECK(has(open, word));
    CHECK_FALSE(has(found, word));
  }
  CHECK(has(found, "commercial"));
  // The supplier has a result of its own, and no other page is listed under its name.
  CHECK(posting_count(open, "stoat") == 2);
  CHECK(posting_count(found, "stoat") == 1);
}

TEST_CASE("drafts are searched in a draft alone") {
  const TestSite site(standards("title = \"Badgers\"\ndraft = true\n"));
  CHECK_FALSE(has(search_of(site), "adger"));
  CHECK(has(search_of(site, true), "badger"));
}

TEST_CASE("a type that is left out is not searched") {
  CHECK(has(search_of(TestSite(standards("title = \"Badgers\"\n"))), "badger"));
  CHECK_FALSE(
      has(search_of(TestSite(standards("title = \"Badgers\"\n", "x\n", "[search]\nleave_out = [\"standard\"]\n"))),
          "badger"));
}

TEST_CASE("a type that is left out must be one") {
  const TestSite site(standards("title = \"Badgers\"\n", "x\n", "[search]\nleave_out = [\"standrad\"]\n"));
  CHECK(site.messages("bad-config") ==
        "site.toml:3:13: error[bad-config]: there is no type \"standrad\" to leave out of the search\n"
        "   3 | leave_out = [\"standrad\"]\n"
        "     |             ^^^^^^^^^^^^ did you mean \"standard\"?\n"
        "  help: list the types with `framewright types`\n");
}

TEST_CASE("a site that has its search off has none") {
  const TestSite site(standards("title = \"Badgers\"\n", "x\n", "[search]\nenabled = false\n"));
  SitePlan plan;
  plan_search(site.model(), site.config(), false, plan);
  CHECK(plan.pages.empty());
  CHECK(plan.folders.empty());
}
