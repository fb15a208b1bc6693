#include <unordered_map>

#include "check/inspection.h"
#include "check/wording.h"

namespace framewright {

namespace {

// One ocid is of one process, so that a contract is one record.
void check_ocids(const Inspection& site, TypeId contract, Diagnostics& diagnostics) {
  const Model& model = site.model;
  const TypeDef& type = model.schema->types[contract];
  std::unordered_map<std::string, Span> first;
  for (const ItemId id : model.of_type(contract)) {
    const Item& item = model.items[id];
    const std::string* ocid = text_field(item, type, "ocid");
    if (ocid == nullptr) continue;
    const Span where = item.field(type, "ocid")->where;
    const auto [known, fresh] = first.try_emplace(*ocid, where);
    if (fresh) continue;
    Diagnostic& d = diagnostics.error("duplicate-id", where, "two contracts have the ocid " + quoted(*ocid));
    d.notes.push_back({known->second, "it stands here first"});
    d.help = "keep it for one of them; one that gives no ocid gets its own from ocid_prefix and its id";
  }
}

}  // namespace

void check_open_contracting(const Inspection& site, Diagnostics& diagnostics) {
  const auto contract = site.model.schema->find("contract");
  if (!contract || site.model.of_type(*contract).empty()) return;
  check_ocids(site, *contract, diagnostics);
  const bool prefix = !site.config.contracts.ocid_prefix.empty();
  if (prefix && !site.config.base_url.empty()) return;
  Diagnostic& d =
      diagnostics.info("missing-ocid-prefix", {site.config.file, 0, 0},
                       "the contracts are not published in the Open Contracting Data Standard: there is no " +
                           std::string(prefix ? "base_url" : "ocid_prefix"));
  d.help = prefix
               ? "give the address of the site with base_url = \"https://…\""
               : "write the prefix of your organisation under [register]: ocid_prefix = \"ocds-…\" (a prefix is given "
                 "out at standard.open-contracting.org)";
}

}  // namespace framewright
