#include "register/import_ocds.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/date.h"
#include "base/money.h"
#include "base/text.h"
#include "port/json.h"
#include "register/ocds_notice.h"

namespace framewright {

namespace {

using Kind = JsonValue::Kind;

// What is read, or says again what is read elsewhere.
constexpr auto known_paths = std::to_array<std::string_view>({"ocid",
                                                              "id",
                                                              "date",
                                                              "tag",
                                                              "initiationType",
                                                              "language",
                                                              "parties",
                                                              "buyer",
                                                              "planning.budget.description",
                                                              "planning.budget.budgetBreakdown",
                                                              "planning.documents",
                                                              "tender.id",
                                                              "tender.title",
                                                              "tender.description",
                                                              "tender.status",
                                                              "tender.procuringEntity",
                                                              "tender.items",
                                                              "tender.procurementMethod",
                                                              "tender.procurementMethodDetails",
                                                              "tender.procurementMethodRationale",
                                                              "tender.numberOfTenderers",
                                                              "tender.documents",
                                                              "awards.id",
                                                              "awards.title",
                                                              "awards.description",
                                                              "awards.status",
                                                              "awards.date",
                                                              "awards.value",
                                                              "awards.suppliers",
                                                              "awards.contractPeriod",
                                                              "awards.documents",
                                                              "contracts.id",
                                                              "contracts.awardID",
                                                              "contracts.title",
                                                              "contracts.description",
                                                              "contracts.status",
                                                              "contracts.period",
                                                              "contracts.value",
                                                              "contracts.documents",
                                                              "contracts.implementation.milestones",
                                                              "contracts.implementation.documents",
                                                              "contracts.relatedProcesses",
                                                              "contracts.milestones",
                                                              "contracts.amendments",
                                                              "contracts.annualValue",
                                                              "contracts.irrecoverableTax",
                                                              "contracts.openEnded",
                                                              "contracts.noticePeriod",
                                                              "contracts.lightTouch",
                                                              "contracts.sme",
                                                              "contracts.vcse",
                                                              "contracts.redactions",
                                                              "relatedProcesses"});

const JsonValue& at(const JsonValue& value, std::string_view key) {
  static const JsonValue none;
  const JsonValue* found = value.find(key);
  return found == nullptr ? none : *found;
}

const JsonValue& first(const JsonValue& value, std::string_view key) {
  static const JsonValue none;
  const JsonValue& list = at(value, key);
  return list.items.empty() ? none : list.items.front();
}

std::string day(std::string_view time) {
  const auto date = parse_date(time.substr(0, 10));
  return date ? iso_date(*date) : std::string();
}

void put(ImportedFields& fields, const std::string& name, std::string value) {
  if (!value.empty()) fields[name] = {std::move(value)};
}

// The contracts of a package, one process after another.
class OcdsReader {
public:
  OcdsReader(FileId file, std::string_view prefix, ImportReport& report)
      : file_(file), prefix_(prefix), report_(report) {}

  ImportedRegister read(const JsonValue& package);

private:
  void wrong(const std::string& message) { report_.error("bad-value", {file_, 0, 0}, message); }
  std::vector<const JsonValue*> latest(const JsonValue& package);
  void read_process(const JsonValue& release);
  void read_tender(const JsonValue& release, ImportedItem& item);
  void read_award(const JsonValue& release, ImportedItem& item);
  void read_contract(const JsonValue& contract, ImportedItem& item);
  void read_amendments(const JsonValue& contract, ImportedItem& item);
  void read_parts(const JsonValue& release, const JsonValue& contract, ImportedItem& item);
  void read_notices(const JsonValue& holder, ImportedItem& item);
  void read_links(const JsonValue& holder, std::string_view relationship, const std::string& field, ImportedItem& item);
  void read_supplier(const JsonValue& release, const JsonValue& reference, ImportedItem& item);
  void put_money(ImportedFields& fields, const std::string& name, const JsonValue& value);
  void report_unknown(const JsonValue& value, const std::string& path);
  void link_processes();

  FileId file_;
  std::string_view prefix_;
  ImportReport& report_;
  ImportedRegister result_;
  SupplierNames suppliers_{result_, report_};
  std::map<std::string, std::string, std::less<>> by_ocid_;
  std::set<std::string, std::less<>> ids_;
};

// From the digits as they are written, never through floating point.
void OcdsReader::put_money(ImportedFields& fields, const std::string& name, const JsonValue& value) {
  const JsonValue& amount = at(value, "amount");
  if (amount.kind != Kind::number) return;
  if (const std::string_view currency = value.text_of("currency"); !currency.empty() && currency != "GBP") {
    report_.note(name + " was left out: it is in " + std::string(currency));
    return;
  }
  std::string digits = amount.text;
  if (const std::size_t point = digits.find('.'); point != std::string::npos) {
    while (digits.size() > point + 3 && digits.back() == '0') digits.pop_back();
    if (digits.size() == point + 2) digits += '0';
  }
  if (const auto money = parse_money(digits))
    put(fields, name, decimal_money(*money));
  else
    wrong(name + ": " + amount.text + " is no amount of whole pence");
}

void OcdsReader::report_unknown(const JsonValue& value, const std::string& path) {
  if (std::find(known_paths.begin(), known_paths.end(), path) != known_paths.end()) return;
  if (value.kind == Kind::object)
    for (const JsonMember& member : value.members)
      report_unknown(member.value, path.empty() ? member.key : path + "." + member.key);
  else if (value.kind == Kind::array && !value.items.empty() && value.items.front().kind == Kind::object)
    for (const JsonValue& element : value.items) report_unknown(element, path);
  else
    report_.note(path + " was left out: no field holds it");
}

void OcdsReader::read_supplier(const JsonValue& release, const JsonValue& reference, ImportedItem& item) {
  const std::string name(reference.text_of("name"));
  if (name.empty()) {
    report_.note("a supplier without a name was left out");
    return;
  }
  const std::string_view id = reference.text_of("id");
  ImportedItem& supplier = suppliers_.named(name, id.starts_with("GB-") ? std::string_view() : id);
  item.fields["supplier"].push_back(supplier.id);
  for (const JsonValue& party : at(release, "parties").items) {
    if (party.text_of("id") != reference.text_of("id")) continue;
    const JsonValue& identifier = at(party, "identifier");
    const std::string scheme(identifier.text_of("scheme")), number(identifier.text_of("id"));
    if (!number.empty() && scheme == "GB-COH")
      suppliers_.set(supplier, "company_number", number);
    else if (!number.empty() && (scheme == "GB-CHC" || scheme == "GB-SC"))
      suppliers_.set(supplier, "charity_number", number);
    else if (!number.empty())
      report_.note("an identifier of the scheme " + scheme + " was left out");
    const std::string_view scale = at(party, "details").text_of("scale");
    if (scale == "micro" || scale == "large") suppliers_.set(supplier, "size", std::string(scale));
    if (scale == "sme") report_.note("the scale sme says small or medium: the size of \"" + name + "\" was left open");
    if (!scale.empty()) item.fields.try_emplace("sme", std::vector<std::string>{scale == "large" ? "no" : "yes"});
  }
}

void OcdsReader::read_notices(const JsonValue& holder, ImportedItem& item) {
  for (const JsonValue& document : at(holder, "documents").items) {
    const std::string_view title = document.text_of("title");
    std::string code(document.text_of("noticeType"));
    if (code.empty()) code = title.substr(0, title.find(':'));
    if (notice_kind(code) == nullptr) {
      if (document.text_of("documentType") != "contractSummary")
        report_.note("a document was left out: it is no notice UK1 to UK17");
      continue;
    }
    ImportedFields fields{{"code", {code}}};
    put(fields, "id", std::string(document.text_of("id")));
    put(fields, "url", std::string(document.text_of("url")));
    put(fields, "published", day(document.text_of("datePublished")));
    item.parts.push_back({"notices", std::move(fields)});
  }
}

void OcdsReader::read_tender(const JsonValue& release, ImportedItem& item) {
  const JsonValue& tender = at(release, "tender");
  put(item.fields, "title", std::string(tender.text_of("title")));
  put(item.fields, "description", markdown_of(tender.text_of("description"), true));
  put(item.fields, "department", std::string(at(tender, "procuringEntity").text_of("name")));
  const std::string_view method = tender.text_of("procurementMethod");
  put(item.fields, "procedure",
      method == "open"        ? "tender"
      : method == "limited"   ? "quote"
      : method == "selective" ? "call-off"
      : method == "direct"    ? "direct"
                              : "");
  put(item.fields, "justification", markdown_of(tender.text_of("procurementMethodRationale"), true));
  put(item.fields, "bids_received", at(tender, "numberOfTenderers").text);
  for (const JsonValue& each : at(tender, "items").items)
    if (const JsonValue& code = at(each, "classification"); code.text_of("scheme") == "CPV")
      item.fields["cpv"].emplace_back(code.text_of("id"));
  for (const JsonValue& party : at(release, "parties").items)
    for (const JsonValue& role : at(party, "roles").items)
      if (role.text == "buyer") item.fields["buyer"].emplace_back(party.text_of("name"));
}

void OcdsReader::read_award(const JsonValue& release, ImportedItem& item) {
  const JsonValue& award = first(release, "awards");
  put(item.fields, "awarded", day(award.text_of("date")));
  put_money(item.fields, "original_value", at(award, "value"));
  const JsonValue& period = at(award, "contractPeriod");
  put(item.fields, "start", day(period.text_of("startDate")));
  put(item.fields, "end", day(period.text_of("endDate")));
  put(item.fields, "max_end", day(period.text_of("maxExtentDate")));
  for (const JsonValue& supplier : at(award, "suppliers").items) read_supplier(release, supplier, item);
}

void OcdsReader::read_amendments(const JsonValue& contract, ImportedItem& item) {
  for (const JsonValue& amendment : at(contract, "amendments").items) {
    std::string_view words = amendment.text_of("description");
    const std::string taken = day(amendment.text_of("date"));
    constexpr std::string_view beginning = "Extended by ";
    if (words.starts_with(beginning) && !taken.empty())
      item.fields["extensions"].push_back(std::string(words.substr(beginning.size())) + " taken " + taken);
    else if (!words.starts_with("Changed, as the contract change notice says"))
      report_.note("an amendment of " + item.id + " was left out: it does not say by how many months it extends");
  }
}

void OcdsReader::read_contract(const JsonValue& contract, ImportedItem& item) {
  put(item.fields, "title", std::string(contract.text_of("title")));
  put(item.fields, "description", markdown_of(contract.text_of("description"), true));
  put_money(item.fields, "value_net", at(contract, "value"));
  if (item.fields["original_value"] == item.fields["value_net"]) item.fields.erase("original_value");
  put_money(item.fields, "annual_value", at(contract, "annualValue"));
  put_money(item.fields, "vat_irrecoverable", at(contract, "irrecoverableTax"));
  const JsonValue& period = at(contract, "period");
  put(item.fields, "start", day(period.text_of("startDate")));
  put(item.fields, "end", day(period.text_of("endDate")));
  put(item.fields, "max_end", day(period.text_of("maxExtentDate")));
  put(item.fields, "notice_period", std::string(contract.text_of("noticePeriod")));
  for (const auto& [key, field] : {std::pair("openEnded", "open_ended"), std::pair("lightTouch", "light_touch")})
    if (at(contract, key).kind == Kind::boolean) put(item.fields, field, at(contract, key).boolean ? "true" : "false");
  for (const char* key : {"sme", "vcse"})
    if (at(contract, key).kind == Kind::boolean) put(item.fields, key, at(contract, key).boolean ? "yes" : "no");
  for (const JsonValue& milestone : at(contract, "milestones").items)
    if (milestone.text_of("type") == "assessment") put(item.fields, "review", day(milestone.text_of("dueDate")));
  if (contract.text_of("status") == "cancelled") report_.note("the status of " + item.id + " was left out: cancelled");
  read_amendments(contract, item);
  read_links(contract, "replacementProcess", "successor", item);
}

void OcdsReader::read_parts(const JsonValue& release, const JsonValue& contract, ImportedItem& item) {
  for (const JsonValue& share : at(at(at(release, "planning"), "budget"), "budgetBreakdown").items) {
    ImportedPart part{"pooled", {}};
    put(part.fields, "partner", std::string(at(share, "sourceParty").text_of("name")));
    put_money(part.fields, "share", at(share, "amount"));
    item.parts.push_back(std::move(part));
  }
  for (const JsonValue* holder : {&at(release, "planning"), &at(release, "tender"), &first(release, "awards"),
                                  &contract, &at(contract, "implementation")})
    read_notices(*holder, item);
  for (const JsonValue& kpi : at(at(contract, "implementation"), "milestones").items) {
    ImportedPart part{"kpis", {}};
    put(part.fields, "name", std::string(kpi.text_of("title")));
    put(part.fields, "target", std::string(kpi.text_of("description")));
    put(part.fields, "rating", std::string(kpi.text_of("rating")));
    put(part.fields, "assessed_on", day(kpi.text_of("dateModified")));
    item.parts.push_back(std::move(part));
  }
  for (const JsonValue& redaction : at(contract, "redactions").items) {
    ImportedPart part{"redactions", {}};
    for (const auto& [key, field] :
         {std::pair("field", "field"), std::pair("reason", "reason"), std::pair("decidedBy", "decided_by")})
      put(part.fields, field, std::string(redaction.text_of(key)));
    put(part.fields, "on", day(redaction.text_of("decidedOn")));
    put(part.fields, "review", day(redaction.text_of("reviewBy")));
    item.parts.push_back(std::move(part));
  }
}

// By ocid until all processes are read.
void OcdsReader::read_links(const JsonValue& holder, std::string_view relationship, const std::string& field,
                            ImportedItem& item) {
  for (const JsonValue& related : at(holder, "relatedProcesses").items)
    for (const JsonValue& each : at(related, "relationship").items)
      if (each.text == relationship) item.fields[field].emplace_back(related.text_of("identifier"));
}

void OcdsReader::link_processes() {
  for (ImportedItem& item : result_.contracts)
    for (const char* field : {"predecessor", "successor"}) {
      std::vector<std::string> ids;
      for (const std::string& ocid : item.fields[field])
        if (const auto found = by_ocid_.find(ocid); found != by_ocid_.end())
          ids.push_back(found->second);
        else
          report_.note(std::string(field) + " " + ocid + " of " + item.id + " was left out: it is not in the package");
      item.fields[field] = std::move(ids);
    }
}

void OcdsReader::read_process(const JsonValue& release) {
  const JsonValue& contract = first(release, "contracts");
  const std::string ocid(release.text_of("ocid"));
  ImportedItem item;
  item.id = std::string(contract.kind == Kind::object ? contract.text_of("id") : at(release, "tender").text_of("id"));
  if (item.id.empty() || !ids_.insert(item.id).second) {
    wrong("the process " + ocid +
          (item.id.empty() ? " has no contract and no tender with an id"
                           : " has the id of another: \"" + item.id + "\""));
    return;
  }
  if (at(release, "contracts").items.size() > 1)
    report_.note("of the process " + ocid + " only the first contract was read");
  if (ocid != std::string(prefix_) + "-" + item.id) put(item.fields, "ocid", ocid);
  by_ocid_.emplace(ocid, item.id);
  read_tender(release, item);
  read_award(release, item);
  read_contract(contract, item);
  read_parts(release, contract, item);
  read_links(release, "prior", "predecessor", item);
  for (const char* field : {"sme", "vcse"}) item.fields.try_emplace(field, std::vector<std::string>{"unknown"});
  report_unknown(release, {});
  result_.contracts.push_back(std::move(item));
}

std::vector<const JsonValue*> OcdsReader::latest(const JsonValue& package) {
  std::vector<const JsonValue*> found;
  std::map<std::string_view, std::size_t> places;
  const auto take = [&](const JsonValue& release) {
    const auto [place, fresh] = places.try_emplace(release.text_of("ocid"), found.size());
    if (fresh)
      found.push_back(&release);
    else if (found[place->second]->text_of("date") <= release.text_of("date"))
      found[place->second] = &release;
  };
  for (const JsonValue& release : at(package, "releases").items) take(release);
  for (const JsonValue& record : at(package, "records").items) {
    if (const JsonValue* compiled = record.find("compiledRelease"))
      take(*compiled);
    else
      for (const JsonValue& release : at(record, "releases").items) take(release);
  }
  return found;
}

ImportedRegister OcdsReader::read(const JsonValue& package) {
  for (const JsonValue* release : latest(package)) read_process(*release);
  link_processes();
  return std::move(result_);
}

}  // namespace

ImportedRegister import_ocds(std::string_view text, FileId file, std::string_view ocid_prefix, ImportReport& report) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::size_t bad = 0;
  const auto package = parse_json(text, bad);
  const auto place = static_cast<std::uint32_t>(bad);
  if (!package) {
    report.error("unreadable-file", {file, place, place},
                 bad >= text.size() ? "this file ends before its JSON does" : "this is no JSON from here on",
                 "fetch the file again, whole");
    return {};
  }
  if (package->find("releases") == nullptr && package->find("records") == nullptr) {
    report.error("unreadable-file", {file, 0, 0}, "this is neither a release package nor a record package of OCDS");
    return {};
  }
  if (const std::string_view version = package->text_of("version"); version != "1.1") {
    report.error("unreadable-file", {file, 0, 0},
                 "this package is of OCDS " + (version.empty() ? "1.0" : std::string(version)) + ", and 1.1 is read");
    return {};
  }
  return OcdsReader(file, ocid_prefix, report).read(*package);
}

}  // namespace framewright
