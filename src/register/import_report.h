#pragma once

#include <cstddef>
#include <map>
#include <string>

#include "base/diagnostic.h"

namespace framewright {

// What an import could not read, and what it read and could not carry. Of each kind of error the first twenty are kept
// and the others counted.
class ImportReport {
public:
  static constexpr std::size_t most_of_a_kind = 20;

  void error(const std::string& rule, Span where, const std::string& message, const std::string& help = {});
  // An error that another one explains.
  void error(const std::string& rule, Span where, const std::string& message, Span first, const std::string& note);
  // Something that was left out or is to be looked at, in a line, and where: "in C-0042". The same again is counted,
  // and the place of the first is told.
  void note(const std::string& what, const std::string& place = {});
  void merge(Diagnostics&& found);

  bool has_errors() const { return !counts_.empty(); }
  const Diagnostics& errors() const { return errors_; }
  // The lines of the report: "2 of bad-value besides these" and the notes with their counts.
  std::string further_errors() const;
  std::string notes() const;

private:
  struct Note {
    std::size_t count = 0;
    std::string first;
  };
  bool counts_as_new(const std::string& rule) { return ++counts_[rule] <= most_of_a_kind; }

  Diagnostics errors_;
  std::map<std::string, std::size_t> counts_;
  std::map<std::string, Note> notes_;
};

}  // namespace framewright
