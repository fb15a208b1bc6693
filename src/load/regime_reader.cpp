#include "load/regime_reader.h"

#include <algorithm>

#include "load/table_reader.h"

namespace framewright {

namespace {

void read_in_force(TableReader& reader, InForce& out) {
  reader.date("from", out.from);
  const TomlValue* to = reader.date("to", out.to);
  if (to != nullptr && out.from && out.to && *out.to < *out.from)
    reader.wrong(to->where, "it ends before it begins").help = "mend the one of the two dates that is wrong";
}

void read_amount(TableReader& reader, std::string_view key, std::optional<Money>& out) {
  Money amount;
  if (reader.money(key, amount) != nullptr) out = amount;
}

void read_days(TableReader& reader, std::string_view key, std::optional<std::size_t>& out) {
  std::size_t days = 0;
  if (reader.count(key, days) != nullptr) out = days;
}

std::vector<RegimeThresholds> read_thresholds(const std::vector<const TomlValue*>& tables, const std::string& regime,
                                              Diagnostics& diagnostics) {
  std::vector<RegimeThresholds> thresholds;
  for (const TomlValue* table : tables) {
    TableReader inner(*table, "[[" + regime + ".threshold]]", diagnostics);
    RegimeThresholds& each = thresholds.emplace_back();
    read_in_force(inner, each.in_force);
    read_amount(inner, "goods_and_services", each.goods_and_services);
    read_amount(inner, "works", each.works);
    read_amount(inner, "light_touch", each.light_touch);
    inner.finish();
  }
  return thresholds;
}

std::vector<RegimeNotice> read_notices(const std::vector<const TomlValue*>& tables, const std::string& regime,
                                       Diagnostics& diagnostics) {
  std::vector<RegimeNotice> notices;
  for (const TomlValue* table : tables) {
    TableReader inner(*table, "[[" + regime + ".notice]]", diagnostics);
    RegimeNotice notice;
    inner.text("code", notice.code);
    inner.texts("procedure", notice.procedures);
    read_days(inner, "within", notice.within);
    read_days(inner, "within_light_touch", notice.within_light_touch);
    inner.require("code", "the notice, such as \"UK7\"");
    inner.finish();
    if (!notice.code.empty()) notices.push_back(std::move(notice));
  }
  return notices;
}

void read_regime(const TomlEntry& entry, std::vector<Regime>& regimes, Diagnostics& diagnostics) {
  const std::string what = "regime." + entry.key;
  if (entry.value.kind != TomlValue::Kind::table) {
    diagnostics.error("bad-config", entry.value.where, "a regime is a table: [" + what + "]");
    return;
  }
  auto regime =
      std::find_if(regimes.begin(), regimes.end(), [&](const Regime& each) { return each.name == entry.key; });
  if (regime == regimes.end()) {
    regime = regimes.emplace(regimes.end());
    regime->name = entry.key;
  }
  TableReader reader(entry.value, "[" + what + "]", diagnostics);
  reader.text("says", regime->says);
  read_in_force(reader, regime->in_force);
  read_amount(reader, "publish_over", regime->publish_over);
  reader.texts("fields", regime->fields);
  read_amount(reader, "kpis_over", regime->kpis_over);
  reader.count("kpis", regime->kpis);
  reader.text("change_notice", regime->change_notice);
  reader.count("change_over", regime->change_over);
  reader.count("change_over_works", regime->change_over_works);
  if (const auto tables = reader.tables("threshold"); !tables.empty())
    regime->thresholds = read_thresholds(tables, what, diagnostics);
  if (const auto tables = reader.tables("notice"); !tables.empty())
    regime->notices = read_notices(tables, what, diagnostics);
  reader.finish();
}

}  // namespace

std::vector<Regime> read_regimes(const TomlValue& built_in, const TomlValue& site, Diagnostics& diagnostics) {
  std::vector<Regime> regimes;
  for (const TomlEntry& entry : built_in.entries) read_regime(entry, regimes, diagnostics);
  if (const TomlValue* own = site.find("regime"); own != nullptr && own->kind == TomlValue::Kind::table)
    for (const TomlEntry& entry : own->entries) read_regime(entry, regimes, diagnostics);
  return regimes;
}

}  // namespace framewright
