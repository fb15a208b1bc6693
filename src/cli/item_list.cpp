#include "cli/item_list.h"

#include "base/message.h"
#include "base/text.h"
#include "cli/schema_words.h"
#include "cli/text_layout.h"
#include "port/json.h"

namespace framewright {

std::string item_address(const Item& item) {
  if (item.draft) return {};
  return "/" + item.address + (item.anchor.empty() ? "" : "#" + item.anchor);
}

std::string item_status(const Model& model, ItemId id) {
  const Item& item = model.items[id];
  const std::string* status = text_field(item, model.type(item), "status");
  if (status != nullptr) return *status;
  return item.draft ? "draft" : "";
}

std::string counts_list(const Model& model) {
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < model.schema->types.size(); ++i) {
    const auto type = static_cast<TypeId>(i);
    rows.push_back({model.schema->types[i].name, with_thousands(static_cast<long long>(model.of_type(type).size())),
                    place_words(*model.schema, type)});
  }
  return aligned(rows);
}

std::string counts_json(const Model& model) {
  std::string out;
  JsonWriter json(out, JsonWriter::Layout::pretty);
  json.begin_array();
  for (std::size_t i = 0; i < model.schema->types.size(); ++i) {
    const TypeDef& type = model.schema->types[i];
    json.begin_object().field("type", type.name).field("label", type.label).field("plural", type.plural);
    json.field_if("folder", type.folder).field("count", model.of_type(static_cast<TypeId>(i)).size()).end_object();
  }
  json.end_array();
  return out + "\n";
}

std::string items_list(const Model& model, TypeId type) {
  std::vector<std::vector<std::string>> rows;
  for (const ItemId item : model.of_type(type))
    rows.push_back({model.items[item].id, model.name(item), item_status(model, item)});
  return aligned(rows);
}

std::string items_json(const Model& model, TypeId type) {
  std::string out;
  JsonWriter json(out, JsonWriter::Layout::pretty);
  MessageWriter places(model.files, {});
  json.begin_array();
  for (const ItemId id : model.of_type(type)) {
    const Item& item = model.items[id];
    json.begin_object().field("type", model.type(item).name).field("id", item.id).field("title", model.name(id));
    json.field_if("status", item_status(model, id)).field_if("address", item_address(item));
    json.field("path", model.files[item.file].path).field("line", places.position(item.id_where).line).end_object();
  }
  json.end_array();
  return out + "\n";
}

}  // namespace framewright
