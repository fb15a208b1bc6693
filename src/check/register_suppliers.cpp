#include <string>
#include <unordered_map>
#include <unordered_set>

#include "base/text.h"
#include "check/contract_view.h"
#include "check/inspection.h"
#include "check/supplier_names.h"
#include "check/wording.h"

namespace framewright {

namespace {

using Field = ContractField;

struct Numbers {
  const std::string* company = nullptr;
  const std::string* charity = nullptr;
};

Numbers numbers_of(const Model& model, const Item& item) {
  return {text_field(item, model.type(item), "company_number"), text_field(item, model.type(item), "charity_number")};
}

bool lacks_numbers(const Model& model, const Item& item) {
  const auto [company, charity] = numbers_of(model, item);
  return company == nullptr && charity == nullptr && !item.incomplete &&
         !item.was_refused(model.type(item), "company_number") && !item.was_refused(model.type(item), "charity_number");
}

// One of the two took the place of the other: a company that changed its name keeps its number.
bool succeeds(const Model& model, ItemId one, ItemId other) {
  const auto leads = [&](ItemId from, ItemId to) {
    for (const Link& link : model.links_from(from))
      if (link.to == to && model.schema->links[link.link].name == "successor") return true;
    return false;
  };
  return leads(one, other) || leads(other, one);
}

void check_name(const std::string& name, Span where, const std::string& draft, Diagnostics& diagnostics) {
  if (trim(name).empty()) return;  // missing-field
  if (is_placeholder_name(name)) {
    diagnostics.warning("placeholder-supplier", where, quoted(name) + " is not the name of an organisation").help =
        "write who it is; until that is known, keep " + draft;
  } else if (names_several(name)) {
    diagnostics.warning("several-organisations", where, quoted(name) + " seems to name more than one organisation")
        .help = "make each a supplier of its own, and name all of them: a contract may have several";
  }
}

// Finds suppliers that share a number. Each is held against the first that has it.
class SharedNumbers {
public:
  SharedNumbers(const Model& model, std::string field, std::string words, Diagnostics& diagnostics)
      : model_(model), field_(std::move(field)), words_(std::move(words)), diagnostics_(diagnostics) {}

  // Whether it was reported.
  bool add(ItemId id) {
    const Item& item = model_.items[id];
    const std::string* number = text_field(item, model_.type(item), field_);
    if (number == nullptr) return false;
    const auto [first, fresh] = first_.try_emplace(*number, id);
    if (fresh || succeeds(model_, first->second, id)) return false;
    const Item& other = model_.items[first->second];
    Diagnostic& d = diagnostics_.warning(
        "shared-supplier-number", item.field(model_.type(item), field_)->where,
        item_words(model_, id) + " has the " + words_ + " of " + item_words(model_, first->second));
    d.notes.push_back({other.field(model_.type(other), field_)->where, "it stands here first"});
    d.help = "keep one of them, with the other name in also; or mend the number";
    return true;
  }

private:
  const Model& model_;
  std::string field_, words_;
  Diagnostics& diagnostics_;
  std::unordered_map<std::string, ItemId> first_;
};

// Two organisations, whatever their names are.
bool are_distinct(const Model& model, ItemId one, ItemId other) {
  const Numbers a = numbers_of(model, model.items[one]), b = numbers_of(model, model.items[other]);
  const auto differ = [](const std::string* x, const std::string* y) {
    return x != nullptr && y != nullptr && *x != *y;
  };
  return differ(a.company, b.company) || differ(a.charity, b.charity) || succeeds(model, one, other);
}

void check_suppliers(const Model& model, Diagnostics& diagnostics) {
  SharedNumbers companies(model, "company_number", "company number", diagnostics);
  SharedNumbers charities(model, "charity_number", "charity number", diagnostics);
  std::unordered_map<std::string, ItemId> names;
  for (const ItemId id : items_named(model, "supplier")) {
    const Item& item = model.items[id];
    if (!item.draft) check_name(item.title, item.title_where, "it and its contracts drafts: draft = true", diagnostics);
    const bool same_company = companies.add(id);
    const bool same_charity = !same_company && charities.add(id);
    if (trim(item.title).empty() || is_placeholder_name(item.title)) continue;
    const auto [first, fresh] = names.try_emplace(folded_supplier_name(item.title), id);
    if (fresh || same_company || same_charity || are_distinct(model, first->second, id)) continue;
    Diagnostic& d = diagnostics.info(
        "similar-supplier-names", item.title_where,
        item_words(model, id) + " may be the same organisation as " + item_words(model, first->second));
    d.notes.push_back({model.items[first->second].title_where, "the other name stands here"});
    d.help = "if they are one, keep one of them, with the other name in also; if not, give both their numbers";
  }
}

// Only one of several suppliers need have a number: `sme` and `vcse` do not say which of them they are about.
void check_numbers_given(const Model& model, Diagnostics& diagnostics) {
  const ContractViews contracts(model);
  std::unordered_set<ItemId> reported;
  for (const ItemId id : contracts.ids()) {
    const ContractView contract = contracts[id];
    const bool sme = contract.is(Field::sme, "yes");
    if (!sme && !contract.is(Field::vcse, "yes")) continue;
    const auto suppliers = contract.links(ContractLink::supplier);
    bool all = !suppliers.empty() && !contract.item().leads_nowhere;
    for (const Link* link : suppliers) all = all && lacks_numbers(model, model.items[link->to]);
    if (!all || !reported.insert(suppliers.front()->to).second) continue;
    const Item& supplier = model.items[suppliers.front()->to];
    Diagnostic& d = diagnostics.warning("missing-supplier-number", place_of(supplier),
                                        "this supplier has neither company_number nor charity_number");
    d.label = std::string("it is said to be ") + (sme ? "small or medium" : "voluntary or a social enterprise");
    d.notes.push_back({contract.where(sme ? Field::sme : Field::vcse), "it is said here"});
    d.help = "add the number at Companies House or at the charity regulator; waive this for a group that has none";
  }
}

void check_recipients(const Model& model, Diagnostics& diagnostics) {
  for (const ItemId id : items_named(model, "grant")) {
    const Item& grant = model.items[id];
    if (const std::string* name = text_field(grant, model.type(grant), "recipient"); name != nullptr && !grant.draft)
      check_name(*name, grant.field(model.type(grant), "recipient")->where, "the grant a draft: draft = true",
                 diagnostics);
  }
}

}  // namespace

void check_register_suppliers(const Inspection& site, Diagnostics& diagnostics) {
  check_suppliers(site.model, diagnostics);
  check_numbers_given(site.model, diagnostics);
  check_recipients(site.model, diagnostics);
}

}  // namespace framewright
