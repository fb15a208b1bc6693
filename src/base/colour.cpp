#include "base/colour.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"

namespace framewright {

namespace {

using Triple = std::array<double, 3>;

double linear(std::uint8_t channel) {
  const double value = channel / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

std::uint8_t encoded(double value) {
  const double curved = value <= 0.0031308 ? 12.92 * value : 1.055 * std::pow(value, 1 / 2.4) - 0.055;
  return static_cast<std::uint8_t>(std::lround(std::clamp(curved, 0.0, 1.0) * 255));
}

double luminance(Colour colour) {
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

Triple product(const std::array<Triple, 3>& matrix, const Triple& vector) {
  Triple result{};
  for (std::size_t row = 0; row < 3; ++row)
    for (std::size_t column = 0; column < 3; ++column) result[row] += matrix[row][column] * vector[column];
  return result;
}

// Lightness and the two axes of OKLab; the matrices are those of CSS Color Module Level 4 for linear sRGB.
Triple oklab(Colour colour) {
  static constexpr std::array<Triple, 3> to_cones{{{0.4122214708, 0.5363325363, 0.0514459929},
                                                   {0.2119034982, 0.6806995451, 0.1073969566},
                                                   {0.0883024619, 0.2817188376, 0.6299787005}}};
  static constexpr std::array<Triple, 3> to_lab{{{0.2104542553, 0.7936177850, -0.0040720468},
                                                 {1.9779984951, -2.4285922050, 0.4505937099},
                                                 {0.0259040371, 0.7827717662, -0.8086757660}}};
  Triple cones = product(to_cones, {linear(colour.red), linear(colour.green), linear(colour.blue)});
  for (double& cone : cones) cone = std::cbrt(cone);
  return product(to_lab, cones);
}

Colour of_oklab(const Triple& lab) {
  static constexpr std::array<Triple, 3> to_cones{
      {{1, 0.3963377774, 0.2158037573}, {1, -0.1055613458, -0.0638541728}, {1, -0.0894841775, -1.2914855480}}};
  static constexpr std::array<Triple, 3> to_rgb{{{4.0767416621, -3.3077115913, 0.2309699292},
                                                 {-1.2684380046, 2.6097574011, -0.3413193965},
                                                 {-0.0041960863, -0.7034186147, 1.7076147010}}};
  Triple cones = product(to_cones, lab);
  for (double& cone : cones) cone = cone * cone * cone;
  const Triple rgb = product(to_rgb, cones);
  return {encoded(rgb[0]), encoded(rgb[1]), encoded(rgb[2])};
}

}  // namespace

std::optional<Colour> parse_colour(std::string_view text) {
  if (text.size() != 7 || text[0] != '#') return std::nullopt;
  std::array<std::uint8_t, 3> channels{};
  for (std::size_t i = 0; i < 3; ++i) {
    const auto high = hexadecimal_digit(text[1 + 2 * i]), low = hexadecimal_digit(text[2 + 2 * i]);
    if (!high || !low) return std::nullopt;
    channels[i] = static_cast<std::uint8_t>(*high * 16 + *low);
  }
  return Colour{channels[0], channels[1], channels[2]};
}

std::string hex(Colour colour) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string text = "#";
  for (const std::uint8_t channel : {colour.red, colour.green, colour.blue}) {
    text += digits[channel / 16];
    text += digits[channel % 16];
  }
  return text;
}

double contrast(Colour a, Colour b) {
  const double first = luminance(a), second = luminance(b);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

Colour readable(Colour colour, Colour ground, double ratio, Towards towards) {
  if (contrast(colour, ground) >= ratio) return colour;
  const Triple from = oklab(colour);
  const double end = towards == Towards::dark ? 0 : 1;
  // Of the way to black or white: at `enough` the contrast is there. Colour fades along the way, so that none is left
  // out of sRGB by much.
  const auto at = [&](double way) {
    return of_oklab({from[0] + (end - from[0]) * way, from[1] * (1 - way * way), from[2] * (1 - way * way)});
  };
  double little = 0, enough = 1;
  for (int step = 0; step < 16; ++step) {
    const double middle = (little + enough) / 2;
    (contrast(at(middle), ground) >= ratio ? enough : little) = middle;
  }
  return at(enough);
}

}  // namespace framewright
