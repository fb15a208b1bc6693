#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace framewright {

// Finds which of many names stand in texts, as whole words in any case, in the singular or the plural. Meant to tell
// that a name is not used, so it finds rather more than a strict search would. Linear in the texts.
class NameUses {
public:
  // A name gets the next index; one of no words, or of more than 16, is never found.
  std::size_t add(std::string_view name);
  void read(std::string_view text);
  bool is_used(std::size_t name) const { return used_[name]; }

private:
  static constexpr std::uint32_t none = 0xffffffff;
  struct Step {
    std::uint32_t state;
    std::uint32_t word;
    friend bool operator==(const Step&, const Step&) = default;
  };
  struct StepHash {
    std::size_t operator()(const Step& step) const {
      return static_cast<std::size_t>((std::uint64_t{step.state} << 32 | step.word) * 0x9E3779B97F4A7C15ull);
    }
  };

  std::unordered_map<std::string, std::uint32_t> words_;     // of names
  std::unordered_map<Step, std::uint32_t, StepHash> steps_;  // a tree of names, word by word
  std::vector<std::vector<std::size_t>> ends_{{}};           // names that end at a state
  std::vector<bool> used_;
};

}  // namespace framewright
