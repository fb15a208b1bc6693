#include "cli/rule_text.h"

#include <doctest/doctest.h>

#include "unit/site.h"

using namespace framewright;

namespace {

const std::string own =
    "[[rule]]\nname = \"plan-title\"\nselect = \"strategy\"\nrequire = \"title != 'Plan'\"\nseverity = \"error\"\n"
    "message = \"Call it something else.\"\nhelp = \"think again\"\n";

Config config(const std::string& more) {
  const TestSite site(Files{{"site.toml", "title = \"T\"\n" + more}});
  return site.config();
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

}  // namespace

TEST_CASE("a rule is told with the severity that it usually has, and the one that it has here") {
  CHECK(first_line(rule_text("orphan", config(""), true)) == "orphan: warning");
  CHECK(first_line(rule_text("orphan", config("[rules]\norphan = \"error\"\n"), true)) ==
        "orphan: warning, here error");
  CHECK(first_line(rule_text("orphan", config("[rules]\norphan = \"off\"\n"), true)) == "orphan: warning, here off");
  CHECK(first_line(rule_text("orphan", config("[rules]\norphan = \"warning\"\n"), true)) == "orphan: warning");
  CHECK(first_line(rule_text("orphan", config("[rules]\norphan = \"error\"\n"), false)) == "orphan: warning");
}

TEST_CASE("a rule of the site is told with what it asks, and how to change or waive it until half a year from now") {
  CHECK(rule_text("plan-title", config(own), true) == R"(plan-title: error
  Call it something else

Help
  think again

A rule of this site, declared in site.toml
  about the items  strategy
  which must have  title != 'Plan'

To change how serious it is, or to turn it off, in site.toml (error, warning, info or off)
    [rules]
    plan-title = "warning"

To let one finding stand for a time, in site.toml (at: an id, or a path or its beginning)
    [[waiver]]
    rule   = "plan-title"
    at     = "content/framework/index.md"
    reason = "Why it may stand"
    until  = 2027-05-24

or in the front matter of the page that it is about
    waive = [{ rule = "plan-title", reason = "Why it may stand", until = 2027-05-24 }]
)");
}

TEST_CASE("the list of rules has those of the site last, with their severities here") {
  const std::string list = rules_list(config(own + "[rules]\nplan-title = \"info\"\norphan = \"off\"\n"));
  CHECK(list.substr(list.find("\nplan-title")) ==
        "\nplan-title                       info     Call it something else\n");
  CHECK(list.find("\norphan                           off      Nothing leads to an item") != std::string::npos);
}

TEST_CASE("a rule that there is not is said to be none, with the nearest of all") {
  CHECK(rule_text("orphans", config(""), true) == "");
  CHECK(unknown_rule("orphans", config("")) ==
        "there is no rule \"orphans\"; did you mean \"orphan\"?\nSee all rules with `framewright explain --list`.");
  CHECK(unknown_rule("plan-titel", config(own)) ==
        "there is no rule \"plan-titel\"; did you mean \"plan-title\"?\nSee all rules with `framewright explain "
        "--list`.");
  CHECK(unknown_rule("nonsense-altogether", config("")) ==
        "there is no rule \"nonsense-altogether\"\nSee all rules with `framewright explain --list`.");
}
