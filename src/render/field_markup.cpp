#include "render/field_markup.h"

#include "base/text.h"

namespace framewright {

namespace {

std::string link_to(std::string_view url, std::string_view words) {
  std::string out = "<a href=\"";
  append_escaped(out, url);
  out += "\">";
  append_escaped(out, words);
  return out + "</a>";
}

// Web addresses read without their scheme.
std::string_view without_scheme(std::string_view url) {
  const std::size_t at = url.find("://");
  if (at != std::string_view::npos) url.remove_prefix(at + 3);
  if (url.ends_with('/')) url.remove_suffix(1);
  return url;
}

struct ScalarMarkup {
  const Page& page;
  const FieldDef& def;
  const Words& words = page.site().config().words;

  std::string operator()(const std::string& text) const {
    if (def.kind == FieldKind::url) return link_to(text, without_scheme(text));
    if (def.kind == FieldKind::email) return link_to("mailto:" + text, text);
    const bool a_word = def.kind == FieldKind::choice || def.kind == FieldKind::status;
    return escape_html(a_word ? capitalised(words.choice(text)) : text);
  }
  std::string operator()(std::int64_t number) const {
    if (def.kind == FieldKind::month) return escape_html(words.month(static_cast<unsigned>(number)));
    return def.kind == FieldKind::year ? std::to_string(number) : with_thousands(number);
  }
  std::string operator()(Money money) const { return format_money(money); }
  std::string operator()(Date date) const {
    return "<time datetime=\"" + iso_date(date) + "\">" + escape_html(words.date(date)) + "</time>";
  }
  std::string operator()(bool boolean) const { return escape_html(capitalised(words.yes_or_no(boolean))); }
  std::string operator()(const TextRef& ref) const {
    return def.kind == FieldKind::markdown ? page.text(ref.text).markup() : page.inline_text(ref.text).markup();
  }
};

std::string field_value_markup(const Page& page, const FieldDef& def, const FieldValue& value) {
  const ScalarMarkup markup{.page = page, .def = def};
  if (const auto* scalar = std::get_if<Scalar>(&value.value)) return std::visit(markup, *scalar);
  std::string out;
  for (const ListElement& element : std::get<std::vector<ListElement>>(value.value)) {
    if (!out.empty()) out += ", ";
    out += std::visit(markup, element.value);
  }
  return out;
}

std::string items_markup(const Page& page, const Value& items) {
  std::string out;
  const auto add = [&](const Object* object) {
    const auto* item = dynamic_cast<const ItemValue*>(object);
    if (item == nullptr || !page.site().is_published(item->item())) return;
    if (!out.empty()) out += "; ";
    append_item_link(page, item->item(), out);
  };
  if (const auto* object = items.get<const Object*>()) add(*object);
  if (const auto* list = items.get<const List*>())
    for (std::size_t i = 0; i < (*list)->size(); ++i)
      if (const Value each = (*list)->at(i); const auto* object = each.get<const Object*>()) add(*object);
  return out;
}

}  // namespace

void append_item_link(const Page& page, ItemId item, std::string& out) {
  out += link_to(page.href(item), page.site().model().reads(item));
}

std::optional<Html> field_markup(const Page& page, ItemId id, std::string_view name) {
  const Model& model = page.site().model();
  const Item& item = model.items[id];
  const TypeDef& type = model.type(item);
  if (const FieldDef* def = type.field(name)) {
    if (name == "id") return Html::trusted(escape_html(item.id));
    const FieldValue* value = item.field(type, name);
    return value == nullptr ? Html() : Html::trusted(field_value_markup(page, *def, *value));
  }
  const Value value = page.site().values()[id].member(name);
  if (value.is_undefined()) return std::nullopt;
  if (const auto* text = value.get<std::string_view>()) return Html::trusted(escape_html(*text));
  if (const auto* boolean = value.get<bool>())
    return Html::trusted(escape_html(capitalised(page.site().config().words.yes_or_no(*boolean))));
  return Html::trusted(items_markup(page, value));
}

}  // namespace framewright
