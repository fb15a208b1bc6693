#pragma once

#include <string>
#include <string_view>

#include "register/register_lists.h"
#include "register/register_pages.h"
#include "unit/site.h"

namespace framewright {

// A site with a register, and what is planned for it. Never moved: its parts refer to one another.
class RegisterSite {
public:
  explicit RegisterSite(Files files, bool drafts = false)
      : site_(std::move(files)),
        contracts_(read_register(site_.model(), site_.config(), drafts)),
        lists_(contracts_, site_.values()) {
    plan_register_pages(contracts_, site_.values(), plan_);
  }
  RegisterSite(const RegisterSite&) = delete;
  RegisterSite& operator=(const RegisterSite&) = delete;

  const Model& model() const { return site_.model(); }
  const Register& contracts() const { return contracts_; }
  const RegisterLists& lists() const { return lists_; }
  const SitePlan& plan() const { return plan_; }

  ItemId item(std::string_view type, std::string_view id) const {
    return model().find(*model().schema->find(type), id);
  }
  ContractIndex contract(std::string_view id) const { return *lists_.find(item("contract", id)); }
  const PlannedPage* page(std::string_view address) const {
    for (const PlannedPage& page : plan_.pages)
      if (page.address == address) return &page;
    return nullptr;
  }
  // The bytes of a planned file; nothing when there is none.
  std::string file(std::string_view name) const {
    std::string bytes;
    for (const PlannedFile& file : plan_.files)
      if (file.file == name) file.write([&](std::string_view more) { bytes += more; });
    return bytes;
  }
  // "C-1 C-3": the ids of contracts in an order.
  std::string contract_ids(std::span<const ContractIndex> indexes) const {
    std::string out;
    for (const ContractIndex index : indexes)
      out += (out.empty() ? "" : " ") + model().items[contracts_.contracts[index].item].id;
    return out;
  }
  std::string ids(const std::vector<ItemId>& items) const {
    std::string out;
    for (const ItemId item : items) out += (out.empty() ? "" : " ") + model().items[item].id;
    return out;
  }

private:
  TestSite site_;
  Register contracts_;
  RegisterLists lists_;
  SitePlan plan_;
};

// A site of one file of contracts in TOML, with suppliers "a" (Alder), "b" (birch) and "c" (Cedar).
inline Files register_files(std::string_view contracts, std::string_view config = {}) {
  return {{"site.toml", "title = \"Test\"\nbase_url = \"https://moorvale.example/\"\n" + std::string(config)},
          {"content/register/contracts.toml", std::string(contracts)},
          {"content/register/suppliers/suppliers.toml",
           "[a]\ntitle = \"Alder\"\n[b]\ntitle = \"birch\"\n[c]\ntitle = \"Cedar\"\n"}};
}

// That many contracts, K-0 the first, each of one pound more than the one before and all of supplier "a".
inline std::string many_contracts(int count) {
  std::string toml;
  for (int i = 0; i < count; ++i)
    toml += "[K-" + std::to_string(i) + "]\ntitle = \"Contract " + std::to_string(i) +
            "\"\nsupplier = \"a\"\nvalue_net = " + std::to_string(i + 1) + "\n";
  return toml;
}

// A member of a table, or of tables in it: "total.contracts".
inline Value member(const Object& table, std::string_view path) {
  const std::size_t dot = path.find('.');
  const Value value = table.member(path.substr(0, dot));
  if (dot == std::string_view::npos) return value;
  const auto* inner = value.get<const Object*>();
  return inner == nullptr ? Value() : member(**inner, path.substr(dot + 1));
}
inline std::string text_of(const Value& value) {
  const auto* text = value.get<std::string_view>();
  return text == nullptr ? "(" + value.describe() + ")" : std::string(*text);
}
inline std::size_t size_of(const Value& value) {
  const auto* list = value.get<const List*>();
  return list == nullptr ? 0 : (*list)->size();
}

}  // namespace framewright
