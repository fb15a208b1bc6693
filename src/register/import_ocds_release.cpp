#include "register/import_ocds_release.h"

#include <algorithm>
#include <array>

#include "base/money.h"
#include "base/text.h"
#include "model/extension.h"
#include "register/import_json.h"
#include "register/ocds_paths.h"

namespace framewright {

namespace {

using Kind = JsonValue::Kind;

const JsonValue& first_of(const JsonValue& release, std::string_view key) {
  const JsonValue& list = member(release, key);
  return list.items.empty() ? no_value() : list.items.front();
}

// The award of the contract, or the first.
const JsonValue& award_of(const JsonValue& release, const JsonValue& contract) {
  for (const JsonValue& award : member(release, "awards").items)
    if (award.text_of("id") == contract.text_of("awardID")) return award;
  return first_of(release, "awards");
}

bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

// What the details of a method say for certain; "" when they do not.
std::string procedure_of(std::string_view details) {
  std::string words = ascii_lower(details);
  if (words == "quote" || words == "tender" || words == "direct" || words == "call-off") return words;
  if (has_any(words, {"call-off", "call off", "calloff", "mini-competition", "mini competition"})) return "call-off";
  if (has_any(words, {"direct award", "without prior publication", "single tender action"})) return "direct";
  if (has_any(words, {"quotation", "request for quote"})) return "quote";
  if (has_any(words, {"open procedure", "restricted procedure", "restricted tender", "competitive flexible procedure",
                      "competitive dialogue", "competitive procedure with negotiation"}))
    return "tender";
  return {};
}

std::string quoted(const std::string& text) { return "\"" + text + "\""; }

}  // namespace

void OcdsReleaseReader::wrong(const std::string& message) {
  report_.error("bad-value", item_->where, item_->id + ": " + message);
}

void OcdsReleaseReader::put_text(const std::string& field, const Texts& texts, bool markdown) {
  const auto best = std::find_if(texts.begin(), texts.end(), [](const auto& each) { return !each.second.empty(); });
  if (best == texts.end()) return;
  put(item_->fields, field, markdown ? markdown_of(best->second, true) : best->second);
  for (auto other = best + 1; other != texts.end(); ++other)
    if (!other->second.empty() && other->second != best->second)
      left_out(std::string(other->first) + " was left out where it differs from " + best->first);
}

// The day that the text says; one that begins late in the day in UTC may be the next day here.
std::string OcdsReleaseReader::day_of(const std::string& path, const JsonValue& holder, const char* key, bool begin) {
  const std::string text = text_member(holder, key), name = path + "." + key;
  if (text.empty()) return {};
  const auto date = parse_date(std::string_view(text).substr(0, 10));
  if (!date || (text.size() > 10 && text[10] != 'T')) {
    wrong(name + ": " + quoted(text) + " is no date of the form 2027-03-31T00:00:00Z");
    return {};
  }
  if (begin && text.ends_with('Z') && text.substr(10, 3) == "T23")
    report_.note(name + " begins late in the day in UTC, which may be the next day in the United Kingdom: look at it",
                 text + " in " + item_->id);
  return iso_date(*date);
}

// From the digits as they are written, never through floating point.
void OcdsReleaseReader::put_money(ImportedFields& fields, const std::string& name, const std::string& path,
                                  const JsonValue& value) {
  const JsonValue& amount = member(value, "amount");
  if (amount.kind == Kind::null) return;
  const std::string_view currency = value.text_of("currency");
  if (currency != "GBP") {
    left_out(path + " was left out: it is " + (currency.empty() ? "of no currency" : "in " + std::string(currency)));
    return;
  }
  std::string digits = amount.text;
  if (const std::size_t point = digits.find('.'); point != std::string::npos)
    while (digits.size() > point + 3 && digits.back() == '0') digits.pop_back();
  const auto money = amount.kind == Kind::number ? parse_money(digits) : std::nullopt;
  if (!money)
    wrong(path + ".amount: " + (amount.kind == Kind::number ? amount.text : quoted(amount.text)) +
          " is no number of whole pence");
  else if (money->pence < 0)
    wrong(path + ".amount: " + amount.text + " is below 0");
  else
    put(fields, name, decimal_money(*money));
}

void OcdsReleaseReader::read_words() {
  const auto texts = [&](const char* key, const char* a, const char* b, const char* c) {
    return Texts{{a, text_member(*contract_, key)}, {b, text_member(*award_, key)}, {c, text_member(*tender_, key)}};
  };
  put_text("title", texts("title", "contracts.title", "awards.title", "tender.title"), true);
  put_text("description", texts("description", "contracts.description", "awards.description", "tender.description"),
           true);
  put(item_->fields, "department", text_member(member(*tender_, "procuringEntity"), "name"));
}

// Who buys alone and is the organisation of the site is not named.
void OcdsReleaseReader::read_buyers() {
  std::vector<std::string> names;
  const auto add = [&](const std::string& name) {
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  };
  add(text_member(member(*release_, "buyer"), "name"));
  for (const JsonValue& party : member(*release_, "parties").items)
    if (has_role(party, "buyer")) add(text_member(party, "name"));
  if (!names.empty() && (names.size() > 1 || names.front() != own_name_)) item_->fields["buyer"] = std::move(names);
}

void OcdsReleaseReader::read_roles() {
  constexpr std::array<std::string_view, 4> known{"buyer", "procuringEntity", "supplier", "funder"};
  const JsonValue& shares = member(member(member(*release_, "planning"), "budget"), "budgetBreakdown");
  for (const JsonValue& party : member(*release_, "parties").items) {
    const std::string name = text_member(party, "name");
    for (const JsonValue& role : member(party, "roles").items)
      if (std::find(known.begin(), known.end(), role.text) == known.end())
        report_.note("parties with the role " + role.text + " were left out", quoted(name) + " in " + item_->id);
    const bool puts_in = std::any_of(shares.items.begin(), shares.items.end(), [&](const JsonValue& share) {
      return member(share, "sourceParty").text_of("name") == name;
    });
    if (has_role(party, "funder") && !puts_in)
      report_.note("parties with the role funder were left out where no budget says how much they put in",
                   quoted(name) + " in " + item_->id);
    if (!has_role(party, "supplier") && member(party, "identifier").kind == Kind::object)
      report_.note("parties.identifier was left out of parties that are no supplier",
                   quoted(name) + " in " + item_->id);
  }
}

void OcdsReleaseReader::read_method() {
  const std::string method = text_member(*tender_, "procurementMethod");
  const std::string details = text_member(*tender_, "procurementMethodDetails");
  const std::string said = procedure_of(details);
  if (!said.empty()) {
    put(item_->fields, "procedure", said);
    if (said != ascii_lower(details))
      left_out("tender.procurementMethodDetails " + quoted(details) + " was read as the procedure " + said);
  } else {
    if (!details.empty()) left_out("tender.procurementMethodDetails " + quoted(details) + " was left out");
    put(item_->fields, "procedure",
        method == "open"      ? "tender"
        : method == "limited" ? "quote"
        : method == "direct"  ? "direct"
                              : "");
    if (method == "selective")
      left_out("tender.procurementMethod selective was left out: it may be a restricted tender or a call-off");
    else if (!method.empty() && !item_->fields.contains("procedure"))
      left_out("tender.procurementMethod " + quoted(method) + " was left out");
  }
  put_text("justification",
           {{"tender.procurementMethodRationale", text_member(*tender_, "procurementMethodRationale")}}, true);
  const JsonValue& bids = member(*tender_, "numberOfTenderers");
  const bool whole = bids.kind == Kind::number && std::all_of(bids.text.begin(), bids.text.end(), is_digit);
  if (whole)
    put(item_->fields, "bids_received", bids.text);
  else if (bids.kind != Kind::null)
    wrong("tender.numberOfTenderers: " + bids.text + " is no whole number of 0 or more");
}

void OcdsReleaseReader::read_items() {
  for (const JsonValue& each : member(*tender_, "items").items) {
    const JsonValue& code = member(each, "classification");
    if (code.text_of("scheme") == "CPV")
      item_->fields["cpv"].push_back(text_member(code, "id"));
    else
      left_out("tender.items was left out where it has no CPV code");
  }
}

// The value at the award is that of the contract until there is another.
void OcdsReleaseReader::read_values() {
  ImportedFields& fields = item_->fields;
  put_money(fields, "value_net", "contracts.value", member(*contract_, "value"));
  const bool contracted = contract_->kind == Kind::object;
  put_money(fields, contracted ? "original_value" : "value_net", "awards.value", member(*award_, "value"));
  if (fields.contains("original_value") && fields.contains("value_net") &&
      fields["original_value"] == fields["value_net"])
    fields.erase("original_value");
  const JsonValue& expected = member(*tender_, "value");
  if (!contracted && award_->kind != Kind::object)
    put_money(fields, "value_net", "tender.value", expected);
  else if (expected.kind == Kind::object)
    left_out("tender.value was left out: the register holds what the contract is worth");
}

void OcdsReleaseReader::read_period() {
  const JsonValue &of_award = member(*award_, "contractPeriod"), &of_contract = member(*contract_, "period");
  const JsonValue& of_tender = member(*tender_, "contractPeriod");
  put(item_->fields, "awarded", day_of("awards", *award_, "date", true));
  for (const auto& [field, key] :
       {std::pair("start", "startDate"), std::pair("end", "endDate"), std::pair("max_end", "maxExtentDate")}) {
    const std::string award = std::string("awards.contractPeriod.") + key;
    const std::string contract = std::string("contracts.period.") + key;
    const std::string tender = std::string("tender.contractPeriod.") + key;
    const bool begin = std::string_view(field) == "start";
    put_text(field,
             {{contract.c_str(), day_of("contracts.period", of_contract, key, begin)},
              {award.c_str(), day_of("awards.contractPeriod", of_award, key, begin)},
              {tender.c_str(), day_of("tender.contractPeriod", of_tender, key, begin)}},
             false);
  }
  const auto lasts = [](const JsonValue* period) { return member(*period, "durationInDays").kind != Kind::null; };
  const std::array<const JsonValue*, 3> periods{&of_contract, &of_award, &of_tender};
  if (!item_->fields.contains("end") && std::any_of(periods.begin(), periods.end(), lasts))
    left_out("durationInDays of the period was left out where there is no endDate");
}

// The end before all extensions, as the earliest award has it; not where the ends between would come out differently.
void OcdsReleaseReader::read_base_end(const JsonValue* first_award) {
  const auto end = item_->fields.find("end"), taken = item_->fields.find("extensions");
  if (first_award == nullptr || end == item_->fields.end() || taken == item_->fields.end()) return;
  int months = 0;
  for (const std::string& text : taken->second) {
    const auto extension = parse_extension(text);
    if (!extension || iso_date(*extension->taken_on) <= first_award->text_of("date").substr(0, 10)) return;
    months += extension->months;
  }
  const JsonValue& period = member(award_of(*first_award, *contract_), "contractPeriod");
  const std::string first = day_of("awards.contractPeriod", period, "endDate");
  if (first.empty()) return;
  const Date base = *parse_date(first), last = *parse_date(end->second.front());
  if (add_months(base, months) == last || add_months(last, -months) != base) put(item_->fields, "base_end", first);
}

void OcdsReleaseReader::read_review() {
  for (const JsonValue& milestone : member(*contract_, "milestones").items) {
    const std::string type = text_member(milestone, "type"), status = text_member(milestone, "status");
    if (type != "assessment") {
      left_out("contracts.milestones of the type " + quoted(type) + " was left out");
      continue;
    }
    if (item_->fields.contains("review")) {
      left_out("contracts.milestones was left out after the first review");
      continue;
    }
    put(item_->fields, "review", day_of("contracts.milestones", milestone, "dueDate"));
    put(item_->fields, "reviewed_on", day_of("contracts.milestones", milestone, "dateMet"));
    if (!status.empty() && status != "met" && status != "scheduled")
      left_out("contracts.milestones.status " + quoted(status) + " was left out");
    if (const std::string title = text_member(milestone, "title"); !title.empty() && title != "Review of the contract")
      left_out("contracts.milestones.title was left out");
  }
}

// What the extension of this program adds to a contract, or to a tender that has led to none.
void OcdsReleaseReader::read_additions() {
  ImportedFields& fields = item_->fields;
  const bool contracted = contract_->kind == Kind::object;
  const JsonValue& holder = contracted ? *contract_ : *tender_;
  const std::string path = contracted ? "contracts." : "tender.";
  put_money(fields, "annual_value", path + "annualValue", member(holder, "annualValue"));
  put_money(fields, "vat_irrecoverable", path + "irrecoverableTax", member(holder, "irrecoverableTax"));
  put(fields, "notice_period", text_member(holder, "noticePeriod"));
  for (const auto& [key, field] : {std::pair("openEnded", "open_ended"), std::pair("lightTouch", "light_touch")})
    if (const JsonValue& flag = member(holder, key); flag.kind == Kind::boolean)
      put(fields, field, flag.boolean ? "true" : "false");
  for (const char* key : {"sme", "vcse"})
    if (const JsonValue& flag = member(holder, key); flag.kind == Kind::boolean)
      put(fields, key, flag.boolean ? "yes" : "no");
  read_redactions(holder, path + "redactions");
  if (!contracted) return;
  for (const char* key :
       {"annualValue", "irrecoverableTax", "noticePeriod", "openEnded", "lightTouch", "sme", "vcse", "redactions"})
    if (member(*tender_, key).kind != Kind::null)
      left_out("tender." + std::string(key) + " was left out where there is a contract");
}

// A status is written where the dates do not say it, and where it lets a supplier be absent.
void OcdsReleaseReader::read_status() {
  const auto has_passed = [&](const char* field) {
    const auto date = item_->fields.find(field);
    return date != item_->fields.end() && date->second.front() < iso_date(day_);
  };
  const auto start = item_->fields.find("start"), open = item_->fields.find("open_ended");
  const bool open_ended = open != item_->fields.end() && open->second.front() == "true";
  const bool to_come = start != item_->fields.end() && iso_date(day_) < start->second.front();
  const std::string by_dates = to_come ? "planned" : !open_ended && has_passed("end") ? "ended" : "active";
  const std::string status = text_member(*contract_, "status"), award = text_member(*award_, "status");
  std::string stage;
  if (contract_->kind == Kind::object)
    stage = status == "pending" ? "planned" : status == "active" ? "active" : status == "terminated" ? "ended" : "";
  else if (award_->kind != Kind::object || award == "pending" || member(*award_, "date").kind == Kind::text)
    stage = "planned";
  if (status == "cancelled" || (stage == "ended" && by_dates != "ended"))
    put(item_->fields, "status", "terminated");
  else if (!stage.empty() && (stage != by_dates || (stage == "planned" && !item_->fields.contains("supplier"))))
    put(item_->fields, "status", stage);
  if (status == "cancelled") left_out("contracts.status cancelled was read as terminated");
  for (const auto& [path, word] :
       {std::pair("awards.status ", award), std::pair("tender.status ", text_member(*tender_, "status"))})
    if (word == "cancelled" || word == "unsuccessful" || word == "withdrawn")
      left_out(path + word + " was left out: a register says it by the status of the contract or a notice UK12");
}

void OcdsReleaseReader::read(const JsonValue& release, const JsonValue* first_award, ImportedItem& item) {
  release_ = &release;
  tender_ = &member(release, "tender");
  contract_ = &first_of(release, "contracts");
  award_ = &award_of(release, *contract_);
  item_ = &item;
  part_counts_.clear();
  for (const char* list : {"contracts", "awards"})
    if (member(release, list).items.size() > 1) left_out(std::string(list) + " was left out after the first");
  read_words();
  read_buyers();
  read_roles();
  read_method();
  read_items();
  read_values();
  read_period();
  read_review();
  read_amendments();
  read_base_end(first_award);
  read_additions();
  suppliers_.read(release, *award_, item);
  read_status();
  read_shares();
  read_notices(member(release, "planning"), "planning.documents");
  read_notices(*tender_, "tender.documents");
  read_notices(*award_, "awards.documents");
  read_notices(*contract_, "contracts.documents");
  read_notices(member(*contract_, "implementation"), "contracts.implementation.documents");
  read_ratings();
  read_related(*contract_, "contracts.relatedProcesses", "replacementProcess", "successor");
  read_related(release, "relatedProcesses", "prior", "predecessor");
  report_unknown_paths(release, item.id, report_);
}

}  // namespace framewright
