#include "diagram/label.h"

#include <array>

#include "base/display_width.h"
#include "base/text.h"
#include "port/unicode.h"

namespace framewright {

namespace {

constexpr int text_size = 16;
constexpr int any_width = 700, ideograph_width = 1000, parts_of_em = 1000;
constexpr std::string_view ellipsis = "…";

// From the space to the tilde, in thousandths of the size.
constexpr std::array<int, 95> advances{318,  401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
                                       636,  636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531,
                                       1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863, 748, 787,
                                       603,  787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500,
                                       500,  613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
                                       635,  635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838};

int advance(char32_t code_point, std::string_view bytes) {
  if (code_point >= U' ' && code_point <= U'~') return advances[code_point - U' '];
  if (code_point == U'…' || code_point == U'—') return ideograph_width;
  const std::size_t columns = display_width(bytes);
  return columns == 0 ? 0 : columns == 1 ? any_width : ideograph_width;
}

// The longest beginning of a word that fits; at least one character.
std::size_t fitting(std::string_view word, int width) {
  std::size_t end = 0;
  while (end < word.size()) {
    std::size_t next = end;
    decode_code_point(word, next);
    if (end > 0 && text_width(word.substr(0, next)) > width) break;
    end = next;
  }
  return end;
}

void end_with_ellipsis(std::string& line, int width) {
  const int room = width - text_width(ellipsis);
  if (text_width(line) > room) line.resize(fitting(line, room));
  line = std::string(trim(line)) + std::string(ellipsis);
}

}  // namespace

int text_width(std::string_view line) {
  int thousandths = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t from = at;
    const char32_t code_point = decode_code_point(line, at);
    thousandths += advance(code_point, line.substr(from, at - from));
  }
  return (thousandths * text_size + parts_of_em - 1) / parts_of_em;
}

std::vector<std::string> wrap_label(std::string_view text, int width, std::size_t most_lines) {
  std::vector<std::string> lines;
  const auto is_full = [&] {
    if (lines.size() < most_lines) return false;
    end_with_ellipsis(lines.back(), width);
    return true;
  };
  for (std::string_view rest = trim(text); !rest.empty();) {
    std::size_t end = 0;
    while (end < rest.size() && !is_space(rest[end])) ++end;
    std::string_view word = rest.substr(0, end);
    rest = trim(rest.substr(end));
    if (!lines.empty() && text_width(lines.back() + " " + std::string(word)) <= width) {
      lines.back().append(" ").append(word);
      continue;
    }
    while (!word.empty()) {
      if (is_full()) return lines;
      const std::size_t taken = fitting(word, width);
      lines.emplace_back(word.substr(0, taken));
      word.remove_prefix(taken);
    }
  }
  return lines;
}

}  // namespace framewright
