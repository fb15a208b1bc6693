#include "template/phrase.h"

#include <algorithm>

#include "base/text.h"
#include "template/print.h"

namespace framewright {

namespace {

constexpr std::string_view count_place = "count";

bool is_place_name(std::string_view name) {
  return !name.empty() &&
         std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

std::size_t index_of(const std::vector<std::string>& names, std::string_view name) {
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

}  // namespace

class Phrase::Parser {
public:
  Parser(Phrase& phrase, bool closed) : phrase_(phrase), closed_(closed) {}

  // What is wrong; empty when nothing is.
  std::string read(std::string_view text, std::vector<Piece>& pieces) {
    while (!text.empty()) {
      const std::size_t at = std::min(text.find_first_of("{["), text.size());
      add_words(text.substr(0, at), pieces);
      text.remove_prefix(at);
      if (text.empty()) break;
      if (std::string problem = text.front() == '{' ? read_place(text, pieces) : read_link(text, pieces);
          !problem.empty())
        return problem;
    }
    return {};
  }

private:
  static void add_words(std::string_view words, std::vector<Piece>& pieces) {
    if (!words.empty()) pieces.push_back({Piece::Kind::words, 0, std::string(words)});
  }

  // `text` begins at a brace.
  std::string take_name(std::string_view& text, std::size_t& place) {
    const std::size_t end = text.find('}');
    const std::string_view name = text.substr(1, end == std::string_view::npos ? 0 : end - 1);
    if (!is_place_name(name)) return "a { begins the name of a place for a value, such as {count}, and nothing else";
    place = index_of(phrase_.places_, name);
    if (place == phrase_.places_.size()) {
      if (closed_)
        return "there is no place {" + std::string(name) + "} here: " +
               (phrase_.places_.empty() ? std::string("the phrase has none")
                                        : "the phrase has {" + join(phrase_.places_, "}, {") + "}");
      phrase_.places_.emplace_back(name);
    }
    text.remove_prefix(end + 1);
    return {};
  }

  std::string read_place(std::string_view& text, std::vector<Piece>& pieces) {
    std::size_t place = 0;
    std::string problem = take_name(text, place);
    if (problem.empty()) pieces.push_back({Piece::Kind::place, place, {}});
    return problem;
  }

  std::string read_link(std::string_view& text, std::vector<Piece>& pieces) {
    const std::size_t end = text.find("]({");
    if (end == std::string_view::npos || text.find('[', 1) < end) {
      add_words(text.substr(0, 1), pieces);
      text.remove_prefix(1);
      return {};
    }
    const std::string_view words = text.substr(1, end - 1);
    text.remove_prefix(end + 2);
    std::size_t place = 0;
    if (std::string problem = take_name(text, place); !problem.empty()) return problem;
    if (!text.starts_with(')')) return "a link ends in ): [words]({" + phrase_.places_[place] + "})";
    text.remove_prefix(1);
    pieces.push_back({Piece::Kind::link_start, place, {}});
    if (std::string problem = read(words, pieces); !problem.empty()) return problem;
    pieces.push_back({Piece::Kind::link_end, place, {}});
    return {};
  }

  static std::string join(const std::vector<std::string>& names, std::string_view between) {
    std::string out;
    for (const std::string& name : names) out.append(out.empty() ? std::string_view() : between).append(name);
    return out;
  }

  Phrase& phrase_;
  bool closed_;
};

std::variant<Phrase, std::string> Phrase::parse(const std::vector<PhraseForm>& forms,
                                                const std::vector<std::string>* places) {
  Phrase phrase;
  if (places != nullptr) phrase.places_ = *places;
  phrase.forms_.resize(forms.size());
  Parser parser(phrase, places != nullptr);
  for (std::size_t i = forms.size(); i-- > 0;) {
    phrase.forms_[i] = {forms[i].first, forms[i].last, {}};
    if (std::string problem = parser.read(forms[i].text, phrase.forms_[i].pieces); !problem.empty()) return problem;
  }
  if (forms.size() > 1 && index_of(phrase.places_, count_place) == phrase.places_.size())
    return std::string("a phrase that differs by count has a place {count}");
  return phrase;
}

const std::string* Phrase::plain() const {
  static const std::string nothing;
  if (!places_.empty() || forms_.size() != 1) return nullptr;
  return forms_[0].pieces.empty() ? &nothing : &forms_[0].pieces[0].words;
}

const Phrase::Form& Phrase::form_for(std::span<const Value> values) const {
  if (forms_.size() == 1) return forms_[0];
  const std::int64_t count = *values[index_of(places_, count_place)].get<std::int64_t>();
  for (const Form& form : forms_)
    if (count >= form.first && count <= form.last) return form;
  return forms_.back();
}

std::string Phrase::problem(std::span<const Value> values) const {
  if (values.size() != places_.size())
    return "the phrase takes " + counted(places_.size(), "value", "values") + ", not " + std::to_string(values.size());
  if (forms_.size() > 1 && !values[index_of(places_, count_place)].is<std::int64_t>())
    return "the phrase differs by count, and its {count} is no whole number";
  for (const Piece& piece : form_for(values).pieces) {
    const Value* value = piece.kind == Piece::Kind::words ? nullptr : &values[piece.place];
    if (value == nullptr) continue;
    const bool bare = value->is<const List*>() || value->is<const Object*>() || value->is_undefined();
    if (bare) return "{" + places_[piece.place] + "} cannot be filled with " + value->describe();
    if (piece.kind != Piece::Kind::link_start) continue;
    const auto* address = value->get<std::string_view>();
    if (address == nullptr || !is_safe_url(*address)) return "{" + places_[piece.place] + "} is no address of a link";
  }
  return {};
}

Value Phrase::fill(std::span<const Value> values, const Formats& formats, Arena& arena) const {
  const std::vector<Piece>& pieces = form_for(values).pieces;
  const bool markup = std::any_of(pieces.begin(), pieces.end(), [&](const Piece& piece) {
    return piece.kind == Piece::Kind::link_start ||
           (piece.kind == Piece::Kind::place && values[piece.place].is<const Html*>());
  });
  const Escaping escaping = markup ? Escaping::markup : Escaping::none;
  std::string out;
  for (const Piece& piece : pieces) {
    const auto* number = piece.kind == Piece::Kind::place ? values[piece.place].get<std::int64_t>() : nullptr;
    if (piece.kind == Piece::Kind::words) {
      append_value(out, std::string_view(piece.words), formats, escaping);
    } else if (piece.kind == Piece::Kind::link_start) {
      out.append("<a href=\"").append(escape_html(*values[piece.place].get<std::string_view>())).append("\">");
    } else if (piece.kind == Piece::Kind::link_end) {
      out += "</a>";
    } else if (number != nullptr) {
      out += with_thousands(*number);
    } else {
      append_value(out, values[piece.place], formats, escaping);
    }
  }
  if (markup) return arena.keep(Html::trusted(std::move(out)));
  return arena.keep(std::move(out));
}

}  // namespace framewright
