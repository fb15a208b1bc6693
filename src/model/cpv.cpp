#include "model/cpv.h"

#include "model/built_in.h"
#include "model/built_in_names.h"

namespace framewright {

std::string_view cpv_division(std::string_view code) { return code.substr(0, 2); }

std::string_view cpv_division_name(std::string_view division) {
  static const BuiltInNames names(built_in_cpv());
  return names.find(division);
}

std::string_view notice_name(std::string_view code) {
  static const BuiltInNames names(built_in_notices());
  return names.find(code);
}

}  // namespace framewright
