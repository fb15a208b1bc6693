#include "support/workplace.h"

#include <cstdlib>
#include <utility>

namespace framewright {

namespace fs = std::filesystem;

namespace {

bool is_number_character(char c) { return (c >= '0' && c <= '9') || c == '.'; }

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
}

void replace_times(std::string& text) {
  for (std::size_t at = 0; (at = text.find("in ", at)) != std::string::npos; at += 3) {
    const std::size_t from = at + 3;
    std::size_t end = from;
    while (end < text.size() && is_number_character(text[end])) ++end;
    if (end == from) continue;
    for (const std::string_view unit : {" ms", " s"}) {
      const std::size_t after = end + unit.size();
      if (text.compare(end, unit.size(), unit) != 0) continue;
      if (after < text.size() && std::string_view("\n.,:; )").find(text[after]) == std::string_view::npos) continue;
      text.replace(from, after - from, "[time]");
      break;
    }
  }
}

}  // namespace

fs::path program_under_test(const char* built) {
  const char* given = std::getenv("FRAMEWRIGHT");
  return fs::absolute(given != nullptr && *given != '\0' ? given : built);
}

bool updating() {
  const char* given = std::getenv("UPDATE_GOLDEN");
  return given != nullptr && *given != '\0' && std::string_view(given) != "0";
}

std::vector<std::string> split_arguments(std::string_view text) {
  std::vector<std::string> words;
  bool inside = false;
  char quote = '\0';
  for (const char c : text) {
    if (quote != '\0' ? c == quote : c == '"' || c == '\'') {
      quote = quote != '\0' ? '\0' : c;
      if (!inside) words.emplace_back();
      inside = true;
    } else if (quote == '\0' && (c == ' ' || c == '\n' || c == '\t')) {
      inside = false;
    } else {
      if (!inside) words.emplace_back();
      inside = true;
      words.back() += c;
    }
  }
  return words;
}

Workplace::Workplace(const fs::path& program) : program_(program) {
  static const bool once = (respect_permissions(), true);
  static_cast<void>(once);
  for (const char* name : {"site", "home", "bin"}) fs::create_directory(folder_.path() / name);
  fs::create_symlink(program, folder_.path() / "bin" / "framewright");
}

Outcome Workplace::run_framewright(const std::vector<std::string>& arguments) const {
  std::vector<std::string> all{program_.string()};
  all.insert(all.end(), arguments.begin(), arguments.end());
  return run_here(std::move(all));
}

Outcome Workplace::run_shell(const std::string& script) const { return run_here({"/bin/sh", "-c", script}); }

Outcome Workplace::run_here(std::vector<std::string> arguments) const {
  std::vector<std::string> environment{"PATH=" + (folder_.path() / "bin").string() + ":/usr/bin:/bin",
                                       "HOME=" + (folder_.path() / "home").string(), "LANG=C.UTF-8", "TZ=UTC",
                                       "NO_COLOR=1"};
  for (const char* name : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS"})
    if (const char* value = std::getenv(name)) environment.push_back(std::string(name) + '=' + value);
  return run({std::move(arguments), site(), std::move(environment)});
}

std::string without_chance(std::string text, const fs::path& site) {
  replace_all(text, site.string(), "[folder]");
  replace_times(text);
  return text;
}

}  // namespace framewright
