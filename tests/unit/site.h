#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/message.h"
#include "check/check.h"
#include "check/judge.h"
#include "load/config_loader.h"
#include "load/resolve.h"
#include "load/sources.h"
#include "model/values.h"
#include "port/files.h"
#include "template/filter.h"

namespace framewright {

using Files = std::map<std::string, std::string, std::less<>>;

// A site read and checked as the program does it. Never moved: its parts refer to one another.
class TestSite {
public:
  static constexpr Date usual_today{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};

  explicit TestSite(const FileStore& store, Date today = usual_today) { read(store, today); }
  // Files by their paths from the site's root; without a site.toml it is a site of the title "Test".
  explicit TestSite(Files files, Date today = usual_today) {
    files.try_emplace("site.toml", "title = \"Test\"\n");
    files.try_emplace("content/index.md", "+++\ntitle = \"Home\"\n+++\n\nWelcome.\n");
    read(MemoryFileStore(std::move(files)), today);
  }
  TestSite(const TestSite&) = delete;
  TestSite& operator=(const TestSite&) = delete;

  const Config& config() const { return config_; }
  const Model& model() const { return model_; }
  const ModelValues& values() const { return *values_; }
  // Judged: with the site's severities and without what is waived.
  const std::vector<Diagnostic>& findings() const { return judgement_.findings.all(); }
  const std::vector<Diagnostic>& waived() const { return judgement_.waived; }

  // The whole messages of one rule, or of all.
  std::string messages(std::string_view rule = {}) const {
    MessageWriter writer(model_.files, {});
    std::string out;
    for (const Diagnostic& finding : findings())
      if (rule.empty() || finding.rule == rule) out += writer.write(finding);
    return out;
  }

private:
  void read(const FileStore& store, Date today) {
    Diagnostics found;
    SourceFiles files;
    config_ = load_config(store, files, today, found);
    Sources sources = load_sources(store, config_, files, 1, found);
    model_ = resolve(std::move(sources), std::move(files), config_, {}, generic_filters(), 1, found);
    values_ = std::make_unique<ModelValues>(model_);
    check(model_, *values_, config_, generic_filters(), 2, found);
    judgement_ = judge(std::move(found), model_, config_);
  }

  Config config_;
  Model model_;
  std::unique_ptr<ModelValues> values_;
  Judgement judgement_;
};

// The whole messages of one rule about the files of a site.
inline std::string messages(std::string_view rule, Files files) { return TestSite(std::move(files)).messages(rule); }

// A page of Markdown with front matter.
inline std::string page(std::string_view front_matter, std::string_view body = {}) {
  return "+++\n" + std::string(front_matter) + "\n+++\n\n" + std::string(body) + "\n";
}

}  // namespace framewright
