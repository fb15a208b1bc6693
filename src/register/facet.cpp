#include "register/facet.h"

#include <algorithm>
#include <functional>
#include <set>
#include <unordered_map>

#include "base/text.h"
#include "model/cpv.h"
#include "port/unicode.h"

namespace framewright {

namespace {

// What a value is called, and its part of an address where that is not made of its name.
struct Label {
  std::string text;
  std::string slug;

  explicit Label(std::string label, std::string own_slug = {}) : text(std::move(label)), slug(std::move(own_slug)) {}
};
using Labels = std::vector<Label>;  // of one contract; none: not known
enum class ValueOrder { declared, by_value, newest };

constexpr std::string_view not_known = "Not known";

// How one facet reads a contract, and in which order its values stand.
struct FacetDef {
  Facet facet;
  ValueOrder order = ValueOrder::declared;
  Labels declared;
  std::function<Labels(const Contract&)> labels_of;
};

Labels categories_of(const Register& contracts, const Contract& contract) {
  const Item& item = contracts.item(contract);
  Labels labels;
  for (const std::string& code : text_list_field(item, contracts.model->type(item), "cpv")) {
    const std::string division(cpv_division(code));
    const bool told =
        std::any_of(labels.begin(), labels.end(), [&](const Label& label) { return label.slug == division; });
    if (!told) labels.emplace_back(category_label(code), division);
  }
  return labels;
}

Labels answer_label(Answer answer) {
  return answer == Answer::unknown ? Labels{} : Labels{Label(answer == Answer::yes ? "Yes" : "No")};
}

Labels choice_label(const Register& contracts, const Contract& contract, std::string_view field) {
  const Item& item = contracts.item(contract);
  const std::string* choice = text_field(item, contracts.model->type(item), field);
  return choice == nullptr ? Labels{} : Labels{Label(capitalised(*choice))};
}

Labels choices(const Register& contracts, std::string_view field) {
  const auto type = contracts.model->schema->find("contract");
  const FieldDef* def = type ? contracts.model->schema->types[*type].field(field) : nullptr;
  Labels labels;
  if (def != nullptr)
    for (const std::string& choice : def->choices) labels.emplace_back(capitalised(choice));
  return labels;
}

std::vector<FacetDef> definitions(const Register& contracts) {
  std::vector<FacetDef> defs;
  const auto add = [&](Facet facet, ValueOrder order, Labels declared, std::function<Labels(const Contract&)> of) {
    defs.push_back({std::move(facet), order, std::move(declared), std::move(of)});
  };
  add({"department", "departments", "Department", "Contracts by department", "", false, {}, {}}, ValueOrder::by_value,
      {}, [&](const Contract& c) {
        return c.department == no_department ? Labels{} : Labels{Label(contracts.departments[c.department])};
      });
  add({"category",
       "categories",
       "Category",
       "Contracts by category",
       "The categories are the divisions of the Common Procurement Vocabulary. A contract with codes of several "
       "categories counts in each, so the rows add up to more than the register.",
       true,
       {},
       {}},
      ValueOrder::by_value, {}, [&](const Contract& c) { return categories_of(contracts, c); });
  add({"stage", "stages", "Stage", "Contracts by stage", "", false, {}, {}}, ValueOrder::declared,
      {Label("Planned"), Label("Active"), Label("Ended"), Label("Terminated")},
      [](const Contract& c) { return Labels{Label(capitalised(contract_stage_name(c.stage)))}; });
  add({"procedure",
       "procedures",
       "Procedure",
       "Contracts by procedure",
       "The procedure is how the supplier was chosen.",
       false,
       {},
       {}},
      ValueOrder::declared, choices(contracts, "procedure"),
      [&](const Contract& c) { return choice_label(contracts, c, "procedure"); });
  add({"year",
       "years",
       "Year of start",
       "Contracts by year of start",
       "The whole value of a contract counts in the year in which it starts.",
       false,
       {},
       {}},
      ValueOrder::newest, {}, [](const Contract& c) {
        return c.start ? Labels{Label(std::to_string(static_cast<int>(c.start->year())))} : Labels{};
      });
  add({"small",
       "small-suppliers",
       "Small or medium supplier",
       "Contracts with small and medium suppliers",
       "Whether a supplier is a small or medium business.",
       false,
       {},
       {}},
      ValueOrder::declared, {Label("Yes"), Label("No")}, [](const Contract& c) { return answer_label(c.sme); });
  add({"voluntary",
       "voluntary-suppliers",
       "Voluntary supplier",
       "Contracts with voluntary suppliers",
       "Whether a supplier is voluntary, of the community or a social enterprise.",
       false,
       {},
       {}},
      ValueOrder::declared, {Label("Yes"), Label("No")}, [](const Contract& c) { return answer_label(c.vcse); });
  return defs;
}

bool stands_before(const FacetValue& a, const FacetValue& b, ValueOrder order) {
  const bool last_a = a.label == not_known, last_b = b.label == not_known;
  if (last_a != last_b) return last_b;
  if (order == ValueOrder::by_value && a.total.value != b.total.value) return a.total.value > b.total.value;
  return order == ValueOrder::newest ? a.label > b.label : order == ValueOrder::by_value && a.label < b.label;
}

// Different labels may leave the same slug.
void give_slugs(std::vector<FacetValue>& values) {
  std::set<std::string> taken;
  for (FacetValue& value : values) {
    std::string slug = value.slug.empty() ? heading_slug(value.label) : value.slug;
    if (slug.empty() || slug == "page") slug = "value";
    value.slug = slug;
    for (int number = 2; !taken.insert(value.slug).second; ++number) value.slug = slug + "-" + std::to_string(number);
  }
}

// Items are read in their own order, and the values gathered in that of the titles from what was found.
Facet find_facet(FacetDef def, const Register& contracts, const std::vector<ContractIndex>& titles) {
  std::vector<FacetValue>& values = def.facet.values;
  std::unordered_map<std::string, std::uint16_t> known;
  const auto place_of = [&](const Label& label) {
    const auto [entry, fresh] = known.try_emplace(label.text, static_cast<std::uint16_t>(values.size()));
    if (fresh) values.push_back({label.slug, label.text, {}, {}});
    return entry->second;
  };
  for (const Label& label : def.declared) place_of(label);
  std::vector<std::uint16_t> places;
  std::vector<std::size_t> starts{0};
  for (const Contract& contract : contracts.contracts) {
    Labels labels = def.labels_of(contract);
    if (labels.empty()) labels.emplace_back(std::string(not_known));
    for (const Label& label : labels) places.push_back(place_of(label));
    starts.push_back(places.size());
  }
  for (const ContractIndex index : titles)
    for (std::size_t i = starts[index]; i < starts[index + 1]; ++i) {
      values[places[i]].contracts.push_back(index);
      add_to(values[places[i]].total, contracts, index);
    }
  std::erase_if(values, [](const FacetValue& value) { return value.contracts.empty(); });
  std::stable_sort(values.begin(), values.end(),
                   [&](const FacetValue& a, const FacetValue& b) { return stands_before(a, b, def.order); });
  give_slugs(values);
  for (std::size_t i = 0; i < values.size(); ++i) def.facet.by_label.emplace(values[i].label, i);
  return std::move(def.facet);
}

}  // namespace

const FacetValue* Facet::find(const std::string& value_label) const {
  const auto found = by_label.find(value_label);
  return found == by_label.end() ? nullptr : &values[found->second];
}

std::string category_label(std::string_view cpv) {
  const std::string_view name = cpv_division_name(cpv_division(cpv));
  return name.empty() ? "CPV division " + std::string(cpv_division(cpv)) : std::string(name);
}

std::vector<Facet> find_facets(const Register& contracts, const std::vector<ContractIndex>& titles) {
  std::vector<Facet> facets;
  for (FacetDef& def : definitions(contracts)) {
    def.facet.address = register_root(contracts) + def.facet.address + "/";
    facets.push_back(find_facet(std::move(def), contracts, titles));
  }
  return facets;
}

FacetPlaces::FacetPlaces(const Facet& facet, std::size_t contracts) : starts_(contracts + 1, 0) {
  for (const FacetValue& value : facet.values)
    for (const ContractIndex contract : value.contracts) ++starts_[contract + 1];
  for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
  places_.resize(starts_.back());
  std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
  for (std::size_t place = 0; place < facet.values.size(); ++place)
    for (const ContractIndex contract : facet.values[place].contracts)
      places_[next[contract]++] = static_cast<std::uint16_t>(place);
}

}  // namespace framewright
