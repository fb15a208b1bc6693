#include "register/ocds_notice.h"

#include <algorithm>
#include <array>

namespace framewright {

namespace {

constexpr std::array<NoticeKind, 17> kinds{{
    {"UK1", "Pipeline notice", "procurementPlan", OcdsSection::planning},
    {"UK2", "Preliminary market engagement notice", "marketStudies", OcdsSection::planning},
    {"UK3", "Planned procurement notice", "plannedProcurementNotice", OcdsSection::planning},
    {"UK4", "Tender notice", "tenderNotice", OcdsSection::tender},
    {"UK5", "Transparency notice", "awardNotice", OcdsSection::award},
    {"UK6", "Contract award notice", "awardNotice", OcdsSection::award},
    {"UK7", "Contract details notice", "contractNotice", OcdsSection::contract},
    {"UK8", "Contract payment notice", "financialProgressReport", OcdsSection::implementation},
    {"UK9", "Contract performance notice", "physicalProgressReport", OcdsSection::implementation},
    {"UK10", "Contract change notice", "contractNotice", OcdsSection::contract},
    {"UK11", "Contract termination notice", "contractNotice", OcdsSection::contract},
    {"UK12", "Procurement termination notice", "cancellationDetails", OcdsSection::tender},
    {"UK13", "Dynamic market intention notice", "tenderNotice", OcdsSection::tender},
    {"UK14", "Dynamic market establishment notice", "tenderNotice", OcdsSection::tender},
    {"UK15", "Dynamic market modification notice", "tenderNotice", OcdsSection::tender},
    {"UK16", "Dynamic market cessation notice", "tenderNotice", OcdsSection::tender},
    {"UK17", "Payments compliance notice", "financialProgressReport", OcdsSection::implementation},
}};

}  // namespace

const NoticeKind* notice_kind(std::string_view code) {
  const auto found =
      std::find_if(kinds.begin(), kinds.end(), [&](const NoticeKind& kind) { return kind.code == code; });
  return found == kinds.end() ? nullptr : &*found;
}

}  // namespace framewright
