#pragma once

#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "load/config_loader.h"
#include "load/resolve.h"
#include "load/sources.h"
#include "model/values.h"
#include "port/files.h"

namespace framewright::test {

// A site held in memory and read as far as its model. Never moved: the model refers to the configuration.
class ReadSite {
public:
  using Files = std::map<std::string, std::string, std::less<>>;

  // Without a site.toml the site is called Moorvale. `own_directives` are those that its templates would add.
  ReadSite(std::initializer_list<Files::value_type> files) : ReadSite(Files(files), {}) {}
  explicit ReadSite(Files files, std::vector<std::string> own_directives, std::size_t threads = 1)
      : store_(with_title(std::move(files))) {
    SourceFiles read;
    config_ = load_config(store_, read, today(), found_);
    Sources sources = load_sources(store_, config_, read, threads, found_);
    model_ = resolve(std::move(sources), std::move(read), config_, own_directives, generic_filters(), threads, found_);
    found_.sort(model_.files);
  }
  ReadSite(const ReadSite&) = delete;
  ReadSite& operator=(const ReadSite&) = delete;

  const Config& config() const { return config_; }
  const Model& model() const { return model_; }
  const Diagnostics& found() const { return found_; }
  static Date today() { return *parse_date("2026-11-23"); }

  // Every message whole, as `check` writes them, in order.
  std::string messages() const {
    MessageWriter writer(model_.files, {});
    std::string all;
    for (const Diagnostic& each : found_.all()) all += writer.write(each);
    return all;
  }
  // "path:line:column: severity[rule]: message" of each, for where the rest is said elsewhere.
  std::string headlines() const {
    MessageWriter writer(model_.files, {});
    std::string all;
    for (const Diagnostic& each : found_.all()) {
      const std::string message = writer.write(each);
      all += message.substr(0, message.find('\n') + 1);
    }
    return all;
  }

  // "type:id" of all items in reading order, parted by spaces.
  std::string order() const {
    std::string all;
    for (const Item& item : model_.items) all += (all.empty() ? "" : " ") + model_.type(item).name + ":" + item.id;
    return all;
  }
  ItemId find(std::string_view type, std::string_view id) const { return model_.find(*config_.schema.find(type), id); }
  const Item& item(std::string_view type, std::string_view id) const { return model_.items.at(find(type, id)); }
  const Text& body(std::string_view type, std::string_view id) const { return model_.texts.at(item(type, id).body); }

private:
  static Files with_title(Files files) {
    files.try_emplace("site.toml", "title = \"Moorvale\"\n");
    return files;
  }

  MemoryFileStore store_;
  Config config_;
  Model model_;
  Diagnostics found_;
};

// A page or item of a .md file.
inline std::string md(std::string_view front_matter, std::string_view body = {}) {
  return "+++\n" + std::string(front_matter) + "\n+++\n" + std::string(body);
}

}  // namespace framewright::test
