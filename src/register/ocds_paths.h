#pragma once

#include <string>

#include "port/json.h"
#include "register/import_report.h"

namespace framewright {

// Whether a document is a notice UK1 to UK17, by `noticeType` or the beginning of its title; its code, else "".
std::string notice_code(const JsonValue& document);
// Whether a document is the page of the contract in a register of this program.
bool is_register_page(const JsonValue& document);

// Reports each value of a release that no field of a register holds, by its path.
void report_unknown_paths(const JsonValue& release, const std::string& id, ImportReport& report);

}  // namespace framewright
