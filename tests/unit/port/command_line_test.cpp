#include "port/command_line.h"

#include <doctest/doctest.h>

using namespace framewright;
using Kind = CommandOption::Kind;
using Words = std::vector<std::string>;

namespace {

ProgramSpec example() {
  ProgramSpec spec;
  spec.name = "framewright";
  spec.summary = "static site generator for commissioning frameworks";
  spec.version = "0.1.0";
  spec.options = {{"--site", "-s", Kind::text, "FOLDER", "folder of the site", ".", {}}};
  CommandSpec build;
  build.name = "build";
  build.summary = "check the site and publish it";
  build.description =
      "Nothing is published when there is an error, and the site that is\nthere stays as it is.\n\nTwice.";
  build.options = {
      {"--output", "-o", Kind::text, "FOLDER", "where the pages go", "public", {}},
      {"--strict", "", Kind::flag, "", "treat warnings as errors", "", {}},
      {"--format", "", Kind::choice, "", "how findings are written", "text", {"text", "json", "sarif"}},
      {"--jobs", "-j", Kind::integer, "NUMBER", "pages that are rendered at once", "", {}},
      {"--only",
       "",
       Kind::list,
       "PATTERN",
       "publish only pages whose address fits the pattern, for those who work on one part of a large site",
       "",
       {}},
  };
  build.examples = {{"framewright build --strict", "refuse to publish a site with warnings"}};
  CommandSpec explain;
  explain.name = "explain";
  explain.summary = "say what a rule means";
  explain.positionals = {{"RULE", "name of a rule", true, false}, {"MORE", "other names", false, true}};
  spec.commands = {build, explain};
  spec.examples = {{"framewright build", "publish the site in this folder"}};
  spec.ending = "Exit codes: 0 when all is well, 1 when there are findings, 2 when the program could not run.";
  return spec;
}

ParsedCommand parsed(const Words& words) {
  const auto result = parse_command_line(example(), words);
  if (const auto* end = std::get_if<CommandLineEnd>(&result)) FAIL(end->text);
  return std::get<ParsedCommand>(result);
}

CommandLineEnd ended(const Words& words) {
  const auto result = parse_command_line(example(), words);
  REQUIRE(std::holds_alternative<CommandLineEnd>(result));
  return std::get<CommandLineEnd>(result);
}

std::string refused(const Words& words) {
  const CommandLineEnd end = ended(words);
  CHECK(end.exit_code == 2);
  return end.text;
}

}  // namespace

TEST_CASE("options are read in every usual way of writing them") {
  for (const Words& words :
       {Words{"build", "--output", "x y", "-j4", "--strict"}, Words{"build", "--output=x y", "-j", "4", "--strict"}}) {
    const ParsedCommand command = parsed(words);
    CHECK(command.command == "build");
    CHECK(command.text("--output") == "x y");
    CHECK(command.integer("--jobs") == 4);
    CHECK(command.flag("--strict"));
  }
}

TEST_CASE("an option that is not given has its default, or nothing") {
  const ParsedCommand command = parsed({"build"});
  CHECK(command.text("--output") == "public");
  CHECK(command.text("--site") == ".");
  CHECK_FALSE(command.given("--output"));
  CHECK_FALSE(command.flag("--strict"));
  CHECK_FALSE(command.integer("--jobs").has_value());
  CHECK(command.list("--only").empty());
}

TEST_CASE("options of the program stand before or after the command") {
  CHECK(parsed({"--site", "a", "build"}).text("--site") == "a");
  CHECK(parsed({"build", "-s", "a"}).text("--site") == "a");
}

TEST_CASE("a list takes each value as it is given") {
  CHECK(parsed({"build", "--only", "a,b", "--only", "[c]"}).list("--only") == Words{"a,b", "[c]"});
}

TEST_CASE("positionals may be named like commands, and -- ends the options") {
  CHECK(parsed({"explain", "build"}).positional("RULE") == "build");
  const ParsedCommand command = parsed({"explain", "--", "a", "--b", "[c,d]"});
  CHECK(command.positional("RULE") == "a");
  CHECK(command.positionals("MORE") == Words{"--b", "[c,d]"});
}

TEST_CASE("a mistake in the command line is told with what was meant") {
  const std::string see = "\nSee \"framewright build --help\".\n";
  CHECK(refused({"buidl"}) ==
        "framewright: there is no command \"buidl\"; did you mean build?\nSee \"framewright --help\".\n");
  CHECK(refused({"help", "bild"}) ==
        "framewright: there is no command \"bild\"; did you mean build?\nSee \"framewright --help\".\n");
  CHECK(refused({"--vresion"}) ==
        "framewright: there is no option --vresion; did you mean --version?\nSee \"framewright --help\".\n");
  CHECK(refused({"build", "--outptu", "x"}) ==
        "framewright: there is no option --outptu of \"build\"; did you mean --output?" + see);
  CHECK(refused({"--strict", "build"}) ==
        "framewright: --strict stands after the command: framewright build --strict" + see);
  CHECK(refused({"-o", "x"}) ==
        "framewright: -o stands after the command: framewright COMMAND -o\nSee \"framewright --help\".\n");
  CHECK(refused({"--zzz", "x"}) == "framewright: there is no option --zzz\nSee \"framewright --help\".\n");
  CHECK(refused({"build", "--zzz=1"}) == "framewright: there is no option --zzz of \"build\"" + see);
  CHECK(refused({"build", "extra"}) == "framewright: \"build\" does not take \"extra\"" + see);
  CHECK(refused({"build", "--output"}) == "framewright: --output needs a value: --output FOLDER" + see);
  CHECK(refused({"build", "--jobs", "--strict"}) == "framewright: --jobs needs a value: --jobs NUMBER" + see);
  CHECK(refused({"build", "-o", "--strict"}) == "framewright: --output needs a value: --output FOLDER" + see);
  CHECK(refused({"--site"}) == "framewright: --site needs a value: --site FOLDER\nSee \"framewright --help\".\n");
  CHECK(refused({"build", "--strict=yes"}) == "framewright: --strict takes no value" + see);
  CHECK(refused({"build", "-o", "a", "--output", "b"}) == "framewright: --output stands more than once" + see);
  CHECK(refused({"build", "--jobs", "many"}) == "framewright: --jobs needs a whole number, not \"many\"" + see);
  CHECK(refused({"build", "--format", "jsn"}) ==
        "framewright: --format may be text, json or sarif, not \"jsn\"; did you mean json?" + see);
  CHECK(refused({"explain"}) ==
        "framewright: \"explain\" needs RULE: name of a rule\nSee \"framewright explain --help\".\n");
}

TEST_CASE("the help of the program") {
  const std::string help = R"(framewright 0.1.0: static site generator for commissioning frameworks

Usage: framewright COMMAND [OPTION]...

Commands:
  build    check the site and publish it
  explain  say what a rule means

Options:
  -s, --site FOLDER  folder of the site (otherwise .)
  -h, --help         show this help, or that of a command
      --version      show the version

Examples:
  framewright build
      publish the site in this folder

Exit codes: 0 when all is well, 1 when there are findings, 2 when the program
could not run.
)";
  for (const Words& words : {Words{"--help"}, Words{"-h"}, Words{"help"}}) {
    CHECK(ended(words).text == help);
    CHECK(ended(words).exit_code == 0);
  }
  CHECK(refused({}) == help);
}

TEST_CASE("the help of a command") {
  const std::string help = R"(framewright build: check the site and publish it

Usage: framewright build [OPTION]...

Nothing is published when there is an error, and the site that is there stays as
it is.

Twice.

Options:
  -o, --output FOLDER  where the pages go (otherwise public)
      --strict         treat warnings as errors
      --format FORMAT  how findings are written (text, json or sarif; otherwise
                       text)
  -j, --jobs NUMBER    pages that are rendered at once
      --only PATTERN   publish only pages whose address fits the pattern, for
                       those who work on one part of a large site (may stand
                       several times)

Options of every command:
  -s, --site FOLDER  folder of the site (otherwise .)
  -h, --help         show this help

Examples:
  framewright build --strict
      refuse to publish a site with warnings
)";
  for (const Words& words :
       {Words{"build", "--help"}, Words{"--help", "build"}, Words{"help", "build"}, Words{"build", "-h", "--nonsense"}})
    CHECK(ended(words).text == help);
  const std::string usage = "Usage: framewright explain [OPTION]... RULE [MORE...]\n";
  CHECK(ended({"explain", "--help"}).text.find(usage) != std::string::npos);
}

TEST_CASE("the version is told") {
  CHECK(ended({"--version"}).text == "framewright 0.1.0\n");
  CHECK(ended({"--version"}).exit_code == 0);
}

TEST_CASE("arguments come from main as well") {
  const char* const arguments[] = {"/usr/bin/framewright", "explain", "cycle"};
  const auto result = parse_command_line(example(), 3, arguments);
  REQUIRE(std::holds_alternative<ParsedCommand>(result));
  CHECK(std::get<ParsedCommand>(result).positional("RULE") == "cycle");
}
