#include "base/diagnostic.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace framewright {

std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::info: return "info";
    case Severity::warning: return "warning";
    case Severity::error: break;
  }
  return "error";
}

Diagnostic& Diagnostics::error(std::string rule, Span where, std::string message) {
  return found_.emplace_back(Diagnostic{std::move(rule), Severity::error, where, std::move(message), {}, {}, {}});
}

Diagnostic& Diagnostics::warning(std::string rule, Span where, std::string message) {
  return found_.emplace_back(Diagnostic{std::move(rule), Severity::warning, where, std::move(message), {}, {}, {}});
}

Diagnostic& Diagnostics::info(std::string rule, Span where, std::string message) {
  return found_.emplace_back(Diagnostic{std::move(rule), Severity::info, where, std::move(message), {}, {}, {}});
}

void Diagnostics::merge(Diagnostics&& other) {
  found_.insert(found_.end(), std::make_move_iterator(other.found_.begin()),
                std::make_move_iterator(other.found_.end()));
  other.found_.clear();
}

bool Diagnostics::has_errors() const { return count(Severity::error) > 0; }

std::size_t Diagnostics::count(Severity severity) const {
  return static_cast<std::size_t>(
      std::count_if(found_.begin(), found_.end(), [&](const Diagnostic& d) { return d.severity == severity; }));
}

void Diagnostics::sort(const SourceFiles& files) {
  const auto key = [&](const Diagnostic& d) {
    const std::string_view path = d.where.known() ? std::string_view(files[d.where.file].path) : std::string_view();
    return std::tuple<std::string_view, std::uint32_t, std::string_view, std::string_view, std::uint32_t>(
        path, d.where.begin, d.rule, d.message, d.where.end);
  };
  std::stable_sort(found_.begin(), found_.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
  const auto same = [&](const auto& a, const auto& b) { return key(a) == key(b); };
  found_.erase(std::unique(found_.begin(), found_.end(), same), found_.end());
}

}  // namespace framewright
