#include "model/made_page.h"

#include <stdexcept>

#include "model/built_in.h"
#include "port/toml.h"

namespace framewright {

namespace {

std::string text_of(const TomlValue& table, std::string_view key) {
  const TomlValue* value = table.find(key);
  return value == nullptr ? std::string() : value->text;
}

MadePage read_page(const TomlEntry& entry) {
  MadePage page;
  page.name = entry.key;
  page.address = entry.key + "/";
  page.template_name = text_of(entry.value, "template");
  page.needs = text_of(entry.value, "needs");
  if (const TomlValue* section = entry.value.find("section")) page.section = section->boolean;
  if (const TomlValue* lists = entry.value.find("lists"))
    for (const TomlEntry& list : lists->entries) page.lists.emplace_back(list.key, list.value.text);
  return page;
}

std::vector<MadePage> read_pages() {
  Diagnostics diagnostics;
  const TomlText toml = parse_toml(built_in_made_pages(), no_file, 0, diagnostics);
  if (!toml.readable) throw std::logic_error("the built-in made_pages.toml cannot be read");
  std::vector<MadePage> pages;
  for (const TomlEntry& entry : toml.root.entries) pages.push_back(read_page(entry));
  return pages;
}

}  // namespace

std::span<const MadePage> made_pages() {
  static const std::vector<MadePage> pages = read_pages();
  return pages;
}

}  // namespace framewright
