#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/html.h"
#include "template/evaluation.h"
#include "template/phrase.h"
#include "template/value.h"

namespace framewright {

// What the generator itself says to readers, in one language, by section and key: "page.skip". Templates know it as
// `words`, of which a section is a member (`words.page.skip`). Immutable once loaded.
class Words final : public Object {
public:
  struct Section final : public Object {
    std::map<std::string, Phrase, std::less<>> phrases;
    // Text of a phrase that is always the same; the phrase, to be filled, of any other.
    Value member(std::string_view key) const override;
    std::vector<std::string_view> names() const override;
  };

  Value member(std::string_view section) const override;
  std::vector<std::string_view> names() const override;

  // Null when there is no such phrase.
  const Phrase* find(std::string_view section, std::string_view key) const;
  // Of a phrase by "section.key". REQUIRES: the built-in words have it, with so many places.
  const std::string& text(std::string_view name) const;
  std::string text(std::string_view name, std::initializer_list<Value> values) const;
  Html markup(std::string_view name, std::initializer_list<Value> values) const;
  // What readers see of a value that one of a few words stands for, such as a status; itself without a word for it.
  std::string_view choice(std::string_view value) const;
  // The heading of a link or column by its name: "approved_by" is "Approved by" without words for it.
  std::string label(std::string_view name) const;
  std::string_view month(unsigned month) const;  // 1 is January
  std::string date(Date date) const;
  std::string_view yes_or_no(bool answer) const;

  // How values are written; borrows from these words.
  Formats formats() const;

  std::map<std::string, Section, std::less<>> sections;
  std::map<std::string, std::string, std::less<>> choices, labels;
  DateNames date_names = english_date_names();
  std::string date_format = "%e %B %Y";  // codes of base/date.h
};

}  // namespace framewright
