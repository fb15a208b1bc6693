#include "render/address_claims.h"

#include <functional>
#include <utility>

#include "port/unicode.h"

namespace framewright {

AddressClaims::Words AddressClaims::words_of(const Holder& holder) const {
  if (const auto* words = std::get_if<std::unique_ptr<const Words>>(&holder)) return **words;
  if (const auto* page = std::get_if<const PlannedPage*>(&holder))
    return {{}, "the page \"" + (*page)->title + "\"", "give yours another name"};
  const ItemId id = std::get<ItemId>(holder);
  const Item& item = model_.items[id];
  return {item.id_where, "the " + model_.type(item).label + " \"" + model_.name(id) + "\"", {}};
}

std::uint32_t AddressClaims::find_file(std::string_view key) const {
  return by_file_.find(IndexTable::hash_of(key), [&](std::uint32_t claim) {
    return claims_[claim].file == key || to_lower(claims_[claim].file) == key;
  });
}

auto AddressClaims::is_folder(std::string_view key) const {
  return [this, key](std::uint32_t folder) {
    const auto [claim, size] = folders_[folder];
    const std::string_view file = claims_[claim].file;
    return size == key.size() && (file.starts_with(key) || to_lower(file).starts_with(key));
  };
}

std::uint32_t AddressClaims::find_folder(std::string_view key) const {
  return by_folder_.find(IndexTable::hash_of(key), is_folder(key));
}

bool AddressClaims::refuse(const std::string& between, const Words& words, const Words& other) {
  Diagnostic& d = diagnostics_.error("route-collision", words.where, between);
  if (other.where.known()) d.notes.push_back({other.where, other.what + " stands here"});
  d.help = other.help.empty() ? "give one of them another id or move it to another folder" : other.help;
  return false;
}

bool AddressClaims::take(std::string file, Holder holder) {
  const std::string key = to_lower(file);
  const auto both = [&](const Claim& other, const std::string& path) {
    const Words words = words_of(holder), others = words_of(other.holder);
    return refuse("/" + path + " cannot be a file and a folder at once: " + words.what + " and " + others.what, words,
                  others);
  };
  if (const std::uint32_t held = find_file(key); held != IndexTable::none) {
    const Words words = words_of(holder), others = words_of(claims_[held].holder);
    return refuse(words.what + " and " + others.what + " have the same address, /" + file, words, others);
  }
  if (const std::uint32_t held = find_folder(key); held != IndexTable::none)
    return both(claims_[folders_[held].claim], file);
  for (std::size_t slash = key.find('/'); slash != std::string::npos; slash = key.find('/', slash + 1))
    if (const std::uint32_t held = find_file(std::string_view(key).substr(0, slash)); held != IndexTable::none)
      return both(claims_[held], claims_[held].file);

  const auto claim = static_cast<std::uint32_t>(claims_.size());
  claims_.push_back({std::move(file), std::move(holder)});
  by_file_.add(IndexTable::hash_of(key), claim, [](std::uint32_t) { return false; });
  for (std::size_t slash = key.find('/'); slash != std::string::npos; slash = key.find('/', slash + 1)) {
    const std::string_view folder = std::string_view(key).substr(0, slash);
    const auto next = static_cast<std::uint32_t>(folders_.size());
    if (by_folder_.add(IndexTable::hash_of(folder), next, is_folder(folder)) == next)
      folders_.push_back({claim, static_cast<std::uint32_t>(slash)});
  }
  return true;
}

bool AddressClaims::claim(std::string file, ItemId item) { return take(std::move(file), item); }
bool AddressClaims::claim(std::string file, const PlannedPage& page) { return take(std::move(file), &page); }
bool AddressClaims::claim(std::string file, Words words) {
  return take(std::move(file), std::make_unique<const Words>(std::move(words)));
}

bool AddressClaims::is_free(std::string_view file) const {
  const std::string key = to_lower(file);
  for (std::size_t slash = key.find('/'); slash != std::string::npos; slash = key.find('/', slash + 1))
    if (find_file(std::string_view(key).substr(0, slash)) != IndexTable::none) return false;
  return find_file(key) == IndexTable::none && find_folder(key) == IndexTable::none;
}

bool AddressClaims::has(std::string_view file) const {
  const std::uint32_t held = find_file(to_lower(file));
  return held != IndexTable::none && claims_[held].file == file;
}

}  // namespace framewright
