#include "register/ocds_release.h"

#include <algorithm>

#include "register/ocds_party.h"
#include "register/ocds_release_writer.h"

namespace framewright {

namespace {

void write_reference(JsonWriter& json, const std::string& id, const std::string& name) {
  json.begin_object().field("id", id).field("name", name).end_object();
}

}  // namespace

std::string day_begin(Date date) { return iso_date(date) + "T00:00:00Z"; }
std::string day_end(Date date) { return iso_date(date) + "T23:59:59Z"; }

void write_amount(JsonWriter& json, std::string_view key, Money money) {
  json.key(key).begin_object().key("amount").raw(decimal_money(money)).field("currency", "GBP").end_object();
}

std::string ReleaseWriter::words(const Item& item, std::string_view field) const {
  const FieldValue* value = item.field(model_.type(item), field);
  const auto* scalar = value == nullptr ? nullptr : std::get_if<Scalar>(&value->value);
  if (scalar == nullptr) return {};
  if (const auto* text = std::get_if<TextRef>(scalar)) return *text->plain;
  const auto* text = std::get_if<std::string>(scalar);
  return text == nullptr ? std::string() : *text;
}

std::optional<Money> ReleaseWriter::money(std::string_view field) const {
  const Money* value = money_field(item_, type_, field);
  return value == nullptr ? std::nullopt : std::optional(*value);
}

std::optional<Money> ReleaseWriter::award_value() const {
  const auto original = money("original_value");
  return original ? original : facts_.value;
}

void ReleaseWriter::write_parties() {
  ArrayField parties(json_, "parties");
  for (const OcdsParty& party : ocds_parties(data_, id_, step_.awarded)) {
    parties.element().begin_object().field("id", party.id).field("name", party.name);
    if (!party.scheme.empty())
      json_.key("identifier")
          .begin_object()
          .field("scheme", party.scheme)
          .field("id", party.number)
          .field("legalName", party.name)
          .end_object();
    if (!party.charity.empty())
      json_.key("additionalIdentifiers")
          .begin_array()
          .begin_object()
          .field("scheme", party.charity_scheme)
          .field("id", party.charity)
          .field("legalName", party.name)
          .end_object()
          .end_array();
    json_.key("roles").begin_array();
    for (const std::string_view role : party.roles) json_.value(role);
    json_.end_array();
    if (!party.scale.empty() || party.vcse) {
      json_.key("details").begin_object().field_if("scale", party.scale);
      if (party.vcse) json_.field("vcse", *party.vcse);
      json_.field_if("size", party.size).field_if("sector", party.sector).end_object();
    }
    json_.end_object();
  }
}

void ReleaseWriter::write_buyer() {
  const std::string name = buyer_names(data_, id_).front();
  json_.key("buyer");
  write_reference(json_, name, name);
}

bool ReleaseWriter::belongs(ItemId notice, OcdsSection section) const {
  const Item& item = model_.items[notice];
  const NoticeKind* kind = notice_kind(words(item, "code"));
  const Date* published = date_field(item, model_.type(item), "published");
  return kind != nullptr && kind->section == section && (published == nullptr ? last_ : known(*published));
}

bool ReleaseWriter::has_documents(OcdsSection section) const {
  bool any = false;
  for_nested("notice", [&](ItemId notice) { any = any || belongs(notice, section); });
  return any;
}

void ReleaseWriter::write_page(ArrayField& documents) {
  if (item_.address.empty()) return;
  documents.element()
      .begin_object()
      .field("id", "page")
      .field("documentType", "contractSummary")
      .field("title", "The contract in the register")
      .field("url", data_.config().base_url + item_.address)
      .field("format", "text/html")
      .end_object();
}

void ReleaseWriter::write_documents(OcdsSection section) {
  ArrayField documents(json_, "documents");
  if (section == OcdsSection::contract) write_page(documents);
  for_nested("notice", [&](ItemId notice) {
    if (!belongs(notice, section)) return;
    const Item& item = model_.items[notice];
    const NoticeKind& kind = *notice_kind(words(item, "code"));
    documents.element().begin_object().field("id", item.id).field("documentType", kind.document_type);
    json_.field("title", std::string(kind.code) + ": " + std::string(kind.title)).field_if("url", words(item, "url"));
    if (const Date* date = date_field(item, model_.type(item), "published"))
      json_.field("datePublished", day_begin(*date));
    json_.end_object();
  });
}

void ReleaseWriter::write_planning() {
  const bool shares = !nested_items(model_, id_, *type_.nest("pooled")).empty();
  if (!shares && !has_documents(OcdsSection::planning)) return;
  json_.key("planning").begin_object();
  if (shares) write_budget();
  write_documents(OcdsSection::planning);
  json_.end_object();
}

// Who puts how much in (the extension of budget breakdowns).
void ReleaseWriter::write_budget() {
  json_.key("budget").begin_object().field("description", "A pooled budget");
  write_shares();
  json_.end_object();
}

void ReleaseWriter::write_shares() {
  ArrayField breakdown(json_, "budgetBreakdown");
  for_nested("pooled_share", [&](ItemId nested) {
    const Item& share = model_.items[nested];
    const std::string partner = words(share, "partner");
    breakdown.element().begin_object().field("id", share.id);
    if (const Money* amount = money_field(share, model_.type(share), "share")) write_amount(json_, "amount", *amount);
    if (!partner.empty()) {
      json_.key("sourceParty");
      write_reference(json_, partner, partner);
    }
    json_.end_object();
  });
}

void ReleaseWriter::write_method() {
  const std::string procedure = words("procedure");
  if (procedure.empty()) return;
  json_.field("procurementMethod", procedure == "tender"     ? "open"
                                   : procedure == "quote"    ? "limited"
                                   : procedure == "call-off" ? "selective"
                                                             : "direct");
  json_.field("procurementMethodDetails", procedure);
  json_.field_if("procurementMethodRationale", words("justification"));
}

void ReleaseWriter::write_items() {
  ArrayField items(json_, "items");
  std::size_t number = 0;
  for (const std::string& code : text_list_field(item_, type_, "cpv"))
    items.element()
        .begin_object()
        .field("id", std::to_string(++number))
        .key("classification")
        .begin_object()
        .field("scheme", "CPV")
        .field("id", code)
        .end_object()
        .end_object();
}

void ReleaseWriter::write_tender() {
  json_.key("tender").begin_object().field("id", item_.id).field("title", model_.name(id_));
  json_.field_if("description", words("description"));
  json_.field("status", step_.cancelled  ? "cancelled"
                        : step_.awarded  ? "complete"
                        : step_.tendered ? "active"
                                         : "planned");
  if (const std::string department = words("department"); !department.empty()) {
    json_.key("procuringEntity");
    write_reference(json_, department, department);
  }
  write_items();
  write_method();
  const FieldValue* bids = step_.awarded ? item_.field(type_, "bids_received") : nullptr;
  const auto* scalar = bids == nullptr ? nullptr : std::get_if<Scalar>(&bids->value);
  if (const auto* count = scalar == nullptr ? nullptr : std::get_if<std::int64_t>(scalar))
    json_.field("numberOfTenderers", *count);
  if (!steps_.back().awarded) write_expected();
  if (!steps_.back().contracted) write_additional_fields();
  write_documents(OcdsSection::tender);
  json_.end_object();
}

// Of what has no award yet: what is to be bought, for how long.
void ReleaseWriter::write_expected() {
  if (facts_.value) write_amount(json_, "value", *facts_.value);
  write_period("contractPeriod");
}

void ReleaseWriter::write_award() {
  const bool dated = facts_.awarded && known(*facts_.awarded);
  json_.key("awards").begin_array().begin_object().field("id", item_.id + "-award").field("title", model_.name(id_));
  json_.field_if("description", words("description"));
  json_.field("status", facts_.stage == ContractStage::planned && !dated && !step_.terminated ? "pending" : "active");
  if (dated) json_.field("date", day_begin(*facts_.awarded));
  if (const auto value = award_value()) write_amount(json_, "value", *value);
  write_holders();
  write_period("contractPeriod");
  write_documents(OcdsSection::award);
  json_.end_object().end_array();
}

void ReleaseWriter::write_holders() {
  ArrayField suppliers(json_, "suppliers");
  for (const OcdsParty& party : ocds_parties(data_, id_, true)) {
    if (std::find(party.roles.begin(), party.roles.end(), "supplier") == party.roles.end()) continue;
    suppliers.element();
    write_reference(json_, party.id, party.name);
  }
}

void ReleaseWriter::write_related(std::string_view link, std::string_view relationship) {
  ArrayField related(json_, "relatedProcesses");
  std::size_t number = 0;
  for (const ItemId other : linked_items(model_, id_, link)) {
    if (!data_.is_shown(other)) continue;
    related.element().begin_object().field("id", std::to_string(++number)).key("relationship").begin_array();
    json_.value(relationship).end_array().field("title", model_.name(other)).field("scheme", "ocid");
    json_.field("identifier", ocid_of(data_, other)).end_object();
  }
}

void ReleaseWriter::write() {
  json_.begin_object().field("ocid", ocid_);
  json_.field("id", compiled_ ? ocid_ + "-compiled-" + iso_date(step_.date) : release_id(index_));
  json_.field("date", step_.time()).key("tag").begin_array();
  if (compiled_)
    json_.value("compiled");
  else
    for (const std::string_view tag : step_.tags) json_.value(tag);
  json_.end_array().field("initiationType", "tender").field("language", data_.config().language);
  write_parties();
  write_buyer();
  write_planning();
  write_tender();
  if (step_.awarded) write_award();
  if (step_.contracted) write_contract();
  write_related("predecessor", "prior");
  json_.end_object();
}

std::string ocid_of(const OpenData& data, ItemId contract) {
  const Item& item = data.model().items[contract];
  if (const std::string* own = text_field(item, data.model().type(item), "ocid"); own != nullptr && !own->empty())
    return *own;
  return data.config().contracts.ocid_prefix + "-" + item.id;
}

void write_release(JsonWriter& json, const OpenData& data, ItemId contract, std::span<const OcdsStep> steps,
                   std::size_t step) {
  ReleaseWriter(json, data, contract, steps, step, false).write();
}

void write_compiled_release(JsonWriter& json, const OpenData& data, ItemId contract, std::span<const OcdsStep> steps) {
  ReleaseWriter(json, data, contract, steps, steps.size() - 1, true).write();
}

}  // namespace framewright
