#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/site_run.h"
#include "render/extras.h"
#include "render/page_renderer.h"
#include "unit/site.h"

namespace framewright {

// A site held in memory, checked and ready to be rendered as the program does it.
class RenderedSite {
public:
  explicit RenderedSite(Files files, SiteOptions options = {}) : store_(with_config(std::move(files))) {
    SiteRunOptions run_options;
    run_options.today = TestSite::usual_today;
    run_options.drafts = options.draft;
    run_ = run_site(store_, run_options);
    findings_ = run_->findings.all();
    if (!run_->theme.templates) throw std::logic_error("its templates cannot be used:\n" + messages());
    site_ = std::make_unique<Site>(*run_->values, run_->config, run_->routes, run_->theme, findings_, options);
  }
  RenderedSite(const RenderedSite&) = delete;
  RenderedSite& operator=(const RenderedSite&) = delete;

  const Site& site() const { return *site_; }
  const Model& model() const { return run_->model; }
  const Routes& routes() const { return run_->routes; }
  ItemId item(std::string_view type, std::string_view id) const {
    return run_->model.find(*run_->config.schema.find(type), id);
  }

  // The files of pages in the order of routes, with a space behind each.
  std::string files() const {
    std::string all;
    for (const Route& route : run_->routes.pages) all += route.file + " ";
    return all;
  }
  const Route& route(std::string_view file) const {
    for (const Route& each : run_->routes.pages)
      if (each.file == file) return each;
    throw std::logic_error("there is no page " + std::string(file));
  }
  // A page's bytes, with the messages of rendering behind them.
  std::string page(std::string_view file) const {
    std::string out;
    Diagnostics found;
    render_page(route(file), *site_, out, found);
    return out + written(found.all(), {});
  }
  // The bytes of a file that is made once for the site; "-" for none.
  std::string extra(std::string_view file) const {
    Diagnostics found;
    for (const ExtraFile& each : render_extras(*site_, run_->theme, found))
      if (each.file == file) return each.bytes;
    return "-";
  }
  std::string messages(std::string_view rule = {}) const { return written(findings_, rule); }

private:
  static Files with_config(Files files) {
    files.try_emplace("site.toml", "title = \"Test\"\n");
    return files;
  }
  std::string written(const std::vector<Diagnostic>& findings, std::string_view rule) const {
    MessageWriter writer(run_->model.files, {});
    std::string out;
    for (const Diagnostic& each : findings)
      if (rule.empty() || each.rule == rule) out += writer.write(each);
    return out;
  }

  MemoryFileStore store_;
  std::unique_ptr<SiteRun> run_;
  std::vector<Diagnostic> findings_;
  std::unique_ptr<Site> site_;
};

}  // namespace framewright
