#include "cli/new_item.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "cli/command.h"
#include "cli/item_template.h"
#include "cli/new_id.h"
#include "cli/schema_words.h"
#include "load/raw_order.h"
#include "port/csv.h"

namespace framewright {

namespace {

constexpr std::string_view content = "content/";

// Where an item goes: a collection that is there, or (empty) a new file.
struct Home {
  ItemForm form = ItemForm::page;
  FileId file = no_file;
};

class ItemPlanner {
public:
  ItemPlanner(const SiteRun& run, const FileStore& store, const NewItemRequest& request)
      : run_(run), model_(run.model), store_(store), request_(request), type_(model_.schema->types[request.type]) {}

  NewItem plan();

private:
  void require_readable() const;
  void require_not_nested() const;
  Home find_home() const;
  bool files_are_named_by_id() const;
  std::string folder_of_page() const;
  NewItem plan_page();
  NewItem plan_framework() const;
  NewItem plan_file(const std::string& id) const;
  NewItem plan_collection(const std::string& id) const;
  NewItem plan_table(const std::string& id, FileId file) const;
  NewItem plan_row(const std::string& id, FileId file) const;
  NewItem made(std::string id, std::string path, ItemTemplate from) const;
  std::string addition(FileId file, std::string_view text, bool apart) const;

  const SiteRun& run_;
  const Model& model_;
  const FileStore& store_;
  const NewItemRequest& request_;
  const TypeDef& type_;
};

NewItem ItemPlanner::plan() {
  require_not_nested();
  require_readable();
  if (request_.type == page_type) return plan_page();
  if (!request_.folder.empty())
    throw UsageError("--in is for pages; " + with_article(type_.label) + " is written in " +
                     place_words(*model_.schema, request_.type));
  if (type_.chapters) return plan_framework();
  if (!request_.id.empty()) require_free_id(model_, request_.type, request_.id);
  const std::string id = request_.id.empty() ? next_id(model_, request_.type, request_.title) : request_.id;
  const Home home = find_home();
  if (home.form == ItemForm::csv) return plan_row(id, home.file);
  if (home.form == ItemForm::toml && home.file != no_file) return plan_table(id, home.file);
  return home.form == ItemForm::toml ? plan_collection(id) : plan_file(id);
}

void ItemPlanner::require_not_nested() const {
  if (!type_.nested) return;
  throw UsageError(with_article(type_.label) + " has no file of its own: write it as " +
                   place_words(*model_.schema, request_.type) + "\n`framewright types " + type_.name +
                   "` says what it may hold.");
}

// In a file that cannot be read there may be an item of the same id.
void ItemPlanner::require_readable() const {
  for (const Diagnostic& found : run_.findings.all()) {
    if (found.rule != "unreadable-file" || !found.where.known()) continue;
    const std::string& path = model_.files[found.where.file].path;
    if (path != "site.toml" &&
        (!path.starts_with(content) || model_.schema->type_of_path(path.substr(content.size())) != request_.type))
      continue;
    throw UsageError(path +
                     " cannot be read, so the next free id is not known; `framewright check` says how to mend it");
  }
}

// The form that most items of the type have; of a collection, the file that the last of them stands in.
Home ItemPlanner::find_home() const {
  std::array<std::size_t, 3> counts{};  // page, toml, csv
  std::array<FileId, 3> last{no_file, no_file, no_file};
  for (const ItemId id : model_.of_type(request_.type)) {
    const auto form = static_cast<std::size_t>(model_.items[id].form);
    if (form >= counts.size()) continue;
    ++counts[form];
    last[form] = model_.items[id].file;
  }
  const auto most = std::max_element(counts.begin(), counts.end());
  if (*most > 0) {
    const auto form = static_cast<std::size_t>(most - counts.begin());
    return {static_cast<ItemForm>(form), form == 0 ? no_file : last[form]};
  }
  for (FileId file = 0; file < model_.files.size(); ++file) {
    const std::string& path = model_.files[file].path;
    if (!path.starts_with(content) || model_.schema->type_of_path(path.substr(content.size())) != request_.type)
      continue;
    if (path.ends_with(".toml")) return {ItemForm::toml, file};
    if (path.ends_with(".csv")) return {ItemForm::csv, file};
  }
  return {type_.pages ? ItemForm::page : ItemForm::toml, no_file};
}

NewItem ItemPlanner::made(std::string id, std::string path, ItemTemplate from) const {
  return {std::move(id), std::move(path), false, std::move(from.text), std::move(from.to_fill)};
}

std::string ItemPlanner::folder_of_page() const {
  std::string_view folder = request_.folder;
  if (folder.starts_with(content)) folder.remove_prefix(content.size());
  while (folder.ends_with('/')) folder.remove_suffix(1);
  if (folder.empty() || folder == "content") return {};
  if (!is_usable_id(folder)) throw UsageError("\"" + std::string(folder) + "\" cannot be a folder below content/");
  const TypeDef& holds = model_.schema->types[model_.schema->type_of_path(std::string(folder) + "/page.md")];
  if (holds.name != type_.name && !holds.chapters)
    throw UsageError("content/" + std::string(folder) + "/ holds " + holds.plural +
                     ", not pages; use `framewright new " + holds.name + "`");
  return std::string(folder) + "/";
}

NewItem ItemPlanner::plan_page() {
  if (!request_.id.empty()) throw UsageError("a page's id is its path; say where it goes with --in");
  const std::string folder = folder_of_page();
  const std::string slug = title_slug(request_.title);
  if (slug.empty()) throw UsageError("no file name can be made of this title");
  const std::string stem = first_free(slug, [&](const std::string& name) {
    return !store_.exists(std::string(content) + folder + name + ".md") && model_.find_page(folder + name) == no_item;
  });
  return made(folder + stem, std::string(content) + folder + stem + ".md",
              page_template(*model_.schema, page_type, "", request_.title));
}

NewItem ItemPlanner::plan_framework() const {
  const std::string path = std::string(content) + type_.folder + "/index.md";
  if (store_.exists(path))
    throw UsageError(path + " is there already; its chapters are pages: `framewright new page \"" + request_.title +
                     "\" --in " + type_.folder + "`");
  const std::string id = request_.id.empty() ? type_.folder : request_.id;
  return made(id, path, page_template(*model_.schema, request_.type, request_.id, request_.title));
}

bool ItemPlanner::files_are_named_by_id() const {
  if (!type_.numbered && !type_.id) return true;
  bool any = false;
  for (const ItemId id : model_.of_type(request_.type)) {
    const Item& item = model_.items[id];
    if (item.form != ItemForm::page) continue;
    any = true;
    if (item.path.substr(item.path.rfind('/') + 1) != item.id) return false;
  }
  return any;
}

NewItem ItemPlanner::plan_file(const std::string& id) const {
  const std::string folder = std::string(content) + type_.folder + "/";
  std::string stem = id;
  if (!files_are_named_by_id())
    if (const std::string slug = title_slug(request_.title); !slug.empty()) stem = slug;
  stem = first_free(stem, [&](const std::string& name) { return !store_.exists(folder + name + ".md"); });
  return made(id, folder + stem + ".md",
              page_template(*model_.schema, request_.type, stem == id ? "" : id, request_.title));
}

NewItem ItemPlanner::plan_collection(const std::string& id) const {
  const std::string folder = std::string(content) + type_.folder + "/";
  const std::string stem = first_free(title_slug(type_.index_title()),
                                      [&](const std::string& name) { return !store_.exists(folder + name + ".toml"); });
  return made(id, folder + stem + ".toml", table_template(*model_.schema, request_.type, id, request_.title));
}

// What is put at the end of a file: begun on a line of its own (after an empty one if `apart`), with the line ends that
// the file has.
std::string ItemPlanner::addition(FileId file, std::string_view text, bool apart) const {
  const std::string& before = model_.files[file].text;
  const std::string_view end = before.find("\r\n") != std::string::npos ? "\r\n" : "\n";
  std::string out;
  if (!before.empty() && !before.ends_with('\n')) out += end;
  if (apart && !trim(before).empty()) out += end;
  while (!text.empty()) {
    out += next_field(text, '\n');
    out += end;
  }
  return out;
}

NewItem ItemPlanner::plan_table(const std::string& id, FileId file) const {
  NewItem item = made(id, model_.files[file].path, table_template(*model_.schema, request_.type, id, request_.title));
  item.append = true;
  item.text = addition(file, item.text, true);
  return item;
}

NewItem ItemPlanner::plan_row(const std::string& id, FileId file) const {
  const std::string& path = model_.files[file].path;
  const SourceSettings& settings = run_.config.source(path);
  std::vector<std::string_view> cells;
  NewItem item{id, path, true, {}, {}};
  bool has_id = false, has_title = false, heading = true;
  const auto take = [&](CsvRow&& row) {
    for (const CsvCell& cell : heading ? row.cells : std::vector<CsvCell>{}) {
      const auto mapped = settings.columns.find(trim(cell.text));
      const std::string field = mapped != settings.columns.end() ? mapped->second : std::string(trim(cell.text));
      has_id = has_id || field == "id";
      has_title = has_title || field == "title";
      cells.emplace_back(field == "id" ? std::string_view(id) : field == "title" ? request_.title : std::string_view());
      const FieldDef* def = type_.field(field);
      const LinkDef* link = model_.schema->link(type_, field);
      if ((def != nullptr && def->required) || (link != nullptr && is_required(*link))) item.to_fill.push_back(field);
    }
    heading = false;
  };
  Diagnostics ignored;  // the file was read before, and is readable
  read_csv(model_.files[file].text, file, 0, take, ignored);
  if (!has_id || !has_title)
    throw UsageError(path + " has no column for the " + (has_id ? "title" : "id") + ", so add the row there by hand");
  std::string row;
  append_csv_row(row, cells);
  while (row.ends_with('\n') || row.ends_with('\r')) row.pop_back();
  item.text = addition(file, row + "\n", false);
  return item;
}

}  // namespace

NewItem plan_item(const SiteRun& run, const FileStore& store, const NewItemRequest& request) {
  return ItemPlanner(run, store, request).plan();
}

}  // namespace framewright
