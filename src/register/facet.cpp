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

constexpr std::string_view not_known = "not-known";  // as the part of an address

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
    if (!told) labels.emplace_back(category_label(code, contracts.config->words), division);
  }
  return labels;
}

Labels answer_label(Answer answer, const Words& words) {
  if (answer == Answer::unknown) return {};
  const bool yes = answer == Answer::yes;
  return {Label(capitalised(words.yes_or_no(yes)), yes ? "yes" : "no")};
}

// Named in the language of the site; its address is the same in all.
Label choice_label(std::string_view choice, const Words& words) {
  return Label(capitalised(words.choice(choice)), heading_slug(choice));
}

Labels procedures_of(const Register& contracts, const Contract& contract) {
  const Item& item = contracts.item(contract);
  const std::string* procedure = text_field(item, contracts.model->type(item), "procedure");
  return procedure == nullptr ? Labels{} : Labels{choice_label(*procedure, contracts.config->words)};
}

Labels all_procedures(const Register& contracts) {
  const auto type = contracts.model->schema->find("contract");
  const FieldDef* def = type ? contracts.model->schema->types[*type].field("procedure") : nullptr;
  Labels labels;
  if (def != nullptr)
    for (const std::string& choice : def->choices) labels.push_back(choice_label(choice, contracts.config->words));
  return labels;
}

std::vector<FacetDef> definitions(const Register& contracts) {
  const Words& words = contracts.config->words;
  std::vector<FacetDef> defs;
  const auto add = [&](std::string_view name, std::string_view folder, ValueOrder order, Labels declared,
                       std::function<Labels(const Contract&)> of) {
    Facet facet;
    facet.name = name;
    facet.address = folder;
    facet.label = words.text("facet." + std::string(name));
    facet.title = words.text("facet." + std::string(name) + "_title");
    if (words.find("facet", std::string(name) + "_says") != nullptr)
      facet.note = words.text("facet." + std::string(name) + "_says");
    facet.many = name == "category";
    defs.push_back({std::move(facet), order, std::move(declared), std::move(of)});
  };
  const Labels answers{answer_label(Answer::yes, words).front(), answer_label(Answer::no, words).front()};
  const auto stage = [&](ContractStage each) { return choice_label(contract_stage_name(each), words); };
  add("department", "departments", ValueOrder::by_value, {}, [&](const Contract& c) {
    return c.department == no_department ? Labels{} : Labels{Label(contracts.departments[c.department])};
  });
  add("category", "categories", ValueOrder::by_value, {},
      [&](const Contract& c) { return categories_of(contracts, c); });
  add("stage", "stages", ValueOrder::declared,
      {stage(ContractStage::planned), stage(ContractStage::active), stage(ContractStage::ended),
       stage(ContractStage::terminated)},
      [stage](const Contract& c) { return Labels{stage(c.stage)}; });
  add("procedure", "procedures", ValueOrder::declared, all_procedures(contracts),
      [&](const Contract& c) { return procedures_of(contracts, c); });
  add("year", "years", ValueOrder::newest, {}, [](const Contract& c) {
    return c.start ? Labels{Label(std::to_string(static_cast<int>(c.start->year())))} : Labels{};
  });
  add("small", "small-suppliers", ValueOrder::declared, answers,
      [&words](const Contract& c) { return answer_label(c.sme, words); });
  add("voluntary", "voluntary-suppliers", ValueOrder::declared, answers,
      [&words](const Contract& c) { return answer_label(c.vcse, words); });
  return defs;
}

bool stands_before(const FacetValue& a, const FacetValue& b, ValueOrder order) {
  const bool last_a = a.slug == not_known, last_b = b.slug == not_known;
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
    if (labels.empty()) labels.emplace_back(contracts.config->words.text("value.not_known"), std::string(not_known));
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

std::string category_label(std::string_view cpv, const Words& words) {
  const std::string_view division = cpv_division(cpv);
  const std::string key = "cpv " + std::string(division);
  const std::string_view own = words.choice(key);
  const std::string_view name = own == key ? cpv_division_name(division) : own;
  return name.empty() ? words.text("facet.division", {division}) : std::string(name);
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
