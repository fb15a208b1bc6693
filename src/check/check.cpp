#include "check/check.h"
#include "check/judge.h"
namespace framewright {
void check(const Model&, const ModelValues&, const Config&, const Filters&, Diagnostics&) {}
Judgement judge(Diagnostics&& found, const Model& model, const Config&) {
  found.sort(model.files);
  return {std::move(found), {}};
}
}  // namespace framewright
