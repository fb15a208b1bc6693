#include "render/address_claims.h"

#include "port/unicode.h"

namespace framewright {

void AddressClaims::report(const std::string& between, Span where, const Holder& holder) {
  Diagnostic& d = diagnostics_.error("route-collision", where, between);
  if (holder.where.known()) d.notes.push_back({holder.where, holder.what + " stands here"});
  d.help = holder.help.empty() ? "give one of them another id or move it to another folder" : holder.help;
}

bool AddressClaims::claim(const std::string& file, Span where, std::string what, std::string help) {
  const std::string key = to_lower(file);
  const Holder holder{file, where, std::move(what), std::move(help)};
  if (const auto held = files_.find(key); held != files_.end()) {
    report(holder.what + " and " + held->second.what + " have the same address, /" + file, where, held->second);
    return false;
  }
  const auto refuse = [&](const Holder& other, const std::string& path) {
    report("/" + path + " cannot be a file and a folder at once: " + holder.what + " and " + other.what, where, other);
    return false;
  };
  if (const auto folder = folders_.find(key); folder != folders_.end()) return refuse(folder->second, file);
  for (std::size_t slash = key.find('/'); slash != std::string::npos; slash = key.find('/', slash + 1))
    if (const auto held = files_.find(key.substr(0, slash)); held != files_.end())
      return refuse(held->second, held->second.file);
  for (std::size_t slash = key.find('/'); slash != std::string::npos; slash = key.find('/', slash + 1))
    folders_.try_emplace(key.substr(0, slash), holder);
  files_.emplace(key, holder);
  return true;
}

bool AddressClaims::has(const std::string& file) const {
  const auto held = files_.find(to_lower(file));
  return held != files_.end() && held->second.file == file;
}

}  // namespace framewright
