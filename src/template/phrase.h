#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "template/evaluation.h"
#include "template/value.h"

namespace framewright {

// How a phrase reads for the counts from `first` to `last`, both of them included.
struct PhraseForm {
  std::int64_t first = std::numeric_limits<std::int64_t>::min();
  std::int64_t last = std::numeric_limits<std::int64_t>::max();
  std::string text;
};

// Words for readers with places for values: "Rows {first} to {last} of {rows}"; `[words]({place})` is a link to the
// address that fills the place. A phrase may read otherwise for some counts, which the value of its place `count`
// tells. Values are given in the order of `places()`, which is that of one language for all, so that a translator may
// put them in any order, repeat them and leave them out.
class Phrase final : public Object {
public:
  // REQUIRES: at least one form, the last of which is that of all other counts. `places` are those that the phrase may
  // have; null for those that it names, in the order of the last form. What is wrong, in words, of a phrase that cannot
  // be read.
  static std::variant<Phrase, std::string> parse(const std::vector<PhraseForm>& forms,
                                                 const std::vector<std::string>* places = nullptr);

  Value member(std::string_view) const override { return {}; }
  const std::vector<std::string>& places() const { return places_; }
  // Of a phrase that is always the same.
  const std::string* plain() const;

  // What is wrong with the values; empty when nothing is.
  std::string problem(std::span<const Value> values) const;
  // Text, or markup when the phrase has a link or a value is markup. Whole numbers have commas between thousands.
  // REQUIRES: problem(values) is empty.
  Value fill(std::span<const Value> values, const Formats& formats, Arena& arena) const;

private:
  struct Piece {
    enum class Kind : std::uint8_t { words, place, link_start, link_end };
    Kind kind = Kind::words;
    std::size_t place = 0;
    std::string words;
  };
  struct Form {
    std::int64_t first, last;
    std::vector<Piece> pieces;
  };
  class Parser;

  Phrase() = default;
  const Form& form_for(std::span<const Value> values) const;

  std::vector<std::string> places_;
  std::vector<Form> forms_;
};

}  // namespace framewright
