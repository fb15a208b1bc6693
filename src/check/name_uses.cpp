#include "check/name_uses.h"

#include "port/unicode.h"

namespace framewright {

namespace {

constexpr std::size_t longest_name = 16;

// A word without the ending of a plural or a possessive.
std::string stem(std::string word) {
  const auto ends = [&](std::string_view end) { return word.size() > end.size() + 1 && word.ends_with(end); };
  if (ends("'s") || ends("s'")) word.resize(word.size() - 2);
  if (ends("ies")) return word.substr(0, word.size() - 3) + "y";
  if (ends("sses") || ends("xes") || ends("ches") || ends("shes")) return word.substr(0, word.size() - 2);
  if (ends("s") && !ends("ss")) word.pop_back();
  return word;
}

std::vector<std::string> words_of(std::string_view text) {
  const std::string folded = fold_case(text);
  std::vector<std::string> words;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < folded.size();) {
    std::size_t after = at;
    const char32_t c = decode_code_point(folded, after);
    const bool inside = is_word_character(c) || (c == U'\'' && at > begin);
    if (!inside) {
      if (at > begin) words.push_back(stem(folded.substr(begin, at - begin)));
      begin = after;
    }
    at = after;
  }
  if (begin < folded.size()) words.push_back(stem(folded.substr(begin)));
  return words;
}

}  // namespace

std::size_t NameUses::add(std::string_view name) {
  const std::vector<std::string> words = words_of(name);
  used_.push_back(false);
  if (words.empty() || words.size() > longest_name) return used_.size() - 1;
  std::uint32_t state = 0;
  for (const std::string& word : words) {
    const std::uint32_t number = words_.try_emplace(word, static_cast<std::uint32_t>(words_.size())).first->second;
    const auto [step, fresh] = steps_.try_emplace({state, number}, static_cast<std::uint32_t>(ends_.size()));
    if (fresh) ends_.emplace_back();
    state = step->second;
  }
  ends_[state].push_back(used_.size() - 1);
  return used_.size() - 1;
}

void NameUses::read(std::string_view text) {
  if (used_.empty()) return;
  std::vector<std::uint32_t> numbers;
  for (const std::string& word : words_of(text)) {
    const auto known = words_.find(word);
    numbers.push_back(known == words_.end() ? none : known->second);
  }
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    std::uint32_t state = 0;
    for (std::size_t j = i; j < numbers.size() && numbers[j] != none; ++j) {
      const auto step = steps_.find({state, numbers[j]});
      if (step == steps_.end()) break;
      state = step->second;
      for (const std::size_t name : ends_[state]) used_[name] = true;
    }
  }
}

}  // namespace framewright
