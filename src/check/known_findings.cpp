#include "check/known_findings.h"

#include "base/text.h"

namespace framewright {

namespace {

constexpr std::string_view content_folder = "content/";

bool leads_nowhere(std::string_view rule) {
  return rule == "unresolved-reference" || rule == "ambiguous-reference" || rule == "wrong-target";
}

}  // namespace

KnownFindings::KnownFindings(const Diagnostics& diagnostics, const Model& model) {
  for (const Diagnostic& diagnostic : diagnostics.all()) add(diagnostic, model);
}

void KnownFindings::add(const Diagnostic& diagnostic, const Model& model) {
  if (diagnostic.rule == "unreadable-file") {
    anything_unreadable_ = true;
    if (!diagnostic.where.known()) return;
    const std::string_view path = model.files[diagnostic.where.file].path;
    if (path.starts_with(content_folder))
      unreadable_types_.insert(model.schema->type_of_path(path.substr(content_folder.size())));
  } else if (leads_nowhere(diagnostic.rule)) {
    if (diagnostic.message.ends_with("is never closed")) anything_unreadable_ = true;
    unresolved_in_.insert(diagnostic.where.file);
    std::string_view rest = diagnostic.label;  // did you mean "S3" (Safeguarding)?
    (void)next_field(rest, '"');
    if (const std::string_view id = next_field(rest, '"'); !id.empty()) meant_.emplace(id);
  }
}

}  // namespace framewright
