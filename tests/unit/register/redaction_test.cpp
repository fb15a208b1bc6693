#include "register/redaction.h"

#include <doctest/doctest.h>

#include "model/removal.h"
#include "unit/site.h"

using namespace framewright;

namespace {

const std::string supplier = "[s]\ntitle = \"S\"\n";

Files site(const std::string& redactions) {
  const std::string contract =
      "[C-1]\ntitle = \"One\"\ndescription = \"x\"\ndepartment = \"x\"\nsupplier = [\"s\"]\nvalue_net = 1000\n"
      "vat_irrecoverable = 0\nstart = 2026-01-01\nend = 2030-12-31\nreview = 2030-06-30\nprocedure = \"quote\"\n"
      "sme = \"yes\"\nvcse = \"yes\"\ntext = \"See [[C-2]] and [[Home]].\"\n"
      "kpis = [{ name = \"Ready\", target = \"9\" }, { name = \"Repaired\" }]\nnotices = [{ code = \"UK6\" }]\n";
  return {{"content/register/contracts.toml",
           contract + redactions + "\n[C-2]\ntitle = \"Two\"" + contract.substr(19, contract.find("text =") - 19)},
          {"content/register/suppliers.toml", supplier},
          {"content/index.md", page("title = \"Home\"", "See [[One]] and ¶.\n\n```{list}\nselect = \"kpi\"\n```")}};
}

std::string redaction(const std::string& field) {
  return "[[C-1.redactions]]\nfield = \"" + field + "\"\nreason = \"r\"\n";
}

Model copy_of_redacted(const TestSite& from, std::vector<std::string>* texts = nullptr) {
  Model model = from.model();
  auto withheld = redact(model, generic_filters(), "%e %B %Y");
  if (texts != nullptr) *texts = std::move(withheld);
  return model;
}

std::string ids(const Model& model, std::string_view type) {
  std::string out;
  for (const ItemId item : model.of_type(*model.schema->find(type))) out += model.items[item].id + " ";
  return out;
}

ItemId first(const Model& model) { return model.find(*model.schema->find("contract"), "C-1"); }

}  // namespace

TEST_CASE("a model without redactions stays as it is") {
  const TestSite given(site(""));
  CHECK(!has_redactions(given.model()));
  CHECK(copy_of_redacted(given).items.size() == given.model().items.size());
}

TEST_CASE("withheld nested items go, and the others keep what they say") {
  const TestSite given(site(redaction("kpis")));
  CHECK(has_redactions(given.model()));
  const Model model = copy_of_redacted(given);
  CHECK(ids(given.model(), "kpi") == "C-1.1 C-1.2 ");
  CHECK(ids(model, "kpi") == "");
  CHECK(model.items.size() == given.model().items.size() - 2);
  CHECK(model.nested_in(first(model)).size() == 2);  // the notice and the redaction
  for (const ItemId nested : model.nested_in(first(model))) CHECK(model.items[nested].parent == first(model));
  const ItemId home = model.find_page("index");
  CHECK(model.texts[model.items[home].body].directives.front().selections.front().second.empty());
  CHECK(withholds_something(model, first(model)));
  CHECK(!withholds_something(model, home));
}

TEST_CASE("withheld links go from both ends") {
  const TestSite given(site(redaction("supplier")));
  const Model model = copy_of_redacted(given);
  const ItemId held = model.find(*model.schema->find("supplier"), "s");
  REQUIRE(model.links_to(held).size() == 1);
  CHECK(model.items[model.links[model.links_to(held).front()].from].id == "C-2");
}

TEST_CASE("a withheld text takes its mentions along") {
  const TestSite given(site(redaction("text")));
  const ItemId second = given.model().find(*given.model().schema->find("contract"), "C-2");
  CHECK(given.model().mentions_of(second).size() == 1);
  const Model model = copy_of_redacted(given);
  CHECK(model.mentions_of(model.find(*model.schema->find("contract"), "C-2")).empty());
  CHECK(model.items[first(model)].body == no_text);
}

TEST_CASE("a withheld field with Markdown in it takes its mentions along") {
  Files files = site(redaction("description"));
  std::string& contracts = files["content/register/contracts.toml"];
  contracts.replace(contracts.find("\"x\""), 3, "\"As in [[s]]\"");
  const TestSite given(std::move(files));
  const TypeId suppliers = *given.model().schema->find("supplier");
  CHECK(given.model().mentions_of(given.model().find(suppliers, "s")).size() == 1);
  const Model model = copy_of_redacted(given);
  CHECK(model.mentions_of(model.find(suppliers, "s")).empty());
}

TEST_CASE("a reference by a withheld title reads the id") {
  std::vector<std::string> texts;
  const TestSite given(site(redaction("title")));
  const Model model = copy_of_redacted(given, &texts);
  CHECK(model.name(first(model)) == "Title withheld");
  const Document& home = model.texts[model.items[model.find_page("index")].body].document;
  CHECK(plain_text(home, 1) == "See C-1 and ¶.");
}

TEST_CASE("the texts that are withheld are told, but for choices and what is too short to say anything") {
  std::vector<std::string> texts;
  const TestSite given(site(redaction("value_net") + redaction("sme") + redaction("start") + redaction("description")));
  (void)copy_of_redacted(given, &texts);
  CHECK(texts == std::vector<std::string>{"£1,000", "1000.00", "2026-01-01", "1 January 2026"});
}

TEST_CASE("items are taken out with what is nested in them and what leads to them") {
  const TestSite given(site(""));
  Model model = given.model();
  std::vector<bool> gone(model.items.size(), false);
  gone[first(model)] = true;
  remove_items(model, std::move(gone));
  CHECK(ids(model, "contract") == "C-2 ");
  CHECK(ids(model, "kpi") == "");
  for (const Link& link : model.links) CHECK(link.from < model.items.size());
  const Text& home = model.texts[model.items[model.find_page("index")].body];
  CHECK(home.targets.front().kind == Target::Kind::unresolved);
  CHECK(model.items[home.owner].title == "Home");
}
