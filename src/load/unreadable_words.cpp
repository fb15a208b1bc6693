#include "load/unreadable_words.h"

#include <algorithm>

#include "base/text.h"
#include "load/name_index.h"
#include "port/unicode.h"

namespace framewright {

namespace {

bool is_in_word(char c) { return is_ascii_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80; }

std::vector<std::string> words_of(std::string_view text) {
  const std::string folded = fold_case(text);
  std::vector<std::string> words;
  for (std::size_t at = 0; at < folded.size();) {
    std::size_t end = at;
    while (end < folded.size() && is_in_word(folded[end])) ++end;
    if (end > at) words.push_back(folded.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

void add_with_nested(const Schema& schema, TypeId type, std::set<TypeId>& types) {
  if (!types.insert(type).second) return;
  for (const NestDef& nest : schema.types[type].nests) add_with_nested(schema, nest.type, types);
}

}  // namespace

UnreadableWords::UnreadableWords(const Model& model, const std::vector<UnreadableFile>& files) {
  for (const UnreadableFile& unreadable : files) {
    if (unreadable.file == no_file || model.files[unreadable.file].text.empty()) {
      add_with_nested(*model.schema, unreadable.type, unknown_);
      if (unreadable.file == no_file) continue;
    }
    const SourceFile& file = model.files[unreadable.file];
    foreign_letters_ = foreign_letters_ || first_invalid_utf8(file.text).has_value();
    for (const std::string_view text : {std::string_view(file.path), std::string_view(file.text)})
      for (std::string& word : words_of(text)) words_.insert(std::move(word));
  }
}

bool UnreadableWords::holds(std::string_view word) const {
  if (std::all_of(word.begin(), word.end(), is_digit)) return true;  // nested items are numbered by themselves
  const bool plain = std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (!plain && foreign_letters_) return true;
  const std::vector<std::string> forms = name_forms(word);
  return std::any_of(forms.begin(), forms.end(), [&](const std::string& form) { return words_.contains(form); });
}

bool UnreadableWords::may_name(std::string_view written, const std::vector<TypeId>& types) const {
  const bool unknown =
      types.empty() ? !unknown_.empty()
                    : std::any_of(types.begin(), types.end(), [&](TypeId type) { return unknown_.contains(type); });
  if (unknown) return true;
  if (words_.empty()) return false;
  const std::vector<std::string> words = words_of(written);
  return std::all_of(words.begin(), words.end(), [&](const std::string& word) { return holds(word); });
}

}  // namespace framewright
