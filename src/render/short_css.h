#pragma once

#include <string>
#include <string_view>

namespace framewright {

// A style sheet without remarks and without the white space that means nothing, for readers on slow lines. Linear. What
// stands in quotation marks is left as it is; a remark or a text that is not closed goes to the end.
std::string short_css(std::string_view source);

}  // namespace framewright
