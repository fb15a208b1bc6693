#pragma once

#include <cstdint>
#include <string_view>

namespace framewright {

// The part of a contracting process that a notice is about.
enum class OcdsSection : std::uint8_t { planning, tender, award, contract, implementation };

// A notice of the Procurement Act 2023, UK1 to UK17, in the words of the Open Contracting Data Standard.
struct NoticeKind {
  std::string_view code;
  std::string_view title;
  std::string_view document_type;  // of the codelist documentType
  OcdsSection section;
};

// Null for a code that is none of theirs.
const NoticeKind* notice_kind(std::string_view code);

}  // namespace framewright
