#include "port/regular_expression.h"

#include <re2/re2.h>

#include <utility>

namespace framewright {

namespace {

constexpr std::int64_t most_memory = 1 << 20;  // bytes, for the compiled expression and what matching it caches

}  // namespace

std::optional<RegularExpression> RegularExpression::compile(std::string_view written) {
  RE2::Options options(RE2::Quiet);
  options.set_max_mem(most_memory);
  options.set_never_capture(true);
  auto compiled = std::make_shared<const RE2>(re2::StringPiece(written.data(), written.size()), options);
  if (!compiled->ok()) return std::nullopt;
  return RegularExpression(std::move(compiled));
}

const std::string& RegularExpression::written() const { return compiled_->pattern(); }

bool RegularExpression::matches_whole(std::string_view text) const {
  return RE2::FullMatch(re2::StringPiece(text.data(), text.size()), *compiled_);
}

}  // namespace framewright
