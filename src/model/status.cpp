#include "model/status.h"

namespace framewright {

std::string_view status_of(const Model& model, ItemId id) {
  for (; id != no_item; id = model.items[id].parent)
    if (const std::string* status = text_field(model.items[id], model.type(model.items[id]), "status")) return *status;
  return {};
}

bool is_retired(const Model& model, ItemId item) {
  const std::string_view status = status_of(model, item);
  return status == "withdrawn" || status == "superseded";
}

}  // namespace framewright
