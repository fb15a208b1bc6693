#include "register/ocds_package.h"

#include "register/licence.h"
#include "register/ocds_release.h"
#include "register/piece_writer.h"

namespace framewright {

namespace {

// Extensions of the community and of the government that have fields which the standard has not.
constexpr std::string_view scale_extension =
    "https://raw.githubusercontent.com/open-contracting-extensions/ocds_partyDetails_scale_extension/master/"
    "extension.json";
constexpr std::string_view vcse_extension =
    "https://raw.githubusercontent.com/Crown-Commercial-Service/ocds_partyDetails_vcse_extension/main/extension.json";
constexpr std::string_view budget_extension =
    "https://raw.githubusercontent.com/open-contracting-extensions/ocds_budget_breakdown_extension/master/"
    "extension.json";

// Everything of a package before its releases or records, which are the last member.
std::string package_head(const OpenData& data, std::string_view file, std::string_view member) {
  const Config& config = data.config();
  std::string out;
  JsonWriter json(out);
  json.begin_object().field("uri", config.base_url + std::string(file)).field("version", "1.1");
  json.key("extensions").begin_array().value(scale_extension).value(vcse_extension).value(budget_extension);
  json.value(config.base_url + "register/ocds/extension/extension.json").end_array();
  json.field("publishedDate", iso_date(config.today) + "T00:00:00Z").key("publisher").begin_object();
  json.field("name", config.organisation.name.empty() ? config.title : config.organisation.name);
  json.field("uri", config.base_url).end_object();
  json.field_if("license", licence_address(config.contracts.licence));
  json.key(member).begin_array();
  return out;
}

}  // namespace

bool has_ocds(const Config& config) { return !config.contracts.ocid_prefix.empty() && !config.base_url.empty(); }

void write_release_package(const OpenData& data, const ByteSink& sink) {
  PieceWriter out(sink);
  out.text = package_head(data, "register/ocds/releases.json", "releases");
  bool first = true;
  for (const ItemId contract : data.by_id) {
    const std::vector<OcdsStep> steps = ocds_steps(data.model(), contract, data.config().today);
    for (std::size_t i = 0; i < steps.size(); ++i) {
      out.text += first ? "\n" : ",\n";
      first = false;
      JsonWriter json(out.text);
      write_release(json, data, contract, steps, i);
      out.pass();
    }
  }
  out.text += "\n]}\n";
  out.end();
}

void write_record_package(const OpenData& data, const ByteSink& sink) {
  PieceWriter out(sink);
  out.text = package_head(data, "register/ocds/records.json", "records");
  bool first = true;
  for (const ItemId contract : data.by_id) {
    const std::vector<OcdsStep> steps = ocds_steps(data.model(), contract, data.config().today);
    out.text += first ? "\n" : ",\n";
    first = false;
    JsonWriter json(out.text);
    json.begin_object().field("ocid", ocid_of(data, contract)).key("releases").begin_array();
    for (std::size_t i = 0; i < steps.size(); ++i) write_release(json, data, contract, steps, i);
    json.end_array().key("compiledRelease");
    write_compiled_release(json, data, contract, steps);
    json.end_object();
    out.pass();
  }
  out.text += "\n]}\n";
  out.end();
}

}  // namespace framewright
