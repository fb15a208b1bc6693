#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/source.h"

namespace framewright {

enum class Severity { info, warning, error };

std::string_view severity_name(Severity severity);

// A further place that a finding involves: the first of two ids, the next link of a chain.
struct Note {
  Span where;
  std::string message;
};

// One mistake of an author, in plain words. `where` may be unknown for a finding about the site as a whole.
struct Diagnostic {
  std::string rule;  // its name in RULES.md, or that of a site's own rule
  Severity severity = Severity::error;
  Span where;
  std::string message;      // what is wrong; no full stop, begins in lower case
  std::string label;        // said beside the caret: a suggestion, what was expected; may be empty
  std::vector<Note> notes;  // other places, in the order that they are to be read
  std::string help;         // how to mend it; may be empty
};

// Findings collected on the way; never thrown. Not shared between threads: each has its own, merged after.
class Diagnostics {
public:
  void add(Diagnostic diagnostic) { found_.push_back(std::move(diagnostic)); }
  // The usual finding: an error of `rule` at `where`.
  Diagnostic& error(std::string rule, Span where, std::string message);
  Diagnostic& warning(std::string rule, Span where, std::string message);
  Diagnostic& info(std::string rule, Span where, std::string message);
  void merge(Diagnostics&& other);

  const std::vector<Diagnostic>& all() const { return found_; }
  std::vector<Diagnostic>& all() { return found_; }
  bool empty() const { return found_.empty(); }
  bool has_errors() const;
  std::size_t count(Severity severity) const;

  // By path, place and rule, so that output does not depend on threads; equal findings are kept once.
  void sort(const SourceFiles& files);

private:
  std::vector<Diagnostic> found_;
};

}  // namespace framewright
