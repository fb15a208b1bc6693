#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace framewright {

// A colour of sRGB, eight bits a channel.
struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0;
  friend bool operator==(const Colour&, const Colour&) = default;
};

inline constexpr Colour white{255, 255, 255};

// "#1d4f5c", in small or capital letters; nothing for anything else.
std::optional<Colour> parse_colour(std::string_view text);
std::string hex(Colour colour);

// The contrast ratio of two colours, 1 to 21 (WCAG 2.2, "contrast ratio" and "relative luminance").
double contrast(Colour a, Colour b);

// The least that text needs against what is behind it (WCAG 2.2, success criteria 1.4.3 and 1.4.6).
inline constexpr double text_contrast = 4.5, enhanced_contrast = 7;

// The colour nearest to one, of the same hue and darker or lighter, that has the contrast against the ground; the
// colour itself when it has it. Lightness is that of OKLCH (CSS Color Module Level 4), in which it is as the eye sees
// it.
enum class Towards { dark, light };
Colour readable(Colour colour, Colour ground, double ratio, Towards towards);

}  // namespace framewright
