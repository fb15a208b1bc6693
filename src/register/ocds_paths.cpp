#include "register/ocds_paths.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "register/ocds_notice.h"

namespace framewright {

namespace {

using Kind = JsonValue::Kind;

// What is read, or says again what is read elsewhere; in alphabetical order.
constexpr auto known_paths = std::to_array<std::string_view>({
    "awards.contractPeriod.durationInDays",
    "awards.contractPeriod.endDate",
    "awards.contractPeriod.maxExtentDate",
    "awards.contractPeriod.startDate",
    "awards.date",
    "awards.description",
    "awards.id",
    "awards.status",
    "awards.suppliers.id",
    "awards.suppliers.name",
    "awards.title",
    "awards.value.amount",
    "awards.value.currency",
    "buyer.id",
    "buyer.name",
    "contracts.amendments.amendsReleaseID",
    "contracts.amendments.date",
    "contracts.amendments.description",
    "contracts.amendments.id",
    "contracts.amendments.releaseID",
    "contracts.annualValue.amount",
    "contracts.annualValue.currency",
    "contracts.awardID",
    "contracts.description",
    "contracts.id",
    "contracts.implementation.milestones.dateModified",
    "contracts.implementation.milestones.description",
    "contracts.implementation.milestones.id",
    "contracts.implementation.milestones.rating",
    "contracts.implementation.milestones.status",
    "contracts.implementation.milestones.title",
    "contracts.implementation.milestones.type",
    "contracts.irrecoverableTax.amount",
    "contracts.irrecoverableTax.currency",
    "contracts.lightTouch",
    "contracts.milestones.dateMet",
    "contracts.milestones.dueDate",
    "contracts.milestones.id",
    "contracts.milestones.status",
    "contracts.milestones.title",
    "contracts.milestones.type",
    "contracts.noticePeriod",
    "contracts.openEnded",
    "contracts.period.durationInDays",
    "contracts.period.endDate",
    "contracts.period.maxExtentDate",
    "contracts.period.startDate",
    "contracts.redactions.decidedBy",
    "contracts.redactions.decidedOn",
    "contracts.redactions.field",
    "contracts.redactions.id",
    "contracts.redactions.reason",
    "contracts.redactions.reviewBy",
    "contracts.relatedProcesses.id",
    "contracts.relatedProcesses.identifier",
    "contracts.relatedProcesses.relationship",
    "contracts.relatedProcesses.scheme",
    "contracts.relatedProcesses.title",
    "contracts.sme",
    "contracts.status",
    "contracts.title",
    "contracts.value.amount",
    "contracts.value.currency",
    "contracts.vcse",
    "date",
    "id",
    "initiationType",
    "language",
    "ocid",
    "parties.additionalIdentifiers.id",
    "parties.additionalIdentifiers.legalName",
    "parties.additionalIdentifiers.scheme",
    "parties.details.scale",
    "parties.details.sector",
    "parties.details.size",
    "parties.details.vcse",
    "parties.id",
    "parties.identifier.id",
    "parties.identifier.legalName",
    "parties.identifier.scheme",
    "parties.name",
    "parties.roles",
    "planning.budget.budgetBreakdown.amount.amount",
    "planning.budget.budgetBreakdown.amount.currency",
    "planning.budget.budgetBreakdown.id",
    "planning.budget.budgetBreakdown.sourceParty.id",
    "planning.budget.budgetBreakdown.sourceParty.name",
    "planning.budget.description",
    "relatedProcesses.id",
    "relatedProcesses.identifier",
    "relatedProcesses.relationship",
    "relatedProcesses.scheme",
    "relatedProcesses.title",
    "tag",
    "tender.annualValue.amount",
    "tender.annualValue.currency",
    "tender.contractPeriod.durationInDays",
    "tender.contractPeriod.endDate",
    "tender.contractPeriod.maxExtentDate",
    "tender.contractPeriod.startDate",
    "tender.description",
    "tender.id",
    "tender.irrecoverableTax.amount",
    "tender.irrecoverableTax.currency",
    "tender.items.classification.description",
    "tender.items.classification.id",
    "tender.items.classification.scheme",
    "tender.items.id",
    "tender.lightTouch",
    "tender.noticePeriod",
    "tender.numberOfTenderers",
    "tender.openEnded",
    "tender.procurementMethod",
    "tender.procurementMethodDetails",
    "tender.procurementMethodRationale",
    "tender.procuringEntity.id",
    "tender.procuringEntity.name",
    "tender.redactions.decidedBy",
    "tender.redactions.decidedOn",
    "tender.redactions.field",
    "tender.redactions.id",
    "tender.redactions.reason",
    "tender.redactions.reviewBy",
    "tender.sme",
    "tender.status",
    "tender.title",
    "tender.value.amount",
    "tender.value.currency",
    "tender.vcse",
});
static_assert(std::is_sorted(known_paths.begin(), known_paths.end()));

// Of a document that is a notice.
constexpr auto notice_members =
    std::to_array<std::string_view>({"id", "documentType", "noticeType", "title", "url", "datePublished"});
// Where notices are read.
constexpr auto document_paths =
    std::to_array<std::string_view>({"planning.documents", "tender.documents", "awards.documents",
                                     "contracts.documents", "contracts.implementation.documents"});

class PathReport {
public:
  PathReport(const std::string& id, ImportReport& report) : id_(id), report_(report) {}

  void walk(const JsonValue& value, const std::string& path);

private:
  void walk_document(const JsonValue& document, const std::string& path);

  const std::string& id_;
  ImportReport& report_;
};

void PathReport::walk_document(const JsonValue& document, const std::string& path) {
  if (is_register_page(document)) return;
  if (notice_code(document).empty()) {
    report_.note(path + " was left out where it is no notice UK1 to UK17", "in " + id_);
    return;
  }
  for (const JsonMember& each : document.members)
    if (std::find(notice_members.begin(), notice_members.end(), each.key) == notice_members.end())
      walk(each.value, path + "." + each.key);
}

void PathReport::walk(const JsonValue& value, const std::string& path) {
  const bool nested = value.kind == Kind::array && !value.items.empty() && value.items.front().kind == Kind::object;
  if (value.kind == Kind::object) {
    for (const JsonMember& each : value.members) walk(each.value, path.empty() ? each.key : path + "." + each.key);
  } else if (nested) {
    const bool documents = std::find(document_paths.begin(), document_paths.end(), path) != document_paths.end();
    for (const JsonValue& element : value.items) documents ? walk_document(element, path) : walk(element, path);
  } else if (value.kind != Kind::null && !std::binary_search(known_paths.begin(), known_paths.end(), path)) {
    report_.note(path + " was left out: no field holds it", "in " + id_);
  }
}

}  // namespace

std::string notice_code(const JsonValue& document) {
  std::string code(document.text_of("noticeType"));
  const std::string_view title = document.text_of("title");
  if (code.empty()) code = title.substr(0, title.find(':'));
  return notice_kind(code) == nullptr ? std::string() : code;
}

bool is_register_page(const JsonValue& document) {
  return document.text_of("id") == "page" && document.text_of("documentType") == "contractSummary" &&
         document.text_of("title") == "The contract in the register";
}

void report_unknown_paths(const JsonValue& release, const std::string& id, ImportReport& report) {
  PathReport(id, report).walk(release, {});
}

}  // namespace framewright
