#include <algorithm>
#include <array>
#include <string_view>

#include "check/inspection.h"
#include "check/wording.h"

namespace framewright {

namespace {

constexpr std::array<std::string_view, 2> forward{"superseded_by", "successor"};
constexpr std::array<std::string_view, 2> backward{"supersedes", "predecessor"};

bool has_successor(const Model& model, ItemId item) {
  const auto is_one_of = [&](const Link& link, const auto& names) {
    return std::find(names.begin(), names.end(), model.schema->links[link.link].name) != names.end();
  };
  const auto leads_forward = [&](const Link& link) { return is_one_of(link, forward); };
  const auto leads_back = [&](std::uint32_t index) { return is_one_of(model.links[index], backward); };
  const auto from = model.links_from(item);
  const auto to = model.links_to(item);
  return std::any_of(from.begin(), from.end(), leads_forward) || std::any_of(to.begin(), to.end(), leads_back);
}

bool gives_reason(const Item& item, const TypeDef& type) {
  const std::string* words = text_field(item, type, "withdrawn_reason");
  return words != nullptr && !words->empty();
}

}  // namespace

void check_lifecycle(const Inspection& site, Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < site.model.items.size(); ++i) {
    const Item& item = site.model.items[i];
    const TypeDef& type = site.model.type(item);
    const std::string* status = text_field(item, type, "status");
    if (status == nullptr) continue;
    if (*status == "withdrawn" && !gives_reason(item, type) && !site.known.refused(item, "withdrawn_reason"))
      diagnostics
          .error("withdrawn-without-reason", place_of(item),
                 "this " + type.label + " is withdrawn and does not say why")
          .help = "tell those who follow an old link to it: withdrawn_reason = \"…\"";
    if (*status == "superseded" && !has_successor(site.model, static_cast<ItemId>(i)) &&
        !site.known.has_unresolved(item))
      diagnostics
          .error("superseded-without-successor", place_of(item),
                 "this " + type.label + " is superseded and does not say by what")
          .help = "name what takes its place: superseded_by = \"…\"";
  }
}

}  // namespace framewright
