#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "base/message.h"
#include "template/expression.h"
#include "template/filter.h"
#include "template/static_type.h"

using namespace framewright;

namespace {

// Contracts and standards, as a site declares them.
class TestTypes final : public TypeScope {
public:
  std::optional<StaticType> name(std::string_view name) const override {
    if (name == "contract" || name == "grant") return StaticType(ValueKind::boolean);
    if (name == "anything") return StaticType();
    return member("contract", name);
  }
  std::optional<StaticType> member(std::string_view object, std::string_view name) const override {
    const auto& fields = of(object);
    const auto found = fields.find(name);
    if (found == fields.end()) return std::nullopt;
    return found->second;
  }
  std::vector<std::string_view> names() const override {
    auto names = members("contract");
    names.insert(names.end(), {"contract", "grant"});
    return names;
  }
  std::vector<std::string_view> members(std::string_view object) const override {
    std::vector<std::string_view> names;
    for (const auto& [name, type] : of(object)) names.push_back(name);
    return names;
  }
  bool has_key(std::string_view, std::string_view key) const override { return key == "S3" || key == "S30"; }
  std::vector<std::string_view> keys(std::string_view) const override { return {"S3", "S30"}; }

private:
  using Fields = std::map<std::string_view, StaticType>;
  const Fields& of(std::string_view object) const {
    static const Fields contract{{"title", ValueKind::text},
                                 {"value_net", ValueKind::money},
                                 {"begin", ValueKind::date},
                                 {"lots", ValueKind::number},
                                 {"live", ValueKind::boolean},
                                 {"text", ValueKind::html},
                                 {"activity", StaticType::choice_of({"assess", "plan", "do", "review"})},
                                 {"standards", StaticType::list_of(StaticType::object_of("standard"))},
                                 {"board", StaticType::object_of("board")},
                                 {"tags", StaticType::list_of(ValueKind::text)}};
    static const Fields standard{
        {"title", ValueKind::text}, {"approved_on", ValueKind::date}, {"cost", ValueKind::money}};
    return object == "contract" ? contract : standard;
  }
};

struct Checked {
  std::optional<StaticType> type;
  std::string messages;
};

Checked check(const std::string& text) {
  SourceFiles files;
  const FileId file = files.add("rule", text);
  Diagnostics diagnostics;
  const auto expression = parse_expression(text, Origin(file, 0), diagnostics);
  REQUIRE_MESSAGE(expression, text);
  Checked checked{check_types(*expression, TestTypes(), generic_filters(), diagnostics), ""};
  MessageWriter writer(files, {});
  for (const Diagnostic& found : diagnostics.all()) checked.messages += writer.write(found);
  return checked;
}

// "1:6: message ^ label", the parts of the messages that differ from case to case.
std::string errors(const std::string& text) {
  SourceFiles files;
  const FileId file = files.add("rule", text);
  Diagnostics diagnostics;
  const auto expression = parse_expression(text, Origin(file, 0), diagnostics);
  REQUIRE_MESSAGE(expression, text);
  CHECK_FALSE(check_types(*expression, TestTypes(), generic_filters(), diagnostics).has_value());
  std::string out;
  for (const Diagnostic& found : diagnostics.all()) {
    CHECK(found.rule == "bad-expression");
    out += (out.empty() ? "" : "; ") + std::to_string(found.where.begin + 1) + ": " + found.message;
    if (!found.label.empty()) out += " ^ " + found.label;
  }
  return out;
}

std::string type_of(const std::string& text) {
  const Checked checked = check(text);
  CHECK(checked.messages.empty());
  REQUIRE_MESSAGE(checked.type.has_value(), text);
  return checked.type->describe();
}

}  // namespace

TEST_CASE("an unknown name is reported where it stands, with the nearest known one") {
  CHECK(check("contract and valu_net > 30000").messages ==
        "rule:1:14: error[bad-expression]: there is nothing called `valu_net` here\n"
        "   1 | contract and valu_net > 30000\n"
        "     |              ^^^^^^^^ did you mean `value_net`?\n");
}

TEST_CASE("an unknown member is reported where it stands, with the nearest known one") {
  CHECK(check("(standards | first).approved > 2027-04-01").messages ==
        "rule:1:21: error[bad-expression]: a standard has no field `approved`\n"
        "   1 | (standards | first).approved > 2027-04-01\n"
        "     |                     ^^^^^^^^\n");
  CHECK(errors("board.titel == 'x'") == "7: a board has no field `titel` ^ did you mean `title`?");
  CHECK(errors("title.length") == "7: text has no field `length`");
  CHECK(errors("begin.week > 1") == "7: a date has no field `week`");
  CHECK(errors("standards.title") ==
        "11: a list of items (standard) has no field `title` ^ use `| first` or `| map(\"title\")`");
}

TEST_CASE("what can never be compared is an error") {
  CHECK(errors("begin > \"2027-04-01\"") ==
        "7: a date cannot be compared with text ^ write the date without quotation marks: 2027-04-01");
  CHECK(errors("'April' == begin") ==
        "9: text cannot be compared with a date ^ write a date as 2027-04-01, without quotation marks");
  CHECK(errors("value_net == title") == "11: an amount of money cannot be compared with text");
  CHECK(errors("live > false") == "6: yes or no has no order");
  CHECK(errors("live == 1") == "6: yes or no cannot be compared with a number");
  CHECK(errors("board < board") == "7: a board has no order");
  CHECK(errors("standards == 'S3'") ==
        "11: a list of items (standard) cannot be compared with text ^ write the one value first: `value in list`");
  CHECK(errors("tags != 'x'") ==
        "6: a list of texts cannot be compared with text ^ write the one value first: `value not in list`");
  CHECK(errors("text == 'x'") == "6: markup cannot be compared with text");
  CHECK(errors("1 in lots") == "3: `in` looks into a list or a text, not a number");
  CHECK(errors("1 in title") == "3: a text holds other texts, not a number");
  CHECK(errors("1 in tags") == "3: a number is never in a list of texts");
}

TEST_CASE("a choice that the field does not have is reported with the nearest one") {
  const Checked checked = check("activity == 'asess'");
  CHECK_FALSE(checked.type.has_value());
  CHECK(checked.messages ==
        "rule:1:13: error[bad-expression]: there is no choice \"asess\"\n"
        "   1 | activity == 'asess'\n"
        "     |             ^^^^^^^ did you mean \"assess\"?\n"
        "  help: the choices are assess, plan, do and review\n");
  CHECK(errors("activity in ['assess', 'plann']") == "24: there is no choice \"plann\" ^ did you mean \"plan\"?");
  CHECK(errors("'x' != activity") == "1: there is no choice \"x\"");
  CHECK(type_of("activity == 'assess' or activity in ['do', 'plan']") == "yes or no");
}

TEST_CASE("the id of an item that does not exist is reported with the nearest one") {
  CHECK(errors("'S33' in standards") == "1: there is no standard \"S33\" ^ did you mean \"S3\"?");
  CHECK(errors("board == 'B9'") == "10: there is no board \"B9\"");
  CHECK(type_of("'S3' in standards") == "yes or no");
}

TEST_CASE("money is compared with pounds of at most two decimals") {
  CHECK(type_of("value_net > 30000") == "yes or no");
  CHECK(type_of("value_net > 30000.01") == "yes or no");
  CHECK(errors("value_net > 30000.015") == "13: an amount of money has at most two decimals");
}

TEST_CASE("sums are checked") {
  CHECK(type_of("begin + 30 < 2027-04-01") == "yes or no");
  CHECK(type_of("begin - 2027-04-01") == "a number");
  CHECK(type_of("value_net * 2 + 1") == "an amount of money");
  CHECK(type_of("title + 'x'") == "text");
  CHECK(type_of("-value_net") == "an amount of money");
  CHECK(errors("title + 1") == "7: text and a number cannot be added");
  CHECK(errors("-title") == "1: a minus sign stands before a number, not text");
}

TEST_CASE("filters are checked: their names, what they take, and the members they name") {
  CHECK(errors("title | uper == 'X'") == "9: there is no filter `uper` ^ did you mean `upper`?");
  CHECK(errors("lots | upper") == "8: `upper` does not take a number");
  CHECK(errors("title | truncate('x')") == "18: the length of `truncate` cannot be text");
  CHECK(errors("title | truncate") == "9: `truncate` needs a value for `length` ^ write `truncate(length, end?)`");
  CHECK(errors("standards | map('titel')") == "17: a standard has no field `titel` ^ did you mean `title`?");
  CHECK(errors("standards | where('titel')") == "19: a standard has no field `titel` ^ did you mean `title`?");
  CHECK(type_of("standards | map('title')") == "a list of texts");
  CHECK(type_of("standards | sum('cost')") == "an amount of money");
  CHECK(type_of("(standards | first).title") == "text");
  CHECK(type_of("standards | length > 2") == "yes or no");
  CHECK(type_of("title | default('x')") == "text");
  CHECK(errors("titel | default('x')") == "1: there is nothing called `titel` here ^ did you mean `title`?");
  CHECK(errors("titel is defined") == "1: there is nothing called `titel` here ^ did you mean `title`?");
}

TEST_CASE("a condition is told from another value") {
  CHECK(check("contract and value_net > 30000").type->is_condition());
  CHECK(check("contract and board").type->is_condition());
  CHECK(check("board is not empty").type->is_condition());
  CHECK(check("anything").type->is_condition());
  CHECK_FALSE(check("title").type->is_condition());
  CHECK_FALSE(check("title or activity").type->is_condition());
}

TEST_CASE("each mistake of an expression is told, once") {
  CHECK(errors("titel == 'x' and begn > 2027-04-01") ==
        "1: there is nothing called `titel` here ^ did you mean `title`?; "
        "18: there is nothing called `begn` here ^ did you mean `begin`?");
}
