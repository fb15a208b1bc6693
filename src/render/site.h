#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/diagnostic.h"
#include "model/config.h"
#include "model/model.h"
#include "model/site_plan.h"
#include "model/values.h"
#include "render/routes.h"
#include "render/theme.h"
#include "template/value.h"

namespace framewright {

// Another language in which the site is published.
struct OtherLanguage {
  std::string code, name;          // "cy", "Cymraeg"
  std::string way;                 // from the root of this site to the root of that one: "cy/"
  std::string base_url;            // empty when the site has no address
  const Routes* routes = nullptr;  // borrowed
};

struct SiteOptions {
  bool draft = false;      // a site with errors: banners and findings
  bool for_files = false;  // links name index.html, so that the site can be read from a folder or a stick
  std::vector<const PageSupplement*> supplements{};  // borrowed
  std::string data_folder{};                         // of the open data, with its slash: "register/"; empty for none
  std::vector<OtherLanguage> languages{};
  std::function<std::uint64_t(std::string_view file)> size_of{};  // bytes of a file that is copied; may be empty
};

// What all pages of a site share, made once and then only read: the names that templates know the site by, its
// sections, and who is before and after whom.
class Site {
public:
  Site(const ModelValues& values, const Config& config, const Routes& routes, const Theme& theme,
       const std::vector<Diagnostic>& findings, SiteOptions options);

  const Model& model() const { return values_.model(); }
  const ModelValues& values() const { return values_; }
  const Config& config() const { return config_; }
  const Routes& routes() const { return routes_; }
  const TemplateSet& templates() const { return *theme_.templates; }
  const SiteOptions& options() const { return options_; }
  const std::vector<Diagnostic>& findings() const { return findings_; }
  const Table& table() const { return *table_; }

  // A section of the site: the index of a type, or a framework.
  struct Section {
    std::string title, address, says;
    std::size_t count = 0;
    bool in_menu = false;
  };
  const std::vector<Section>& sections() const { return sections_; }
  // The pages before and after one in its section; null at its ends.
  const Route* previous(const Route& route) const;
  const Route* next(const Route& route) const;
  // The pages of a framework in reading order, its own first.
  const std::vector<const Route*>& chapters(ItemId framework) const;
  bool is_published(ItemId item) const;
  // Of a translation: whether the file stands in the site that it translates alone.
  bool is_shared(std::string_view file) const;
  // The other languages that have a page at the address of this one.
  std::vector<const OtherLanguage*> languages_of(std::string_view address) const;
  // Whether a page that is no item's, or a redirect, has the address.
  bool is_made(std::string_view address) const;
  // Of a draft: what is wrong with the items that the page is of, nested ones included: the findings of a page's file,
  // or of an item's row or table in the file that it shares with others.
  const std::vector<const Diagnostic*>& findings_on(const Route& route) const;

private:
  const Array& footer_pages();
  void find_sections();
  void find_neighbours();
  void share_out_findings();

  const ModelValues& values_;
  const Config& config_;
  const Routes& routes_;
  const Theme& theme_;
  const std::vector<Diagnostic>& findings_;
  SiteOptions options_;
  Arena arena_;
  Table* table_ = nullptr;
  std::vector<Section> sections_;
  std::unordered_set<std::string_view> made_;                       // addresses
  std::unordered_map<ItemId, std::vector<const Route*>> chapters_;  // by framework
  std::vector<std::pair<const Route*, const Route*>> neighbours_;   // by index of the route
  std::unordered_map<std::string, std::vector<const Diagnostic*>> findings_by_address_;
  std::vector<std::unordered_set<std::string_view>> addresses_;  // of each of the other languages
};

}  // namespace framewright
