#include <doctest/doctest.h>

#include "check/supplier_names.h"
#include "unit/check/register_site.h"

using namespace framewright;

namespace {

// What one rule says of suppliers that hold no contract.
std::string of_suppliers(std::string_view rule, std::string suppliers) {
  return messages(rule, {{"content/register/suppliers.toml", std::move(suppliers)}});
}

std::string named(std::string_view name) { return "[x]\ntitle = \"" + std::string(name) + "\"\n"; }

}  // namespace

TEST_CASE("names fold together without case, punctuation, the article and the form of company") {
  const std::string folded = "oak and ash trust";
  for (const char* name :
       {"Oak and Ash Trust", "OAK & ASH TRUST", "The Oak & Ash Trust Ltd.", "Oak&Ash Trust Limited",
        "Oak and Ash Trust C.I.C.", "Oak and Ash Trust, PLC", "Oak and Ash Trust LLP", "Oak  and  Ash - Trust (Ltd)",
        "oak and ash trust community interest company", "Oak and Ash Trust Public Limited Company"})
    CHECK_MESSAGE(folded_supplier_name(name) == folded, name);
  CHECK(folded_supplier_name("Children’s Play Ltd") == "childrens play");
  CHECK(folded_supplier_name("Children's Play") == "childrens play");
  CHECK(folded_supplier_name("Theatre Ltd") == "theatre");
  CHECK(folded_supplier_name("Unlimited") == "unlimited");
  CHECK(folded_supplier_name("Limited Ltd") == "limited");
  CHECK(folded_supplier_name("Ltd") == "ltd");
  CHECK(folded_supplier_name("Ashes & Oak") == "ashes and oak");
}

TEST_CASE("suppliers whose names fold together are suggested as one") {
  CHECK(
      of_suppliers("similar-supplier-names",
                   "[oak-ash]\ntitle = \"Oak & Ash Trust\"\n[other]\ntitle = \"The Oak and Ash Trust Ltd\"\n") ==
      R"(content/register/suppliers.toml:4:9: info[similar-supplier-names]: "other" (The Oak and Ash Trust Ltd) may be the same organisation as "oak-ash" (Oak & Ash Trust)
   4 | title = "The Oak and Ash Trust Ltd"
     |         ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  also: content/register/suppliers.toml:2:9: the other name stands here
   2 | title = "Oak & Ash Trust"
     |         ^^^^^^^^^^^^^^^^^
  help: if they are one, keep one of them, with the other name in also; if not, give both their numbers
)");
  CHECK(of_suppliers("similar-supplier-names",
                     "[oak-ash]\ntitle = \"Oak & Ash Trust\"\n[other]\ntitle = \"Oak and Elm Trust\"\n") == "");
}

TEST_CASE("suppliers with numbers that differ, or of which one took the place of the other, are two") {
  CHECK(of_suppliers("similar-supplier-names",
                     "[a]\ntitle = \"Oak Ltd\"\ncompany_number = \"09912345\"\n"
                     "[b]\ntitle = \"Oak LLP\"\ncompany_number = \"OC991234\"\n") == "");
  CHECK(of_suppliers("similar-supplier-names",
                     "[a]\ntitle = \"Oak Ltd\"\ncompany_number = \"09912345\"\n"
                     "[b]\ntitle = \"Oak LLP\"\n") != "");
  CHECK(of_suppliers("similar-supplier-names",
                     "[a]\ntitle = \"Oak Ltd\"\nsuccessor = [\"b\"]\n[b]\ntitle = \"Oak LLP\"\n") == "");
}

TEST_CASE("a number belongs to one supplier, and the names are not suggested as well") {
  const std::string two =
      "[a]\ntitle = \"Oak Ltd\"\ncompany_number = \"09912345\"\n"
      "[b]\ntitle = \"Oak Limited\"\ncompany_number = \"09912345\"\n";
  CHECK(
      of_suppliers("shared-supplier-number", two) ==
      R"(content/register/suppliers.toml:6:18: warning[shared-supplier-number]: "b" (Oak Limited) has the company number of "a" (Oak Ltd)
   6 | company_number = "09912345"
     |                  ^^^^^^^^^^
  also: content/register/suppliers.toml:3:18: it stands here first
   3 | company_number = "09912345"
     |                  ^^^^^^^^^^
  help: keep one of them, with the other name in also; or mend the number
)");
  CHECK(of_suppliers("similar-supplier-names", two) == "");
  CHECK(
      of_suppliers("shared-supplier-number",
                   "[a]\ntitle = \"Oak\"\ncharity_number = \"9912345\"\n"
                   "[b]\ntitle = \"Elm\"\ncharity_number = \"9912345\"\n") ==
      R"(content/register/suppliers.toml:6:18: warning[shared-supplier-number]: "b" (Elm) has the charity number of "a" (Oak)
   6 | charity_number = "9912345"
     |                  ^^^^^^^^^
  also: content/register/suppliers.toml:3:18: it stands here first
   3 | charity_number = "9912345"
     |                  ^^^^^^^^^
  help: keep one of them, with the other name in also; or mend the number
)");
  CHECK(of_suppliers("shared-supplier-number",
                     "[a]\ntitle = \"Oak\"\ncharity_number = \"9912345\"\n"
                     "[b]\ntitle = \"Elm\"\ncharity_number = \"9912346\"\n") == "");
  CHECK(of_suppliers("shared-supplier-number",
                     "[a]\ntitle = \"Oak\"\ncharity_number = \"9912345\"\nsuccessor = [\"b\"]\n"
                     "[b]\ntitle = \"Elm\"\ncharity_number = \"9912345\"\n") == "");
}

TEST_CASE("a number that lost its zero is the number with it") {
  const std::string two =
      "[a]\ntitle = \"Oak\"\ncompany_number = \"09912345\"\n[b]\ntitle = \"Elm\"\ncompany_number = \"9912345\"\n";
  CHECK(
      of_suppliers("bad-value", two) ==
      R"(content/register/suppliers.toml:6:18: warning[bad-value]: company_number "9912345" has lost a leading zero, and is read as "09912345"
   6 | company_number = "9912345"
     |                  ^^^^^^^^^
  help: write all 8 digits; in a spreadsheet, make the cells text
)");
  CHECK(of_suppliers("shared-supplier-number", two) != "");
}

TEST_CASE("a company number has eight digits or a prefix of Companies House") {
  const auto number = [](std::string_view written) {
    return of_suppliers("bad-value", "[a]\ntitle = \"Oak\"\ncompany_number = " + std::string(written) + "\n");
  };
  for (const char* right : {"\"09912345\"", "\"SC991234\"", "\"NI991234\"", "\"OC991234\"", "\"R0991234\"",
                            "\"IP99123R\"", "\"SP9912RS\"", "\"CE991234\""})
    CHECK_MESSAGE(number(right) == "", right);
  CHECK(number("\"XY991234\"") ==
        R"(content/register/suppliers.toml:3:18: error[bad-value]: company_number cannot be "XY991234"
   3 | company_number = "XY991234"
     |                  ^^^^^^^^^^
  help: write it in the form that is asked for, such as "01234567"
)");
  CHECK(number("9912345") == R"(content/register/suppliers.toml:3:18: error[bad-value]: company_number must be text
   3 | company_number = 9912345
     |                  ^^^^^^^
  help: put it between quotation marks: company_number = "09912345"
)");
  for (const char* wrong : {"\"991234\"", "\"099123456\"", "\"SC99123\"", "\"sc991234\"", "\"SC9912345\""})
    CHECK_MESSAGE(number(wrong).find("error[bad-value]") != std::string::npos, wrong);
}

TEST_CASE("a charity number has six or seven digits, or those of Scotland or Northern Ireland") {
  const auto number = [](std::string_view written) {
    return of_suppliers("bad-value", "[a]\ntitle = \"Oak\"\ncharity_number = \"" + std::string(written) + "\"\n");
  };
  for (const char* right : {"991234", "9912345", "SC991234", "NIC991234"}) CHECK_MESSAGE(number(right) == "", right);
  for (const char* wrong : {"99123", "99123456", "SC99123", "NI991234", "NIC99123"})
    CHECK_MESSAGE(number(wrong) != "", wrong);
}

TEST_CASE("a name that stands for nobody is reported") {
  CHECK(
      of_suppliers("placeholder-supplier", named("Not awarded")) ==
      R"(content/register/suppliers.toml:2:9: warning[placeholder-supplier]: "Not awarded" is not the name of an organisation
   2 | title = "Not awarded"
     |         ^^^^^^^^^^^^^
  help: write who it is; until that is known, keep it and its contracts drafts: draft = true
)");
  for (const char* name : {"N/A", "n/a", "TBC", "T.B.C.", "tba", "Unknown", "Various", "VARIOUS SUPPLIERS", "-",
                           "to be confirmed", "None", "Multiple providers"})
    CHECK_MESSAGE(of_suppliers("placeholder-supplier", named(name)) != "", name);
  for (const char* name : {"Various Artists Ltd", "Unknown Theatre CIC", "TBC Ltd", "Nana Care", "None the Wiser"})
    CHECK_MESSAGE(of_suppliers("placeholder-supplier", named(name)) == "", name);
}

TEST_CASE("a draft may have a name that stands for nobody") {
  CHECK(of_suppliers("placeholder-supplier", "[x]\ntitle = \"TBC\"\ndraft = true\n") == "");
}

TEST_CASE("two suppliers that stand for nobody are not suggested as one") {
  CHECK(of_suppliers("similar-supplier-names", "[a]\ntitle = \"TBC\"\n[b]\ntitle = \"tbc\"\n") == "");
}

TEST_CASE("several organisations in one name are reported") {
  CHECK(
      of_suppliers("several-organisations", named("Oak Ltd and Ash LLP")) ==
      R"(content/register/suppliers.toml:2:9: warning[several-organisations]: "Oak Ltd and Ash LLP" seems to name more than one organisation
   2 | title = "Oak Ltd and Ash LLP"
     |         ^^^^^^^^^^^^^^^^^^^^^
  help: make each a supplier of its own, and name all of them: a contract may have several
)");
  for (const char* name : {"Oak; Ash", "Oak Ltd & Ash Ltd", "Oak Limited/Ash CIC", "OAK LTD AND ASH LTD",
                           "Oak Ltd, Elm, Ash PLC", "Oak Ltd. and Ash Ltd.", "Oak Ltd + Ash Ltd"})
    CHECK_MESSAGE(names_several(name), name);
  for (const char* name :
       {"Marks and Oak PLC", "Oak & Sons Ltd", "Oak Ltd t/a Ash", "Oak Ltd T/A Ash Ltd", "Oak, Ash and Elm LLP",
        "Oak Ltd (formerly Ash Ltd)", "Oak Landscapes and Gardens", "Ltd and Limited"})
    CHECK_MESSAGE(!names_several(name), name);
}

TEST_CASE("who receives a grant is held to the same") {
  const auto grant = [](std::string_view rule, std::string_view recipient) {
    return messages(rule, {{"content/register/grants.toml", "[G-1]\ntitle = \"Drums\"\nvalue_net = 5\nrecipient = \"" +
                                                                std::string(recipient) + "\"\n"}});
  };
  CHECK(
      grant("placeholder-supplier", "various") ==
      R"(content/register/grants.toml:4:13: warning[placeholder-supplier]: "various" is not the name of an organisation
   4 | recipient = "various"
     |             ^^^^^^^^^
  help: write who it is; until that is known, keep the grant a draft: draft = true
)");
  CHECK(grant("several-organisations", "Oak Ltd and Ash Ltd") != "");
  CHECK(grant("placeholder-supplier", "Oak Ltd") == "");
}

TEST_CASE("a supplier that is said to be small or voluntary has a number") {
  const auto with = [](std::string_view answer, const std::string& supplier) {
    return messages("missing-supplier-number",
                    register_of(contract("C-1", {"sme = \"no\"", answer}),
                                {{"content/register/suppliers.toml", "[acme]\ntitle = \"Acme\"\n" + supplier}}));
  };
  CHECK(
      with("sme = \"yes\"", "") ==
      R"(content/register/suppliers.toml:1:2: warning[missing-supplier-number]: this supplier has neither company_number nor charity_number
   1 | [acme]
     |  ^^^^ it is said to be small or medium
  also: content/register/contracts.toml:12:7: it is said here
  12 | sme = "yes"
     |       ^^^^^
  help: add the number at Companies House or at the charity regulator; waive this for a group that has none
)");
  CHECK(
      with("vcse = \"yes\"", "") ==
      R"(content/register/suppliers.toml:1:2: warning[missing-supplier-number]: this supplier has neither company_number nor charity_number
   1 | [acme]
     |  ^^^^ it is said to be voluntary or a social enterprise
  also: content/register/contracts.toml:13:8: it is said here
  13 | vcse = "yes"
     |        ^^^^^
  help: add the number at Companies House or at the charity regulator; waive this for a group that has none
)");
  CHECK(with("sme = \"unknown\"", "") == "");
  CHECK(with("sme = \"yes\"", "company_number = \"09912345\"\n") == "");
  CHECK(with("vcse = \"yes\"", "charity_number = \"9912345\"\n") == "");
  CHECK(with("sme = \"yes\"", "company_number = \"99\"\n") == "");  // bad-value
}

TEST_CASE("a supplier without a number is one finding, however many contracts it holds; one of several will do") {
  const Files files =
      register_of(contract("C-1") + contract("C-2") + contract("C-3", {"supplier = [\"acme\", \"oak\"]"}),
                  {{"content/register/suppliers.toml",
                    "[acme]\ntitle = \"Acme\"\n[oak]\ntitle = \"Oak\"\ncharity_number = \"9912345\"\n"}});
  const TestSite site{Files(files)};
  CHECK(std::count_if(site.findings().begin(), site.findings().end(),
                      [](const Diagnostic& d) { return d.rule == "missing-supplier-number"; }) == 1);
  CHECK(messages("missing-supplier-number",
                 register_of(contract("C-3", {"supplier = [\"acme\", \"oak\"]"}),
                             {{"content/register/suppliers.toml",
                               "[acme]\ntitle = \"Acme\"\n[oak]\ntitle = \"Oak\"\ncharity_number = \"9912345\"\n"}})) ==
        "");
}
