#include "model/accessibility.h"

#include "model/built_in.h"
#include "model/built_in_names.h"

namespace framewright {

std::string_view criterion_name(std::string_view number) {
  static const BuiltInNames names(built_in_wcag());
  return names.find(number);
}

}  // namespace framewright
