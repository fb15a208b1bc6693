#include "base/text.h"
#include "cli/command.h"
#include "cli/common_options.h"
#include "model/built_in.h"
#include "port/terminal.h"

namespace framewright {

namespace {

int run_words(const ParsedCommand& command) {
  const std::string& given = command.positional("LANGUAGE");
  const std::string language = given.empty() ? "en" : given;
  const auto words = built_in_words(ascii_lower(language));
  if (!words)
    throw UsageError("no words come with Framewright for the language \"" + language +
                     "\": take the English ones, which `framewright words` prints, and translate them");
  print(Stream::output, *words);
  return exit_clean;
}

}  // namespace

Command words_command() {
  CommandSpec spec;
  spec.name = "words";
  spec.summary = "print what the generator says to readers, to be changed or translated";
  spec.description =
      "Prints the words of headings, buttons, notes and labels as a file of TOML. A site that has other words keeps "
      "those that differ in words/LANGUAGE.toml; a site in a language that Framewright does not speak translates all.";
  spec.positionals = {{"LANGUAGE", "the code of a language, en or cy; en without it", false, false}};
  spec.examples = {{"framewright words > words/ur.toml", "begin a translation"},
                   {"framewright words cy", "see the Welsh words"}};
  return {spec, run_words};
}

}  // namespace framewright
