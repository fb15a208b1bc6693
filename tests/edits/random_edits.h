#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "support/folder.h"

namespace framewright {

// Edits of a site as its authors make them, one after another and by chance; the same seed makes the same edits on
// every machine.
class RandomEdits {
public:
  RandomEdits(Tree site, std::uint32_t seed);

  // Changes the site, and says how: "title of content/minutes.md".
  std::string make();
  // Takes back what was done since.
  void go_back_to(const Tree& site) { site_ = site; }
  const Tree& site() const { return site_; }
  std::uint32_t below(std::uint32_t count) { return static_cast<std::uint32_t>(chance_()) % count; }

private:
  // Each gives what it did, or nothing when there was nothing to do it to.
  std::string add_words();
  std::string remove_part();
  std::string change_letter();
  std::string change_title();
  std::string change_id();
  std::string rename_id_everywhere();
  std::string rename_file();
  std::string remove_file();
  std::string restore_file();
  std::string add_page();
  std::string change_template();
  std::string change_static();
  std::string change_settings();
  std::string change_row();
  std::string change_table();

  std::string some_file(const std::string& folder, const std::string& ending);
  std::string fresh_word() { return "word" + std::to_string(++words_); }

  Tree first_, site_, removed_;
  std::mt19937 chance_;
  int words_ = 0;
};

}  // namespace framewright
