#include "register/import_report.h"

#include "base/text.h"

namespace framewright {

void ImportReport::error(const std::string& rule, Span where, const std::string& message, const std::string& help) {
  if (counts_as_new(rule)) errors_.error(rule, where, message).help = help;
}

void ImportReport::error(const std::string& rule, Span where, const std::string& message, Span first,
                         const std::string& note) {
  if (counts_as_new(rule)) errors_.error(rule, where, message).notes.push_back({first, note});
}

void ImportReport::merge(Diagnostics&& found) {
  for (Diagnostic& each : found.all())
    if (counts_as_new(each.rule)) errors_.add(std::move(each));
}

std::string ImportReport::further_errors() const {
  std::string out;
  for (const auto& [rule, count] : counts_)
    if (count > most_of_a_kind)
      out += with_thousands(static_cast<long long>(count - most_of_a_kind)) + " more of " + rule + ".\n";
  return out;
}

void ImportReport::note(const std::string& what, const std::string& place) {
  Note& note = notes_[what];
  if (++note.count == 1) note.first = place;
}

std::string ImportReport::notes() const {
  std::string out;
  for (const auto& [what, note] : notes_) {
    std::string where = note.count > 1 ? with_thousands(static_cast<long long>(note.count)) + " times" : "";
    if (!note.first.empty()) where += (where.empty() ? "" : ", first ") + note.first;
    out += "- " + what + (where.empty() ? "" : " (" + where + ")") + "\n";
  }
  return out;
}

}  // namespace framewright
