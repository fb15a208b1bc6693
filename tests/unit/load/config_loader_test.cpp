#include "load/config_loader.h"

#include <doctest/doctest.h>

#include "unit/load/read_site.h"

using namespace framewright;
using namespace framewright::test;

namespace {

// A site.toml read alone.
struct Read {
  explicit Read(const std::string& text) {
    const MemoryFileStore store{{"site.toml", text}};
    config = load_config(store, files, ReadSite::today(), found);
    found.sort(files);
    MessageWriter writer(files, {});
    for (const Diagnostic& each : found.all()) messages += writer.write(each);
  }

  SourceFiles files;
  Diagnostics found;
  Config config;
  std::string messages;
};

// The messages about settings that stand below a title.
std::string messages(const std::string& settings) { return Read("title = \"T\"\n" + settings + "\n").messages; }

}  // namespace

TEST_CASE("every setting of site.toml is read") {
  const Read read(R"(title = "Moorvale"
base_url = "https://framework.example.gov.uk/children"
language = "cy"
description = "What we buy"
date_format = "%d/%m/%Y"
theme = "civic"

[organisation]
name = "Moorvale Council"
email = "a@moorvale.example"
telephone = "01632 960000"
address = "1 High Street"
logo = "logo.svg"
colour = "#1D5b79"

[register]
threshold = "£30,000"
departments = ["Children", "Adults"]
licence = "https://example.org/licence"
ocid_prefix = "ocds-abc123"
regimes = ["procurement-act-2023"]

[markdown]
raw_html = true
smart_quotes = false
link_terms = false

[repository]
address = "https://git.example.org/framework"
kind = "gitlab"
branch = "main"
edit_links = true

[source."content/register/contracts.csv"]
columns = { "Contract ref" = "id", "Notes" = "" }
list_separator = "|"
date_format = "%d/%m/%Y"

[[rule]]
name = "decision-over-30k"
select = "contract and value_net > 30000"
require = "decision is not empty"
severity = "error"
message = "A contract over £30,000 needs a decision."
help = "name it"

[rules]
unreadable-file = "off"
decision-over-30k = "info"

[[waiver]]
rule = "orphan"
at = "S3"
reason = "agreed"
until = 2027-01-31

[[redirect]]
from = "/old/"
to = "/new/"

[[release]]
tag = "v1"
note = "First"
date = 2026-04-01

[accessibility]
status = "fully compliant"
prepared = 2026-03-02
)");
  CHECK(read.messages == "");
  const Config& config = read.config;
  CHECK(config.title == "Moorvale");
  CHECK(config.base_url == "https://framework.example.gov.uk/children/");
  CHECK(config.language == "cy");
  CHECK(config.description == "What we buy");
  CHECK(config.date_format == "%d/%m/%Y");
  CHECK(config.today == ReadSite::today());
  CHECK(config.organisation.name == "Moorvale Council");
  CHECK(config.organisation.email == "a@moorvale.example");
  CHECK(config.organisation.telephone == "01632 960000");
  CHECK(config.organisation.address == "1 High Street");
  CHECK(config.organisation.logo == "logo.svg");
  CHECK(config.organisation.colour == Colour{0x1d, 0x5b, 0x79});
  CHECK(config.contracts.threshold == Money{3000000});
  CHECK(config.contracts.departments == std::vector<std::string>{"Children", "Adults"});
  CHECK(config.contracts.licence == "https://example.org/licence");
  CHECK(config.contracts.ocid_prefix == "ocds-abc123");
  CHECK(config.contracts.regimes == std::vector<std::string>{"procurement-act-2023"});
  CHECK(config.markdown.raw_html);
  CHECK(!config.markdown.smart_quotes);
  CHECK(!config.markdown.link_terms);
  CHECK(config.repository.address == "https://git.example.org/framework");
  CHECK(config.repository.branch == "main");
  CHECK(config.repository.edit_links);
  const SourceSettings& source = config.source("content/register/contracts.csv");
  CHECK(source.columns.at("Contract ref") == "id");
  CHECK(source.columns.at("Notes") == "");
  CHECK(source.list_separator == '|');
  CHECK(source.date_format == "%d/%m/%Y");
  REQUIRE(config.rules.size() == 1);
  CHECK(config.rules[0].name == "decision-over-30k");
  CHECK(config.rules[0].select == "contract and value_net > 30000");
  CHECK(config.rules[0].require == "decision is not empty");
  CHECK(config.rules[0].severity == Severity::error);
  CHECK(config.rules[0].message == "A contract over £30,000 needs a decision");
  CHECK(config.rules[0].help == "name it");
  CHECK(config.severities.size() == 2);
  CHECK(config.severities.at("unreadable-file") == std::nullopt);
  CHECK(config.severities.at("decision-over-30k") == Severity::info);
  REQUIRE(config.waivers.size() == 1);
  CHECK(config.waivers[0].rule == "orphan");
  CHECK(config.waivers[0].at == "S3");
  CHECK(config.waivers[0].reason == "agreed");
  CHECK(config.waivers[0].until == parse_date("2027-01-31"));
  REQUIRE(config.redirects.size() == 1);
  CHECK(config.redirects[0].from == "/old/");
  CHECK(config.redirects[0].to == "/new/");
  REQUIRE(config.releases.size() == 1);
  CHECK(config.releases[0].tag == "v1");
  CHECK(config.releases[0].note == "First");
  CHECK(config.releases[0].on == parse_date("2026-04-01"));
}

TEST_CASE("what site.toml does not say has its usual value") {
  const Config config = Read("title = \"T\"\n").config;
  CHECK(config.base_url == "");
  CHECK(config.language == "en-GB");
  CHECK(config.date_format == "%e %B %Y");
  CHECK(config.contracts.threshold == Money{500000});
  CHECK(config.markdown.smart_quotes);
  CHECK(config.markdown.link_terms);
  CHECK(!config.markdown.raw_html);
  CHECK(config.source("content/x.csv").list_separator == ';');
  CHECK(config.source("content/x.csv").date_format == "%Y-%m-%d");
}

TEST_CASE("a site needs a title") {
  const std::string expected =
      "site.toml:1:1: error[bad-config]: site.toml has no title\n"
      "   1 | language = \"cy\"\n"
      "     | ^\n"
      "  help: give the site a name: title = \"Our commissioning framework\"\n";
  CHECK(Read("language = \"cy\"\n").messages == expected);
  CHECK(Read("").messages ==
        "site.toml:1:1: error[bad-config]: site.toml has no title\n"
        "  help: give the site a name: title = \"Our commissioning framework\"\n");
  CHECK(Read("title = \" \"\n").messages ==
        "site.toml:1:9: error[bad-config]: site.toml has no title\n"
        "   1 | title = \" \"\n"
        "     |         ^^^\n"
        "  help: give the site a name: title = \"Our commissioning framework\"\n");
  CHECK(Read("title = 3\n").messages ==
        "site.toml:1:9: error[bad-config]: title in site.toml must be text between quotation marks\n"
        "   1 | title = 3\n"
        "     |         ^\n");
}

TEST_CASE("without a site.toml there is one finding that says how to make one") {
  SourceFiles files;
  Diagnostics found;
  const Config config = load_config(MemoryFileStore(), files, ReadSite::today(), found);
  REQUIRE(found.all().size() == 1);
  CHECK(MessageWriter(files, {}).write(found.all()[0]) ==
        "site.toml:1:1: error[unreadable-file]: site.toml cannot be read: it does not exist\n"
        "  help: run framewright in the folder of a site, or make one with `framewright init`\n");
  CHECK(config.schema.find("standard").has_value());
}

TEST_CASE("a site.toml that is malformed, or not in UTF-8, is one finding") {
  CHECK(Read("title = \"T\nlanguage = \"cy\"\n").messages ==
        "site.toml:1:9: error[unreadable-file]: this quotation mark is never closed\n"
        "   1 | title = \"T\n"
        "     |         ^\n"
        "  help: write \" at the end of the text; text of several lines stands between \"\"\" and \"\"\"\n");
  CHECK(Read("title = \"Caf\xE9\"\n").messages ==
        "site.toml:1:13: error[unreadable-file]: this file is not saved as UTF-8: the character here cannot be read\n"
        "   1 | title = \"Caf�\"\n"
        "     |             ^\n"
        "  help: save it again with the encoding UTF-8\n");
}

TEST_CASE("site.toml may begin with a byte-order mark and have lines that end in CR LF") {
  const Read read("\xEF\xBB\xBFtitle = \"T\"\r\nlanguge = \"cy\"\r\n");
  CHECK(read.messages ==
        "site.toml:2:1: error[bad-config]: site.toml has no setting \"languge\"\n"
        "   2 | languge = \"cy\"\n"
        "     | ^^^^^^^ did you mean \"language\"?\n");
}

TEST_CASE("a setting that is written twice is reported with both places") {
  CHECK(messages("language = \"cy\"\nlanguage = \"en\"") ==
        "site.toml:3:1: error[bad-config]: language is set twice\n"
        "   3 | language = \"en\"\n"
        "     | ^^^^^^^^\n"
        "  also: site.toml:2:1: it is first set here\n"
        "   2 | language = \"cy\"\n"
        "     | ^^^^^^^^\n"
        "  help: keep one of them\n");
}

TEST_CASE("an unknown setting is an error with the nearest known, in every table") {
  CHECK(messages("descripton = \"x\"") ==
        "site.toml:2:1: error[bad-config]: site.toml has no setting \"descripton\"\n"
        "   2 | descripton = \"x\"\n"
        "     | ^^^^^^^^^^ did you mean \"description\"?\n");
  CHECK(messages("[organisation]\ncolor = \"#112233\"") ==
        "site.toml:3:1: error[bad-config]: [organisation] has no setting \"color\"\n"
        "   3 | color = \"#112233\"\n"
        "     | ^^^^^ did you mean \"colour\"?\n");
  CHECK(messages(
            "[register]\nlicense = \"x\"\n[markdown]\nhtml = true\n[repository]\nbrunch = \"x\"\n[[redirect]]\nfrom = "
            "\"/a\"\nto = \"/b\"\nand = 1\n[[release]]\ntag = \"v\"\nnotes = \"x\"") ==
        "site.toml:3:1: error[bad-config]: [register] has no setting \"license\"\n"
        "   3 | license = \"x\"\n"
        "     | ^^^^^^^ did you mean \"licence\"?\n"
        "site.toml:5:1: error[bad-config]: [markdown] has no setting \"html\"\n"
        "   5 | html = true\n"
        "     | ^^^^\n"
        "site.toml:7:1: error[bad-config]: [repository] has no setting \"brunch\"\n"
        "   7 | brunch = \"x\"\n"
        "     | ^^^^^^ did you mean \"branch\"?\n"
        "site.toml:11:1: error[bad-config]: [[redirect]] has no setting \"and\"\n"
        "  11 | and = 1\n"
        "     | ^^^\n"
        "site.toml:14:1: error[bad-config]: [[release]] has no setting \"notes\"\n"
        "  14 | notes = \"x\"\n"
        "     | ^^^^^ did you mean \"note\"?\n");
}

TEST_CASE("a needed setting that is misspelt is one finding") {
  CHECK(Read("titel = \"T\"\n[[redirect]]\nfrom = \"/a/\"\not = \"/b/\"\n[type.risk]\nfolder = \"risks\"\n"
             "[type.risk.link]\nheld_by = { ot = [\"role\"] }\n")
            .messages ==
        "site.toml:1:1: error[bad-config]: site.toml has no setting \"titel\"\n"
        "   1 | titel = \"T\"\n"
        "     | ^^^^^ did you mean \"title\"?\n"
        "site.toml:4:1: error[bad-config]: [[redirect]] has no setting \"ot\"\n"
        "   4 | ot = \"/b/\"\n"
        "     | ^^ did you mean \"to\"?\n"
        "site.toml:8:13: error[bad-config]: the link held_by has no setting \"ot\"\n"
        "   8 | held_by = { ot = [\"role\"] }\n"
        "     |             ^^ did you mean \"to\"?\n");
}

TEST_CASE("a value of the wrong kind is one finding at the value") {
  CHECK(messages("[markdown]\nraw_html = \"yes\"") ==
        "site.toml:3:12: error[bad-config]: raw_html in [markdown] must be true or false\n"
        "   3 | raw_html = \"yes\"\n"
        "     |            ^^^^^\n");
  CHECK(messages("organisation = \"Moorvale\"") ==
        "site.toml:2:16: error[bad-config]: organisation in site.toml must be a table, such as [organisation]\n"
        "   2 | organisation = \"Moorvale\"\n"
        "     |                ^^^^^^^^^^\n");
  CHECK(messages("redirect = \"/old/\"") ==
        "site.toml:2:12: error[bad-config]: redirect must be written as [[redirect]], once for each\n"
        "   2 | redirect = \"/old/\"\n"
        "     |            ^^^^^^^\n");
  CHECK(messages("[register]\ndepartments = \"Children\"\nthreshold = \"lots\"") ==
        "site.toml:3:15: error[bad-config]: departments in [register] must be a list of texts, such as [\"one\", "
        "\"two\"]\n"
        "   3 | departments = \"Children\"\n"
        "     |               ^^^^^^^^^^\n"
        "site.toml:4:13: error[bad-config]: threshold in [register] must be an amount in pounds, such as 5000\n"
        "   4 | threshold = \"lots\"\n"
        "     |             ^^^^^^\n");
  CHECK(messages("[[rule]]\nname = 5\nselect = \"page\"\nrequire = \"title\"\nmessage = \"m\"") ==
        "site.toml:3:8: error[bad-config]: name in [[rule]] must be text between quotation marks\n"
        "   3 | name = 5\n"
        "     |        ^\n");
  CHECK(messages("[[redirect]]\nfrom = 1\nto = \"/b\"") ==
        "site.toml:3:8: error[bad-config]: from in [[redirect]] must be text between quotation marks\n"
        "   3 | from = 1\n"
        "     |        ^\n");
  CHECK(messages("[[waiver]]\nrule = \"orphan\"\nat = [\"S3\"]\nreason = \"r\"") ==
        "site.toml:4:6: error[bad-config]: at in [[waiver]] must be text between quotation marks\n"
        "   4 | at = [\"S3\"]\n"
        "     |      ^^^^^^\n");
  CHECK(messages("[[release]]\ntag = \"v1\"\ndate = \"2026\"") ==
        "site.toml:4:8: error[bad-config]: date in [[release]] must be a date, such as 2027-04-01, without quotation "
        "marks\n"
        "   4 | date = \"2026\"\n"
        "     |        ^^^^^^\n");
}

TEST_CASE("whole pounds may be written with underscores between the digits") {
  CHECK(Read("title = \"T\"\n[register]\nthreshold = 30_000\n").config.contracts.threshold == Money{3000000});
}

TEST_CASE("a base_url is a whole address of the web") {
  const std::string help =
      "  help: write the whole address that the site will have: base_url = \"https://framework.example.gov.uk/\"\n";
  CHECK(messages("base_url = \"framework.example.gov.uk\"") ==
        "site.toml:2:12: error[bad-config]: base_url must begin with https://\n"
        "   2 | base_url = \"framework.example.gov.uk\"\n"
        "     |            ^^^^^^^^^^^^^^^^^^^^^^^^^^\n" +
            help);
  CHECK(messages("base_url = \"https://\"") ==
        "site.toml:2:12: error[bad-config]: base_url is not the address of a site\n"
        "   2 | base_url = \"https://\"\n"
        "     |            ^^^^^^^^^^\n" +
            help);
  CHECK(messages("base_url = \"https://a b.example/?x#y\"") ==
        "site.toml:2:12: error[bad-config]: base_url is not the address of a site\n"
        "   2 | base_url = \"https://a b.example/?x#y\"\n"
        "     |            ^^^^^^^^^^^^^^^^^^^^^^^^^^\n" +
            help);
  CHECK(Read("title = \"T\"\nbase_url = \"ftp://x\"\n").config.base_url == "");
}

TEST_CASE("a colour, a theme and an address of the repository that cannot be used are reported") {
  CHECK(
      messages("theme = \"neon\"\n[organisation]\ncolour = \"red\"\n[repository]\naddress = \"javascript:alert(1)\"") ==
      "site.toml:2:9: error[bad-config]: there is no theme \"neon\"\n"
      "   2 | theme = \"neon\"\n"
      "     |         ^^^^^^\n"
      "  help: the built-in theme is \"civic\"\n"
      "site.toml:4:10: error[bad-config]: a colour is written as # and six digits or letters a to f, such as "
      "\"#1d5b79\"\n"
      "   4 | colour = \"red\"\n"
      "     |          ^^^^^\n"
      "site.toml:6:11: error[bad-config]: the address of the repository must begin with https://\n"
      "   6 | address = \"javascript:alert(1)\"\n"
      "     |           ^^^^^^^^^^^^^^^^^^^^^\n");
}

TEST_CASE("the settings of a source are checked one by one") {
  CHECK(
      messages("[source]\n\"content/a.csv\" = 1\n[source.\"content/b.csv\"]\ncolumns = { \"A\" = 1 }\nlist_separator = "
               "\", \"\ndate = \"x\"") ==
      "site.toml:3:19: error[bad-config]: the settings of a file are a table: "
      "[source.\"content/register/contracts.csv\"]\n"
      "   3 | \"content/a.csv\" = 1\n"
      "     |                   ^\n"
      "site.toml:5:19: error[bad-config]: a column is given the name of a field: \"Contract ref\" = \"id\"\n"
      "   5 | columns = { \"A\" = 1 }\n"
      "     |                   ^\n"
      "site.toml:6:18: error[bad-config]: list_separator must be one character, such as \";\"\n"
      "   6 | list_separator = \", \"\n"
      "     |                  ^^^^\n"
      "site.toml:7:1: error[bad-config]: [source.\"content/b.csv\"] has no setting \"date\"\n"
      "   7 | date = \"x\"\n"
      "     | ^^^^\n");
}

TEST_CASE("a rule needs a name of its own, select, require and message") {
  CHECK(messages("[[rule]]\nseverity = \"fatal\"") ==
        "site.toml:2:1: error[bad-config]: [[rule]] needs message, what to tell the author\n"
        "   2 | [[rule]]\n"
        "     | ^^^^^^^^\n"
        "site.toml:2:1: error[bad-config]: [[rule]] needs name\n"
        "   2 | [[rule]]\n"
        "     | ^^^^^^^^\n"
        "site.toml:2:1: error[bad-config]: [[rule]] needs require, what must be true of them\n"
        "   2 | [[rule]]\n"
        "     | ^^^^^^^^\n"
        "site.toml:2:1: error[bad-config]: [[rule]] needs select, the items that it is about\n"
        "   2 | [[rule]]\n"
        "     | ^^^^^^^^\n"
        "site.toml:3:12: error[bad-config]: a severity is \"error\", \"warning\" or \"info\"\n"
        "   3 | severity = \"fatal\"\n"
        "     |            ^^^^^^^\n");
  const std::string rule = "\nselect = \"page\"\nrequire = \"title\"\nmessage = \"m\"\n";
  CHECK(messages("[[rule]]\nname = \"unreadable-file\"" + rule) ==
        "site.toml:3:8: error[bad-config]: \"unreadable-file\" is the name of a built-in rule\n"
        "   3 | name = \"unreadable-file\"\n"
        "     |        ^^^^^^^^^^^^^^^^^\n");
  CHECK(messages("[[rule]]\nname = \"mine\"" + rule + "[[rule]]\nname = \"mine\"" + rule) ==
        "site.toml:8:8: error[bad-config]: two rules have the name \"mine\"\n"
        "   8 | name = \"mine\"\n"
        "     |        ^^^^^^\n"
        "  also: site.toml:3:8: it stands here first\n"
        "   3 | name = \"mine\"\n"
        "     |        ^^^^^^\n"
        "  help: give one of them another name\n");
}

TEST_CASE("the severity of a rule that there is not, or of no known kind, is reported") {
  CHECK(messages("[rules]\nunredable-file = \"off\"\nunreadable-file = \"of\"") ==
        "site.toml:3:1: error[bad-config]: there is no rule \"unredable-file\"\n"
        "   3 | unredable-file = \"off\"\n"
        "     | ^^^^^^^^^^^^^^ did you mean \"unreadable-file\"?\n"
        "site.toml:4:19: error[bad-config]: the severity of a rule is \"error\", \"warning\", \"info\" or \"off\"\n"
        "   4 | unreadable-file = \"of\"\n"
        "     |                   ^^^^\n");
  CHECK(messages("[rules]\nunreadable-file = false") ==
        "site.toml:3:19: error[bad-config]: the severity of a rule is \"error\", \"warning\", \"info\" or \"off\"\n"
        "   3 | unreadable-file = false\n"
        "     |                   ^^^^^\n");
}

TEST_CASE("waivers, redirects and releases say what they lack") {
  CHECK(messages("[[waiver]]\nreason = \" \"\n[[redirect]]\n[[release]]") ==
        "site.toml:2:1: error[bad-config]: [[waiver]] needs at, the id or the path of what it is for\n"
        "   2 | [[waiver]]\n"
        "     | ^^^^^^^^^^\n"
        "site.toml:2:1: error[bad-config]: [[waiver]] needs rule, the finding that is waived\n"
        "   2 | [[waiver]]\n"
        "     | ^^^^^^^^^^\n"
        "site.toml:3:10: error[bad-config]: the reason says nothing\n"
        "   3 | reason = \" \"\n"
        "     |          ^^^\n"
        "  help: say why the finding may stand\n"
        "site.toml:4:1: error[bad-config]: [[redirect]] needs from, the old address\n"
        "   4 | [[redirect]]\n"
        "     | ^^^^^^^^^^^^\n"
        "site.toml:4:1: error[bad-config]: [[redirect]] needs to, the new address\n"
        "   4 | [[redirect]]\n"
        "     | ^^^^^^^^^^^^\n"
        "site.toml:5:1: error[bad-config]: [[release]] needs tag\n"
        "   5 | [[release]]\n"
        "     | ^^^^^^^^^^^\n");
}

TEST_CASE("a language, a pattern of dates and the name of a rule have a form") {
  CHECK(
      messages("language = \"english\"\ndate_format = \"dd/mm/yyyy\"") ==
      "site.toml:2:12: error[bad-config]: \"english\" is not the code of a language\n"
      "   2 | language = \"english\"\n"
      "     |            ^^^^^^^^^\n"
      "  help: a code has two or three letters, such as \"en-GB\" for British English or \"cy\" for Welsh\n"
      "site.toml:3:15: error[bad-config]: date_format is no pattern of a date\n"
      "   3 | date_format = \"dd/mm/yyyy\"\n"
      "     |               ^^^^^^^^^^^^\n"
      "  help: write it with %e, %B and %Y, as in \"%e %B %Y\" for 1 April 2027; the codes are %Y, %y, %m, %d, %e, %b, "
      "%B and %A\n");
  CHECK(messages("date_format = \"%Q\"").starts_with("site.toml:2:15: error[bad-config]: date_format is no pattern"));
  CHECK(messages("[source.\"content/a.csv\"]\ndate_format = \"%d/%m\"") ==
        "site.toml:3:15: error[bad-config]: date_format is no pattern of a day\n"
        "   3 | date_format = \"%d/%m\"\n"
        "     |               ^^^^^^^\n"
        "  help: write how the file has the year, the month and the day, as in \"%d/%m/%Y\" for 31/03/2027\n");
  CHECK(messages("[[rule]]\nname = \"My Rule\"\nselect = \"page\"\nrequire = \"true\"\nmessage = \"m\"") ==
        "site.toml:3:8: error[bad-config]: a rule is named in small letters, digits and hyphens\n"
        "   3 | name = \"My Rule\"\n"
        "     |        ^^^^^^^^^\n"
        "  help: name it as in \"decision-over-30k\"\n");
}
