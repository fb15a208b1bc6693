#include "register/ocds_extension.h"

#include "base/embedded.h"
#include "port/json.h"

namespace framewright {

std::span<const EmbeddedFile> embedded_ocds();

std::string ocds_extension(const Config& config) {
  std::string out;
  JsonWriter json(out, JsonWriter::Layout::pretty);
  const auto in_english = [&](std::string_view key, std::string_view text) {
    json.key(key).begin_object().field("en", text).end_object();
  };
  json.begin_object();
  in_english("name", "Contract register of a council");
  in_english(
      "description",
      "What a council's register says of a contract beside the fields of the standard: answers on small and "
      "voluntary suppliers, the estimated spend a year, VAT that cannot be got back, notice periods, ratings, and "
      "what is withheld and why.");
  in_english("documentationUrl", config.base_url);
  json.key("compatibility").begin_array().value("1.1").end_array();
  json.key("schemas").begin_array().value("release-schema.json").end_array().end_object();
  return out + "\n";
}

std::string_view ocds_extension_schema() { return embedded_ocds().front().text; }

}  // namespace framewright
