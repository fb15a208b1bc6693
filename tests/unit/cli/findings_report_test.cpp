#include "cli/findings_report.h"

#include <doctest/doctest.h>

#include "cli/command.h"
#include "unit/site.h"

using namespace framewright;

namespace {

ParsedCommand parsed(std::vector<std::string> arguments) {
  CommandLineResult result = parse_command_line(program_spec(), arguments);
  return std::get<ParsedCommand>(std::move(result));
}

// What came of a site, with three findings unless `files` are given: an error, a warning and a hint.
class Run {
public:
  explicit Run(Files files = three()) : store_(std::move(files)) {
    SiteRunOptions options;
    options.today = TestSite::usual_today;
    run_ = run_site(store_, options);
  }
  const SiteRun& operator*() const { return *run_; }

  static Files three() {
    return {{"site.toml", "title = \"T\"\n"},
            {"content/index.md", page("title = \"Home\"", "[here](a.md) and [[S1]].")},
            {"content/standards/a.md",
             page("id = \"S1\"\ntitle = \"Safe\"\n[[criteria]]\ntext = \"One.\"\nmeasured_by = [\"w\"]", "Text.")},
            {"content/indicators/w.md", page("title = \"W\"\nevidences = [\"S1\"]", "Text.")}};
  }

private:
  MemoryFileStore store_;
  std::unique_ptr<SiteRun> run_;
};

Files clean() { return {{"site.toml", "title = \"T\"\n"}, {"content/index.md", page("title = \"Home\"", "Welcome.")}}; }

int exit_code(const Run& run, const std::string& level) {
  return findings_exit_code(*run, parsed({"check", "--fail-on", level}));
}

}  // namespace

TEST_CASE("findings are told in words, an empty line after each") {
  CHECK(findings_report(*Run(), parsed({"check"})) ==
        R"(content/index.md:5:1: error[broken-link]: there is no page or file a.md
   5 | [here](a.md) and [[S1]].
     | ^^^^^^^^^^^^ did you mean /standards/a.md?
  help: an address goes from the folder of this file, and a page is named with its .md

content/index.md:5:1: warning[vague-link-text]: "here" does not say where the link leads
   5 | [here](a.md) and [[S1]].
     | ^^^^^^^^^^^^
  help: let the words name what is at the other end

content/standards/a.md:2:6: info[never-reviewed]: this standard does not say when it was last reviewed
   2 | id = "S1"
     |      ^^^^
  help: set reviewed_on to the day of the last review

)");
  CHECK(findings_report(*Run(clean()), parsed({"check"})) == "");
}

TEST_CASE("findings are told to programs, each place by lines and columns from 1, with the other places") {
  const Files twice{{"site.toml", "title = \"T\"\n"},
                    {"content/index.md", page("title = \"Home\"", "Welcome.")},
                    {"content/a.md", page("title = \"É\"\nid = \"x\"", "Text.")},
                    {"content/b.md", page("title = \"B\"\nid = \"x\"", "Text.")}};
  const std::string report = findings_report(*Run(twice), parsed({"check", "--format", "json"}));
  CHECK(report == R"({
  "findings": [
    {
      "rule": "duplicate-id",
      "severity": "error",
      "path": "content/b.md",
      "line": 3,
      "column": 6,
      "end_line": 3,
      "end_column": 9,
      "message": "two pages have the id \"x\"",
      "help": "give one of them another id",
      "also": [
        {
          "path": "content/a.md",
          "line": 3,
          "column": 6,
          "end_line": 3,
          "end_column": 9,
          "message": "it stands here first"
        }
      ]
    }
  ],
  "errors": 1,
  "warnings": 0,
  "infos": 0,
  "waived": 0
}
)");
}

TEST_CASE("findings without a place have none for programs either") {
  Files files = clean();
  files["content/logo.svg"] = files["static/logo.svg"] = "x";
  const std::string report = findings_report(*Run(files), parsed({"check", "--format", "json"}));
  CHECK(report.find("\"rule\": \"route-collision\"") != std::string::npos);
  CHECK(report.find("\"path\"") == std::string::npos);
  CHECK(report.find("\"line\"") == std::string::npos);
}

TEST_CASE("a summary counts what there is, and what is waived") {
  CHECK(findings_summary(*Run()) == "1 error, 1 warning and 1 hint");
  CHECK(findings_summary(*Run(clean())) == "no findings");
  Files files = Run::three();
  files["site.toml"] += "[[waiver]]\nrule = \"broken-link\"\nat = \"index\"\nreason = \"Soon.\"\n";
  CHECK(findings_summary(*Run(files)) == "1 warning and 1 hint, 1 waived");
  CHECK(site_size(*Run()) == "4 items in 3 files");
  CHECK(site_size(*Run(clean())) == "1 item in 1 file");
}

TEST_CASE("a check fails at the severity that is asked for and above") {
  Files warning = Run::three();
  warning["content/index.md"] = page("title = \"Home\"", "[here](standards/a.md).");
  Files hint = Run::three();
  hint["content/index.md"] = page("title = \"Home\"", "Welcome.");
  const Run error_run, warning_run(warning), hint_run(hint), clean_run(clean());
  CHECK(exit_code(error_run, "error") == exit_findings);
  CHECK(exit_code(error_run, "info") == exit_findings);
  CHECK(exit_code(warning_run, "error") == exit_clean);
  CHECK(exit_code(warning_run, "warning") == exit_findings);
  CHECK(exit_code(hint_run, "warning") == exit_clean);
  CHECK(exit_code(hint_run, "info") == exit_findings);
  CHECK(exit_code(clean_run, "info") == exit_clean);
}

TEST_CASE("the day and the threads are those that are given, if they can be") {
  CHECK(site_options(parsed({"check", "--date", "2027-04-01"})).today == *parse_date("2027-04-01"));
  CHECK(site_options(parsed({"check", "--threads", "3"})).threads == 3);
  CHECK(site_options(parsed({"check"})).threads >= 1);
  CHECK_THROWS_WITH_AS(site_options(parsed({"check", "--date", "1 April"})),
                       "--date takes a day written as 2027-04-01, not \"1 April\"", UsageError);
  CHECK_THROWS_WITH_AS(site_options(parsed({"check", "--threads", "0"})),
                       "--threads takes a number from 1 to 1,000, not 0", UsageError);
  CHECK_THROWS_WITH_AS(site_options(parsed({"check", "--threads=-2"})),
                       "--threads takes a number from 1 to 1,000, not -2", UsageError);
}
