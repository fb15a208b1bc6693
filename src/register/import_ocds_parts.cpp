#include "model/extension.h"
#include "register/import_json.h"
#include "register/import_ocds_release.h"
#include "register/ocds_paths.h"

namespace framewright {

using Kind = JsonValue::Kind;

namespace {

std::string quoted(const std::string& text) { return "\"" + text + "\""; }

}  // namespace

// What belongs to the contract; its id is kept where it is not the one that it gets by its place.
ImportedFields& OcdsReleaseReader::add_part(const std::string& nest, const JsonValue& source) {
  ImportedFields& fields = item_->parts.emplace_back(ImportedPart{nest, {}}).fields;
  const std::string id = text_member(source, "id");
  const std::string usual = item_->id + "." + std::to_string(++part_counts_[nest]);
  if (id.empty() || id == usual) return fields;
  if (is_plain_id(id.substr(0, id.rfind('.'))) && part_ids_.emplace(nest, id).second)
    put(fields, "id", id);
  else
    left_out("the id of one of " + nest + " was left out: it is another's too, or has signs in it");
  return fields;
}

void OcdsReleaseReader::read_notices(const JsonValue& holder, const std::string& path) {
  for (const JsonValue& document : member(holder, "documents").items) {
    const std::string code = notice_code(document);
    if (code.empty()) continue;  // reported by its path
    ImportedFields& fields = add_part("notices", document);
    put(fields, "code", code);
    put(fields, "url", text_member(document, "url"));
    put(fields, "published", day_of(path, document, "datePublished"));
  }
}

void OcdsReleaseReader::read_shares() {
  const JsonValue& budget = member(member(*release_, "planning"), "budget");
  if (const std::string words = text_member(budget, "description"); !words.empty() && words != "A pooled budget")
    left_out("planning.budget.description was left out: no field holds it");
  for (const JsonValue& share : member(budget, "budgetBreakdown").items) {
    ImportedFields& fields = add_part("pooled", share);
    put(fields, "partner", text_member(member(share, "sourceParty"), "name"));
    put_money(fields, "share", "planning.budget.budgetBreakdown.amount", member(share, "amount"));
  }
}

void OcdsReleaseReader::read_ratings() {
  const std::string path = "contracts.implementation.milestones";
  for (const JsonValue& kpi : member(member(*contract_, "implementation"), "milestones").items) {
    ImportedFields& fields = add_part("kpis", kpi);
    put(fields, "name", text_member(kpi, "title"));
    put(fields, "target", text_member(kpi, "description"));
    put(fields, "rating", text_member(kpi, "rating"));
    put(fields, "assessed_on", day_of(path, kpi, "dateModified"));
    if (const std::string status = text_member(kpi, "status"); !status.empty() && !fields.contains("rating"))
      left_out(path + ".status was left out where there is no rating");
  }
}

void OcdsReleaseReader::read_redactions(const JsonValue& holder, const std::string& path) {
  for (const JsonValue& redaction : member(holder, "redactions").items) {
    ImportedFields& fields = add_part("redactions", redaction);
    for (const auto& [key, field] :
         {std::pair("field", "field"), std::pair("reason", "reason"), std::pair("decidedBy", "decided_by")})
      put(fields, field, text_member(redaction, key));
    put(fields, "on", day_of(path, redaction, "decidedOn"));
    put(fields, "review", day_of(path, redaction, "reviewBy"));
  }
}

// By ocid until all processes are read.
void OcdsReleaseReader::read_related(const JsonValue& holder, const std::string& path, std::string_view relationship,
                                     const std::string& field) {
  for (const JsonValue& related : member(holder, "relatedProcesses").items)
    for (const JsonValue& each : member(related, "relationship").items)
      if (each.text == relationship)
        item_->fields[field].push_back(text_member(related, "identifier"));
      else
        left_out(path + " of the relationship " + quoted(each.text) + " was left out");
}

void OcdsReleaseReader::read_amendments() {
  constexpr std::string_view beginning = "Extended by ";
  for (const JsonValue& amendment : member(*contract_, "amendments").items) {
    const std::string words = text_member(amendment, "description");
    const std::string taken = day_of("contracts.amendments", amendment, "date");
    const std::string extension =
        words.starts_with(beginning) && !taken.empty() ? words.substr(beginning.size()) + " taken " + taken : "";
    if (!extension.empty() && parse_extension(extension))
      item_->fields["extensions"].push_back(extension);
    else if (words != "Changed, as the contract change notice says")
      report_.note("contracts.amendments was left out where it does not say by how many months it extends",
                   quoted(words) + " in " + item_->id);
  }
}

}  // namespace framewright
