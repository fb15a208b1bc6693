#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "cli/language_run.h"
#include "cli/site_run.h"
#include "load/body_reader.h"
#include "port/files.h"
#include "serve/preview.h"

namespace framewright {

// A site in memory, whose files are made when they are asked for, as a draft would have them. Sizes of data are not
// known to its pages, as the data are not made for them.
class SitePreview : public Preview {
public:
  // The run has its templates. `store` is the folder of the site, and outlives this.
  SitePreview(std::unique_ptr<SiteRun> run, const DiskFileStore& store);

  PreviewFile file(const std::string& path) const override;
  std::string trouble() const override;

  // Reads again one file of which nothing changed but the words of its page. False, and nothing changed, where more
  // hangs on it and all is to be read again.
  bool reread(const std::string& path);
  // From now on says that the site could not be made since, and why; empty: it could.
  void set_trouble(std::string trouble);

  const SiteRun& run() const { return *run_; }

private:
  struct Language {
    LanguageRun part;
    std::vector<Diagnostic> findings;
    std::unique_ptr<Site> site;
  };
  struct Place {
    enum class Kind { page, copy, data } kind;
    std::size_t language, index;
  };
  using Files = std::map<std::string, std::string, std::less<>>;  // by their paths
  void make_languages();
  void place_files();
  void make_site(Language& language);
  PreviewFile page(const Place& place) const;
  std::string data(const Place& place) const;
  PreviewFile whole_file(const std::string& path) const;
  Files make_folder_files() const;
  Files make_extra_files() const;
  void drop_findings_in_body(FileId file);

  std::unique_ptr<SiteRun> run_;
  const DiskFileStore& store_;
  std::vector<LanguageRun> parts_;
  std::vector<Language> languages_;
  std::unordered_map<std::string, Place> places_;
  std::unique_ptr<BodyReader> bodies_;  // none where a change of one page may change what is not its own
  mutable std::shared_mutex mutex_;     // of all above, changed by reread() alone
  std::string trouble_;
  // What is made once for the whole site, when the first of it is asked for.
  mutable std::mutex whole_mutex_;
  mutable std::optional<Files> extra_files_, folder_files_;
};

}  // namespace framewright
