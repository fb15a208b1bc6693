#include "register/filter_data.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/text.h"
#include "port/json.h"

namespace framewright {

namespace {

// The contracts in the order of the parts, and where each stands in every facet.
class FilterData {
public:
  explicit FilterData(std::shared_ptr<const RegisterLists> lists);

  std::size_t parts() const { return (order_.size() + rows_of_part - 1) / rows_of_part; }
  void write_parts(const ByteSink& sink) const;
  void write_part(std::size_t part, const ByteSink& sink) const;

private:
  std::span<const ContractIndex> part(std::size_t number) const;
  void write_facets(JsonWriter& json) const;
  void write_part_values(std::size_t part, JsonWriter& json) const;
  void write_row(ContractIndex index, JsonWriter& json) const;
  std::string suppliers(const Contract& contract) const;

  std::shared_ptr<const RegisterLists> lists_;
  std::vector<FacetPlaces> places_;  // by facet
  std::vector<ContractIndex> order_;
};

FilterData::FilterData(std::shared_ptr<const RegisterLists> lists) : lists_(std::move(lists)) {
  const std::size_t count = lists_->contracts().contracts.size();
  for (const Facet& facet : lists_->facets()) places_.emplace_back(facet, count);
  order_ = lists_->orders()[ContractOrder::start];
  std::stable_sort(order_.begin(), order_.end(), [&](ContractIndex a, ContractIndex b) {
    return lists_->contracts().contracts[a].department < lists_->contracts().contracts[b].department;
  });
}

std::span<const ContractIndex> FilterData::part(std::size_t number) const {
  const std::size_t begin = number * rows_of_part;
  return std::span(order_).subspan(begin, std::min(rows_of_part, order_.size() - begin));
}

void FilterData::write_facets(JsonWriter& json) const {
  json.key("facets").begin_array();
  for (const Facet& facet : lists_->facets()) {
    json.begin_object().field("name", facet.name).field("label", facet.label).key("values").begin_array();
    for (const FacetValue& value : facet.values)
      json.begin_object()
          .field("slug", value.slug)
          .field("label", value.label)
          .field("contracts", value.contracts.size())
          .field("pence", value.total.value.pence)
          .end_object();
    json.end_array().end_object();
  }
  json.end_array();
}

void FilterData::write_part_values(std::size_t number, JsonWriter& json) const {
  for (const FacetPlaces& places : places_) {
    std::set<std::uint16_t> found;
    for (const ContractIndex index : part(number))
      for (const std::uint16_t place : places.of(index)) found.insert(place);
    json.begin_array();
    for (const std::uint16_t place : found) json.value(place);
    json.end_array();
  }
}

void FilterData::write_parts(const ByteSink& sink) const {
  std::string out;
  JsonWriter json(out);
  json.begin_object();
  write_facets(json);
  json.key("parts").begin_array();
  for (std::size_t number = 0; number < parts(); ++number) {
    json.begin_object().field("file", "part-" + std::to_string(number + 1) + ".json");
    json.field("rows", part(number).size()).key("values").begin_array();
    write_part_values(number, json);
    json.end_array().end_object();
  }
  json.end_array().end_object();
  sink(out);
}

std::string FilterData::suppliers(const Contract& contract) const {
  std::vector<std::string> names;
  for (const ItemId supplier : published_links(lists_->contracts(), contract.item, "supplier"))
    names.push_back(lists_->model().name(supplier));
  if (names.empty()) return std::string(words_for_nothing(lists_->contracts(), contract, "supplier"));
  return join(names, "; ");
}

void FilterData::write_row(ContractIndex index, JsonWriter& json) const {
  const Contract& contract = lists_->contracts().contracts[index];
  const Item& item = lists_->model().items[contract.item];
  json.begin_array().value(item.address).value(lists_->model().name(contract.item)).value(item.id);
  json.value(suppliers(contract));
  if (contract.value)
    json.value(contract.value->pence);
  else
    json.value(words_for_no_value(lists_->contracts(), contract));
  json.value(contract.start ? iso_date(*contract.start)
                            : std::string(words_for_nothing(lists_->contracts(), contract, "start")));
  json.value(contract.end && !contract.open_ended ? iso_date(*contract.end)
                                                  : words_for_no_end(lists_->contracts(), contract));
  json.begin_array();
  for (const FacetPlaces& places : places_) {
    json.begin_array();
    for (const std::uint16_t place : places.of(index)) json.value(place);
    json.end_array();
  }
  json.end_array().end_array();
}

void FilterData::write_part(std::size_t number, const ByteSink& sink) const {
  std::string out;
  JsonWriter json(out);
  json.begin_array();
  for (const ContractIndex index : part(number)) {
    write_row(index, json);
    if (out.size() > 65536) {
      sink(out);
      out.clear();
    }
  }
  json.end_array();
  sink(out);
}

}  // namespace

void plan_filter_data(const std::shared_ptr<const RegisterLists>& lists, SitePlan& plan) {
  const auto data = std::make_shared<const FilterData>(lists);
  const auto add = [&](const std::string& name, std::function<void(const ByteSink&)> write) {
    PlannedFile file;
    file.file = lists->root() + "data/" + name;
    file.title = name;
    file.media_type = "application/json";
    file.write = std::move(write);
    file.listed = false;
    plan.files.push_back(std::move(file));
  };
  add("parts.json", [data](const ByteSink& sink) { data->write_parts(sink); });
  for (std::size_t part = 0; part < data->parts(); ++part)
    add("part-" + std::to_string(part + 1) + ".json",
        [data, part](const ByteSink& sink) { data->write_part(part, sink); });
}

}  // namespace framewright
