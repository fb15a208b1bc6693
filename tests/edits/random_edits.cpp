#include "edits/random_edits.h"

#include <array>
#include <utility>

namespace framewright {

namespace {

constexpr std::array<const char*, 6> templates{"base.html", "page.html",     "item.html",
                                               "home.html", "register.html", "sitemap.xml"};

bool replace_first(std::string& text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  if (at != std::string::npos) text.replace(at, from.size(), to);
  return at != std::string::npos;
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
}

std::size_t body_of(const std::string& text) {
  const std::size_t end = text.find("\n+++\n", 3);
  return end == std::string::npos ? text.size() : end + 5;
}

// Where a line that begins with this begins, and where it ends; both the size of the text when there is none.
std::pair<std::size_t, std::size_t> line_of(const std::string& text, const std::string& beginning) {
  std::size_t begin = text.starts_with(beginning) ? 0 : text.find("\n" + beginning);
  if (begin == std::string::npos) return {text.size(), text.size()};
  if (text[begin] == '\n') ++begin;
  return {begin, std::min(text.find('\n', begin), text.size())};
}

}  // namespace

RandomEdits::RandomEdits(Tree site, std::uint32_t seed) : first_(site), site_(std::move(site)), chance_(seed) {}

std::string RandomEdits::make() {
  constexpr std::array edits{
      &RandomEdits::add_words,     &RandomEdits::remove_part,     &RandomEdits::change_letter,
      &RandomEdits::change_title,  &RandomEdits::change_id,       &RandomEdits::rename_id_everywhere,
      &RandomEdits::rename_file,   &RandomEdits::remove_file,     &RandomEdits::restore_file,
      &RandomEdits::restore_file,  &RandomEdits::add_page,        &RandomEdits::change_template,
      &RandomEdits::change_static, &RandomEdits::change_settings, &RandomEdits::change_row,
      &RandomEdits::change_table};
  for (;;) {
    if (below(60) == 0) {
      site_ = first_;
      return "all as it was at first";
    }
    std::string done = (this->*edits[below(edits.size())])();
    if (!done.empty()) return done;
  }
}

std::string RandomEdits::some_file(const std::string& folder, const std::string& ending) {
  std::vector<std::string> found;
  for (const auto& [path, text] : site_)
    if (path.starts_with(folder) && path.ends_with(ending)) found.push_back(path);
  return found.empty() ? "" : found[below(static_cast<std::uint32_t>(found.size()))];
}

std::string RandomEdits::add_words() {
  const std::string path = some_file("content/", ".md");
  if (path.empty()) return {};
  constexpr std::array<const char*, 6> endings{".",
                                               " and [[S1]].",
                                               ", as [[the panel]] says.",
                                               " of the ICB.",
                                               ", [who is covered](/framework/purpose.md).",
                                               "\n\n## A heading"};
  site_[path] += "\nThe " + fresh_word() + endings[below(endings.size())] + "\n";
  return "words at the end of " + path;
}

std::string RandomEdits::remove_part() {
  const std::string path = some_file("content/", ".md");
  if (path.empty()) return {};
  std::string& text = site_[path];
  const std::size_t body = body_of(text);
  std::vector<std::size_t> parts;
  for (std::size_t at = body; (at = text.find("\n\n", at)) != std::string::npos; at += 2) parts.push_back(at);
  if (parts.empty()) return {};
  const std::size_t from = parts[below(static_cast<std::uint32_t>(parts.size()))];
  const std::size_t end = text.find("\n\n", from + 2);
  text.erase(from, end == std::string::npos ? text.size() - from - 1 : end - from);
  return "a part less in " + path;
}

// Of the same size, as what tells that a file has changed may go by.
std::string RandomEdits::change_letter() {
  const std::string path = some_file("", below(3) == 0 ? "" : ".md");
  if (path.empty() || site_[path].empty()) return {};
  std::string& text = site_[path];
  const std::size_t at = text.find_first_of("aeiou", below(static_cast<std::uint32_t>(text.size())));
  if (at == std::string::npos) return {};
  text[at] = text[at] == 'e' ? 'o' : 'e';
  return "letter " + std::to_string(at) + " of " + path;
}

std::string RandomEdits::change_title() {
  const std::string path = some_file("content/", below(3) == 0 ? ".toml" : ".md");
  if (path.empty()) return {};
  std::string& text = site_[path];
  const auto [begin, end] = line_of(text, "title");
  if (begin == end) return {};
  text.replace(begin, end - begin, "title = \"The " + fresh_word() + (below(4) == 0 ? " & *others*\"" : "\""));
  return "title of " + path;
}

std::string RandomEdits::change_id() {
  const std::string path = some_file("content/", ".md");
  if (path.empty()) return {};
  std::string& text = site_[path];
  const auto [begin, end] = line_of(text, "id ");
  if (begin == end || begin > body_of(text)) return {};
  text.replace(begin, end - begin, "id = \"S" + std::to_string(below(5)) + "\"");
  return "id of " + path;
}

std::string RandomEdits::rename_id_everywhere() {
  constexpr std::array<const char*, 4> ids{"S1", "S2", "P2", "neighbours"};
  const std::string from = ids[below(ids.size())];
  const std::string to = from + (below(2) == 0 ? "0" : "1");
  for (auto& [path, text] : site_) replace_all(text, from, to);
  return from + " called " + to + " everywhere";
}

std::string RandomEdits::rename_file() {
  const std::string path = some_file(below(4) == 0 ? "static/" : "content/", "");
  if (path.empty()) return {};
  const std::size_t name = path.rfind('/') + 1;
  const std::string to = path.substr(0, name) + (below(2) == 0 ? "a-" : "z-") + path.substr(name);
  if (site_.contains(to)) return {};
  site_[to] = site_[path];
  site_.erase(path);
  return path + " renamed to " + to;
}

std::string RandomEdits::remove_file() {
  const std::string path = some_file(below(3) == 0 ? "" : "content/", "");
  if (path.empty()) return {};
  removed_[path] = site_[path];
  site_.erase(path);
  return path + " removed";
}

std::string RandomEdits::restore_file() {
  if (removed_.empty()) return {};
  auto one = removed_.begin();
  std::advance(one, below(static_cast<std::uint32_t>(removed_.size())));
  const std::string path = one->first;
  site_[path] = one->second;
  removed_.erase(one);
  return path + " restored";
}

std::string RandomEdits::add_page() {
  const std::string word = fresh_word();
  const bool is_standard = below(4) == 0;
  const std::string path = std::string(is_standard ? "content/standards/" : "content/") + word + ".md";
  site_[path] = "+++\ntitle = \"New " + word + "\"\n" +
                (is_standard ? "id = \"S" + std::to_string(10 + below(90)) + "\"\nstatus = \"draft\"\n" : "") +
                "+++\n\nWhat [[S1]] says of " + word + ".\n";
  return path + " added";
}

std::string RandomEdits::change_template() {
  const std::string name = templates[below(templates.size())];
  std::string& text = site_["templates/" + name];
  switch (below(6)) {
    case 0: site_.erase("templates/" + name); return name + " of the program";
    case 1: text = "{% extends \"builtin:" + name + "\" %}\n{% if %}\n"; return name + " broken";
    case 2:
      text = "{% extends \"builtin:" + name + "\" %}\n{% block main %}<p>" + fresh_word() +
             "</p>{{ super() }}{% endblock %}\n";
      return name + " extended";
    case 3: text = "{% extends \"builtin:" + name + "\" %}\n"; return name + " extended by nothing";
    default: text += "<!-- " + fresh_word() + " -->\n"; return name + " with a comment more";
  }
}

std::string RandomEdits::change_static() {
  constexpr std::array<const char*, 4> names{"robots.txt", "images/bridge.svg", "notes/a b.txt", "minutes/index.html"};
  const std::string path = std::string("static/") + names[below(names.size())];
  if (below(4) == 0 && site_.contains(path)) {
    site_.erase(path);
    return path + " removed";
  }
  site_[path] = path.ends_with(".svg")
                    ? "<svg xmlns=\"http://www.w3.org/2000/svg\"><title>" + fresh_word() + "</title></svg>\n"
                    : fresh_word() + "\n";
  return path + " written";
}

std::string RandomEdits::change_settings() {
  if (!site_.contains("site.toml")) return {};
  std::string& text = site_["site.toml"];
  const auto set = [&](const std::string& name, const std::string& value) -> std::string {
    const auto [begin, end] = line_of(text, name);
    if (begin == end) return {};
    text.replace(begin, end - begin, name + " = \"" + value + "\"");
    return "site.toml: " + name;
  };
  switch (below(7)) {
    case 0: return set("title", "Help with " + fresh_word());
    case 1: return set("description", "About " + fresh_word());
    case 2: return set("colour", below(2) == 0 ? "#1a3a6e" : "#00504a");
    case 3: return set("base_url", "https://www.tarnbridge.example/" + fresh_word() + "/");
    case 4: return replace_first(text, "menu     = true", "menu     = false") ? "site.toml: a menu less" : "";
    case 5: return replace_first(text, "[type.board]\npages = false\n", "") ? "site.toml: boards have pages" : "";
    default: return replace_first(text, "title ", "titel ") ? "site.toml: a setting misspelt" : "";
  }
}

std::string RandomEdits::change_row() {
  const std::string path = some_file("content/", ".csv");
  if (path.empty()) return {};
  std::string& text = site_[path];
  const std::size_t last = text.rfind('\n', text.size() - 2);
  switch (below(4)) {
    case 0:
      if (last == std::string::npos || last == text.find('\n')) return {};
      text.erase(last + 1);
      return "a row less in " + path;
    case 1: return replace_first(text, "12000", std::to_string(4000 + below(9000))) ? "a value of " + path : "";
    case 2: return replace_first(text, "Tarn Library", "The " + fresh_word()) ? "a name in " + path : "";
    default:
      text += "G-" + fresh_word() + ",Visits,Bus fares,Tarn Bus,\"£" + std::to_string(1 + below(9)) +
              ",000\",02/10/2026,neighbours,no,SJ\n";
      return "a row more in " + path;
  }
}

std::string RandomEdits::change_table() {
  const std::string path = some_file("content/", ".toml");
  if (path.empty()) return {};
  std::string& text = site_[path];
  const std::size_t last = text.rfind("\n[");
  switch (below(3)) {
    case 0:
      if (last == std::string::npos) return {};
      text.erase(last + 1);
      return "a table less in " + path;
    case 1:
      text += "\n[" + fresh_word() + "]\ntitle = \"The " + fresh_word() + "\"\n";
      return "a table more in " + path;
    default: text += "# " + fresh_word() + "\n"; return "a comment more in " + path;
  }
}

}  // namespace framewright
