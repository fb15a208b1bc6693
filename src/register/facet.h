#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "register/register.h"

namespace framewright {

// One value of a facet, such as a department, with its contracts in the order of their titles.
struct FacetValue {
  std::string slug;  // of its address and of the filter's query: "public-health"
  std::string label;
  std::vector<ContractIndex> contracts;
  Total total;
};

// One way in which the register is parted. Each contract stands in one value, or in each of several where `many`; what
// is not said of it is a value too, "Not known", the last one. Values without contracts are left out.
struct Facet {
  std::string_view name;   // "department"
  std::string address;     // "register/departments/"
  std::string_view label;  // "Department"
  std::string_view title;  // "Contracts by department"
  std::string_view note;   // what a reader must know of the count; may be empty
  bool many = false;
  std::vector<FacetValue> values;
  std::unordered_map<std::string, std::size_t> by_label;  // places in `values`

  const FacetValue* find(const std::string& value_label) const;
  std::string address_of(const FacetValue& value) const { return address + value.slug + "/"; }
};

// Department, category (the division of the CPV code), stage, procedure, year of the start, small or medium suppliers,
// and voluntary suppliers. Departments and categories stand by value, the highest first, years the newest first, others
// as they are declared. `titles` is the order of titles.
std::vector<Facet> find_facets(const Register& contracts, const std::vector<ContractIndex>& titles);

// What the category of a CPV code is called.
std::string category_label(std::string_view cpv, const Words& words);

// By contract, the places of its values in Facet::values.
class FacetPlaces {
public:
  FacetPlaces(const Facet& facet, std::size_t contracts);
  std::span<const std::uint16_t> of(ContractIndex contract) const {
    return std::span(places_).subspan(starts_[contract], starts_[contract + 1] - starts_[contract]);
  }

private:
  std::vector<std::uint32_t> starts_;
  std::vector<std::uint16_t> places_;
};

}  // namespace framewright
