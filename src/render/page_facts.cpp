#include "render/page_facts.h"

#include <algorithm>
#include <array>

#include "base/message.h"
#include "base/text.h"
#include "render/field_markup.h"

namespace framewright {

namespace {

constexpr std::array<std::string_view, 8> facts{"status",      "version",      "owner",       "adopted_on",
                                                "approved_on", "published_on", "reviewed_on", "review_by"};

// Writes the parts of the table of one page.
class PageDescription {
public:
  PageDescription(const Page& page, Table& table)
      : page_(page),
        site_(page.site()),
        model_(site_.model()),
        route_(page.route()),
        arena_(page.arena()),
        table_(table) {}

  void write(const std::string& root);

private:
  void write_titles();
  void write_languages();
  void write_breadcrumbs();
  void write_contents();
  void write_neighbours();
  void write_chapters();
  void write_facts();
  void write_status();
  void write_findings();
  void write_source();
  std::string generated_title() const;
  Html heading(const std::string& title) const;
  std::string section_title() const;
  const Item* item() const { return route_.item == no_item ? nullptr : &model_.items[route_.item]; }
  Value crumb(std::string title, std::string address);
  std::string label_of(std::string_view field) const;
  std::string banner() const;

  const Page& page_;
  const Site& site_;
  const Model& model_;
  const Route& route_;
  Arena& arena_;
  Table& table_;
  const Words& words_ = site_.config().words;
};

void PageDescription::write(const std::string& root) {
  table_.set("kind", page_kind_name(route_.kind)).set("address", route_.address).set("root", root);
  const std::string& base = site_.config().base_url;
  std::string canonical = base;
  if (!base.empty()) append_url_encoded(canonical, route_.address);
  table_.set("canonical", arena_.keep(std::move(canonical)));
  write_titles();
  write_languages();
  write_breadcrumbs();
  write_contents();
  write_neighbours();
  write_chapters();
  write_facts();
  write_status();
  write_findings();
  write_source();
}

std::string PageDescription::generated_title() const {
  if (route_.plan != nullptr) return route_.plan->title;
  switch (route_.kind) {
    case PageKind::index: return model_.schema->types[route_.type].index_title();
    case PageKind::coverage: return words_.text("coverage.title");
    case PageKind::findings: return words_.text("page.findings");
    case PageKind::not_found: return words_.text("not_found.title");
    default: return site_.config().title;
  }
}

std::string PageDescription::section_title() const {
  if (route_.plan != nullptr) return route_.plan->crumbs.empty() ? std::string() : route_.plan->crumbs.back().first;
  if (item() == nullptr || route_.is_index()) return {};
  if (item()->framework != no_item && item()->framework != route_.item) return model_.name(item()->framework);
  if (route_.kind == PageKind::item) return model_.type(*item()).index_title();
  return {};
}

// The title as markup: `code` and emphasis that an author put into it, within the words that its type adds.
Html PageDescription::heading(const std::string& title) const {
  const std::size_t at =
      item() == nullptr || item()->title_text == no_text ? std::string::npos : title.rfind(item()->title);
  if (at == std::string::npos) return Html::trusted(escape_html(title));
  const std::string after = title.substr(at + item()->title.size());
  return Html::trusted(escape_html(title.substr(0, at)) + page_.title(route_.item).markup() + escape_html(after));
}

void PageDescription::write_titles() {
  const bool an_item = route_.kind == PageKind::item;
  const bool titled = an_item || (route_.plan == nullptr && item() != nullptr && !item()->title.empty());
  std::string title = titled ? model_.reads(route_.item) : generated_title();
  if (titled && title.find(item()->title) == std::string::npos) title += ": " + item()->title;
  table_.set("title", arena_.keep(title));
  table_.set("heading", arena_.keep(heading(title)));
  const std::string number = item() != nullptr && item()->numbered_headings ? item()->number : std::string();
  table_.set("number", arena_.keep(number));
  table_.set("section", arena_.keep(section_title()));
  const std::string* summary = item() == nullptr ? nullptr : text_field(*item(), model_.type(*item()), "summary");
  table_.set("description", route_.plan != nullptr          ? Value(route_.plan->summary)
                            : summary != nullptr            ? Value(*summary)
                            : route_.kind == PageKind::home ? Value(site_.config().description)
                                                            : Value(""));
}

void PageDescription::write_languages() {
  const Config& config = site_.config();
  const std::string* said = item() == nullptr ? nullptr : text_field(*item(), model_.type(*item()), "language");
  // The page of a row of a sheet is data under headings in the language of the site.
  const bool untranslated =
      item() != nullptr && !route_.is_index() && item()->untranslated && item()->form != ItemForm::csv;
  table_.set("language", said != nullptr ? *said : untranslated ? config.original_language : config.language);
  table_.set("untranslated", untranslated);
  Array& languages = arena_.array();
  for (const OtherLanguage* other : site_.languages_of(route_.address)) {
    std::string whole = other->base_url;
    if (!whole.empty()) append_url_encoded(whole, route_.address);
    languages.add(arena_.table()
                      .set("code", other->code)
                      .set("name", other->name)
                      .set("address", arena_.keep(other->way + route_.address))
                      .set("whole_address", arena_.keep(std::move(whole))));
  }
  table_.set("languages", languages);
}

Value PageDescription::crumb(std::string title, std::string address) {
  return arena_.table().set("title", arena_.keep(std::move(title))).set("address", arena_.keep(std::move(address)));
}

void PageDescription::write_breadcrumbs() {
  Array& crumbs = arena_.array();
  if (route_.kind != PageKind::home) crumbs.add(crumb(words_.text("page.home"), ""));
  if (route_.plan != nullptr) {
    for (const auto& [title, address] : route_.plan->crumbs) crumbs.add(crumb(title, address));
  } else if (route_.kind == PageKind::whole) {
    crumbs.add(crumb(model_.name(route_.item), item()->address));
  } else if (item() != nullptr && route_.kind == PageKind::item) {
    const TypeDef& type = model_.type(*item());
    crumbs.add(crumb(type.index_title(), type.folder + "/"));
  } else if (item() != nullptr && route_.kind == PageKind::page) {
    for (std::size_t slash = route_.address.find('/'); slash + 1 < route_.address.size();
         slash = route_.address.find('/', slash + 1)) {
      const ItemId above = model_.find_page(route_.address.substr(0, slash) + "/index");
      if (above != no_item && site_.is_published(above) && above != route_.item)
        crumbs.add(crumb(model_.name(above), model_.items[above].address));
    }
  }
  table_.set("breadcrumbs", crumbs);
}

void PageDescription::write_contents() {
  Array& contents = arena_.array();
  const bool* wanted = nullptr;
  if (item() != nullptr)
    if (const FieldValue* field = item()->field(model_.type(*item()), "contents"))
      wanted = std::get_if<bool>(std::get_if<Scalar>(&field->value));
  if (item() != nullptr && item()->body != no_text && (wanted == nullptr || *wanted)) {
    const Text& text = model_.texts[item()->body];
    auto number = text.heading_numbers.begin();
    for (const auto& [node, id] : text.heading_ids) {
      const Node& heading = text.document.nodes[node];
      while (number != text.heading_numbers.end() && number->node < node) ++number;
      if (node < text.first_block || heading.level > 3) continue;
      const bool numbered = number != text.heading_numbers.end() && number->node == node;
      contents.add(arena_.table()
                       .set("title", arena_.keep(plain_text(text.document, node)))
                       .set("anchor", id)
                       .set("number", numbered ? Value(number->number) : Value(""))
                       .set("level", static_cast<int>(heading.level)));
    }
  }
  table_.set("contents", contents.size() > 1 ? Value(contents) : Value(arena_.array()));
}

void PageDescription::write_neighbours() {
  const auto set = [&](std::string_view name, const Route* route) {
    table_.set(name, route == nullptr ? Value(Empty{}) : crumb(model_.reads(route->item), route->address));
  };
  set("previous", site_.previous(route_));
  set("next", site_.next(route_));
}

// Of a chapter, and of a framework of chapters.
void PageDescription::write_chapters() {
  Array& list = arena_.array();
  const ItemId framework = item() == nullptr || route_.kind != PageKind::page ? no_item : item()->framework;
  if (framework != no_item && site_.chapters(framework).size() > 1)
    for (const Route* chapter : site_.chapters(framework)) {
      const Item& other = model_.items[chapter->item];
      list.add(arena_.table()
                   .set("title", arena_.keep(model_.name(chapter->item)))
                   .set("address", chapter->address)
                   .set("number", other.numbered_headings ? other.number : std::string_view())
                   .set("current", chapter == &route_));
    }
  table_.set("chapters", list);
}

std::string PageDescription::label_of(std::string_view field) const {
  const FieldDef* def = model_.type(*item()).field(field);
  return def == nullptr ? std::string() : def->label;
}

void PageDescription::write_facts() {
  Array& list = arena_.array();
  if (item() != nullptr && !route_.is_index())
    for (const std::string_view name : facts) {
      if (item()->field(model_.type(*item()), name) == nullptr) continue;
      if (const std::optional<Html> value = page_.field(route_.item, name))
        list.add(arena_.table()
                     .set("name", name)
                     .set("label", arena_.keep(label_of(name)))
                     .set("value", arena_.keep(*value)));
    }
  table_.set("facts", list);
}

std::string PageDescription::banner() const {
  if (item() == nullptr) return {};
  const TypeDef& type = model_.type(*item());
  const std::string* status = text_field(*item(), type, "status");
  std::string markup;
  if (status != nullptr && *status == "withdrawn") {
    markup = "<strong>" + words_.markup("banner.withdrawn", {type.label}).markup() + "</strong>";
    if (const auto reason = page_.field(route_.item, "withdrawn_reason"); reason && !reason->empty())
      markup += " " + reason->markup();
  } else if (status != nullptr && *status == "superseded") {
    markup = "<strong>" + words_.markup("banner.superseded", {type.label}).markup() + "</strong>";
    if (const auto successor = page_.field(route_.item, "superseded_by"); successor && !successor->empty())
      markup += " " + words_.markup("banner.replaced", {*successor}).markup();
  } else if (const Date* due = date_field(*item(), type, "review_by"); due != nullptr && *due < site_.config().today) {
    markup = words_.markup("banner.overdue", {type.label, *due}).markup();
  }
  return markup;
}

void PageDescription::write_status() {
  const std::string* status = item() == nullptr ? nullptr : text_field(*item(), model_.type(*item()), "status");
  table_.set("status", status == nullptr ? Value("") : Value(arena_.keep(capitalised(words_.choice(*status)))));
  std::string_view kind = status == nullptr ? "" : "current";
  for (const std::string_view known : {"draft", "withdrawn", "superseded"})
    if (status != nullptr && *status == known) kind = known;
  table_.set("status_kind", kind);
  table_.set("banner", arena_.keep(Html::trusted(banner())));
}

void PageDescription::write_findings() {
  Array& list = arena_.array();
  if (site_.options().draft) {
    MessageWriter writer(model_.files, {});
    const auto add = [&](const Diagnostic& d) {
      std::string place;
      if (d.where.known()) {
        const Position at = writer.position(d.where);
        place = model_.files[d.where.file].path + ", line " + std::to_string(at.line);
      }
      list.add(arena_.table()
                   .set("severity", severity_name(d.severity))
                   .set("rule", d.rule)
                   .set("message", d.message)
                   .set("label", d.label)
                   .set("place", arena_.keep(place))
                   .set("help", d.help));
    };
    if (route_.kind == PageKind::findings) {
      for (const Diagnostic& d : site_.findings()) add(d);
    } else {
      for (const Diagnostic* d : site_.findings_on(route_)) add(*d);
    }
  }
  table_.set("findings", list);
}

void PageDescription::write_source() {
  std::string edit, history;
  if (item() != nullptr && item()->file != no_file) {
    const std::string& path = model_.files[item()->file].path;
    edit = site_.config().repository.edit_address(path);
    history = site_.config().repository.history_address(path);
  }
  table_.set("edit", arena_.keep(std::move(edit))).set("history", arena_.keep(std::move(history)));
}

}  // namespace

void describe_page(const Page& page, Table& table, const std::string& root) {
  PageDescription(page, table).write(root);
}

Value own_fields(const Page& page, ItemId id) {
  const Model& model = page.site().model();
  const Item& item = model.items[id];
  const TypeDef& type = model.type(item);
  Arena& arena = page.arena();
  Array& list = arena.array();
  const auto gives_title = [&](const FieldValue& value) {
    const std::vector<std::string>& from = type.title_from;
    return value.where == item.title_where &&
           std::find(from.begin(), from.end(), type.fields[value.field].name) != from.end();
  };
  for (const FieldValue& value : item.fields) {
    const FieldDef& def = type.fields[value.field];
    if (def.common || gives_title(value) || std::find(facts.begin(), facts.end(), def.name) != facts.end()) continue;
    if (const auto markup = page.field(id, def.name); markup && !markup->empty())
      list.add(arena.table().set("name", def.name).set("label", def.label).set("value", arena.keep(*markup)));
  }
  return list;
}

namespace {

// Whether a stage tells of the items at the other end of a link in a list of its own.
bool is_presented(const Site& site, ItemId item, const LinkDef& def, bool back) {
  const auto link = static_cast<LinkId>(&def - site.model().schema->links.data());
  const auto& supplements = site.options().supplements;
  return std::any_of(supplements.begin(), supplements.end(),
                     [&](const PageSupplement* each) { return each->presents(item, link, back); });
}

}  // namespace

Value relations(const Page& page, ItemId id) {
  const Model& model = page.site().model();
  Arena& arena = page.arena();
  Array& list = arena.array();
  for (const std::string_view side : {"links", "back_links"}) {
    const Value groups = page.site().values()[id].member(side);
    const List& all = **groups.get<const List*>();
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Value entry = all.at(i);
      const auto& group = dynamic_cast<const LinkGroup&>(**entry.get<const Object*>());
      if (group.def().up || is_presented(page.site(), id, group.def(), side == "back_links")) continue;
      Array& items = arena.array();
      for (const ItemId item : group.items().items())
        if (page.site().is_published(item) && !model.items[item].address.empty()) items.add(page.site().values()[item]);
      if (items.size() > 0)
        list.add(arena.table()
                     .set("reads", entry.get<const Object*>()[0]->member("reads"))
                     .set("name", group.def().name)
                     .set("back", side == "back_links")
                     .set("items", items));
    }
  }
  return list;
}

Value nested_lists(const Page& page, ItemId id) {
  const Model& model = page.site().model();
  Arena& arena = page.arena();
  Array& list = arena.array();
  for (const NestDef& nest : model.type(model.items[id]).nests) {
    const Value items = page.site().values()[id].member(nest.name);
    if (items.is_empty()) continue;
    list.add(arena.table()
                 .set("title", arena.keep(model.schema->types[nest.type].index_title()))
                 .set("name", nest.name)
                 .set("items", items));
  }
  return list;
}

}  // namespace framewright
