#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "port/json.h"
#include "register/contract.h"
#include "register/data_table.h"
#include "register/ocds_notice.h"
#include "register/ocds_release.h"
#include "register/ocds_step.h"

namespace framewright {

// Inner part of register/ocds_release.

std::string day_begin(Date date);  // 2027-04-01T00:00:00Z
std::string day_end(Date date);    // 2027-04-01T23:59:59Z
void write_amount(JsonWriter& json, std::string_view key, Money money);

// A member that is an array, begun with its first element and left out without one.
class ArrayField {
public:
  ArrayField(JsonWriter& json, std::string_view name) : json_(json), name_(name) {}
  ArrayField(const ArrayField&) = delete;
  ArrayField& operator=(const ArrayField&) = delete;
  ~ArrayField() {
    if (begun_) json_.end_array();
  }
  JsonWriter& element() {
    if (!begun_) json_.key(name_).begin_array();
    begun_ = true;
    return json_;
  }

private:
  JsonWriter& json_;
  std::string_view name_;
  bool begun_ = false;
};

// Writes what is known of one contract after one step.
class ReleaseWriter {
public:
  ReleaseWriter(JsonWriter& json, const OpenData& data, ItemId contract, std::span<const OcdsStep> steps,
                std::size_t step, bool compiled)
      : json_(json),
        data_(data),
        model_(data.model()),
        id_(contract),
        item_(model_.items[contract]),
        type_(model_.type(item_)),
        facts_(read_contract(model_, contract, data.config().today)),
        extensions_(extensions_of(item_, type_)),
        ocid_(ocid_of(data, contract)),
        steps_(steps),
        index_(step),
        step_(steps[step]),
        compiled_(compiled),
        last_(step + 1 == steps.size()) {}

  void write();

private:
  std::string release_id(std::size_t step) const { return ocid_ + "-" + iso_date(steps_[step].date); }
  // What is dated after the step is not known yet; of the last step all is known that is dated up to today.
  bool known(Date date) const { return last_ ? date <= data_.config().today : date <= step_.date; }
  std::string words(const Item& item, std::string_view field) const;
  std::string words(std::string_view field) const { return words(item_, field); }
  std::optional<Money> money(std::string_view field) const;
  std::optional<Money> award_value() const;
  std::optional<Money> value_then() const;
  std::optional<Date> end_then() const;
  std::optional<Date> last_change() const;

  void write_parties();
  void write_buyer();
  void write_planning();
  void write_budget();
  void write_shares();
  void write_tender();
  void write_method();
  void write_items();
  void write_expected();
  void write_award();
  void write_holders();
  void write_contract();
  void write_additional_fields();
  void write_redactions();
  void write_period(std::string_view key);
  void write_milestones();
  void write_amendments();
  void write_implementation();
  void write_rating(ArrayField& milestones, ItemId kpi);
  void write_documents(OcdsSection section);
  void write_page(ArrayField& documents);
  bool has_documents(OcdsSection section) const;
  bool belongs(ItemId notice, OcdsSection section) const;
  void write_related(std::string_view link, std::string_view relationship);
  template <class Each>
  void for_nested(std::string_view type, const Each& each) const;

  JsonWriter& json_;
  const OpenData& data_;
  const Model& model_;
  ItemId id_;
  const Item& item_;
  const TypeDef& type_;
  Contract facts_;
  std::vector<Extension> extensions_;
  std::string ocid_;
  std::span<const OcdsStep> steps_;
  std::size_t index_;
  const OcdsStep& step_;
  bool compiled_, last_;
};

template <class Each>
void ReleaseWriter::for_nested(std::string_view type, const Each& each) const {
  for (const ItemId nested : model_.nested_in(id_))
    if (model_.type(model_.items[nested]).name == type) each(nested);
}

}  // namespace framewright
