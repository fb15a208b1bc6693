#include "unit/template/template_case.h"

#include <doctest/doctest.h>

#include "base/message.h"
#include "base/text.h"

namespace framewright::test {

Value KeyedTable::member(std::string_view name) const {
  for (const auto& [known, value] : members_)
    if (known == name) return value;
  return {};
}

std::vector<std::string_view> KeyedTable::names() const {
  std::vector<std::string_view> names;
  for (const auto& [name, value] : members_) names.push_back(name);
  return names;
}

CaseContext::CaseContext(std::string_view text) {
  KeyedTable* table = &root_;
  while (!text.empty()) {
    const std::string_view line = trim(next_field(text, '\n'));
    if (line.empty() || line.front() == '#') continue;
    if (line.starts_with("[[")) {
      const std::string_view name = line.substr(2, line.size() - 4);
      Array*& list = lists_[std::string(name)];
      if (!list) {
        list = &arena_.array();
        root_.set(std::string(name), Value(static_cast<const List&>(*list)));
      }
      table = &tables_.emplace_back();
      list->add(Value(static_cast<const Object&>(*table)));
    } else if (line.starts_with("[")) {
      table = &tables_.emplace_back();
      root_.set(std::string(line.substr(1, line.size() - 2)), Value(static_cast<const Object&>(*table)));
    } else {
      const std::size_t equals = line.find('=');
      REQUIRE_MESSAGE(equals != std::string_view::npos, line);
      const std::string name(trim(line.substr(0, equals)));
      const Value read = value(trim(line.substr(equals + 1)));
      if (name == "@key")
        table->set_key(std::string(*read.get<std::string_view>()));
      else
        table->set(name, read);
    }
  }
}

Value CaseContext::value(std::string_view text) {
  if (text == "empty") return Empty{};
  std::string_view kind;
  for (const std::string_view known : {"money ", "html "})
    if (text.starts_with(known)) kind = known;
  Diagnostics diagnostics;
  auto expression = parse_expression(text.substr(kind.size()), Origin(), diagnostics);
  REQUIRE_MESSAGE(expression, text);
  expressions_.push_back(*std::move(expression));
  const Formats formats;
  Evaluation evaluation{arena_, generic_filters(), diagnostics, formats};
  Value value = evaluate(expressions_.back(), ObjectScope(root_), evaluation);
  REQUIRE_MESSAGE(!evaluation.failed, text);
  if (kind == "money ") return *parse_money(*value.get<std::string_view>());
  if (kind == "html ") return arena_.keep(Html::trusted(std::string(*value.get<std::string_view>())));
  return value;
}

std::vector<TemplateCase> read_cases(std::string_view text) {
  std::vector<TemplateCase> cases;
  std::string* section = nullptr;
  while (!text.empty()) {
    const std::string_view line = next_field(text, '\n');
    if (line.starts_with("=== ")) {
      cases.emplace_back().title = line.substr(4);
      section = nullptr;
    } else if (line.starts_with("--- ") && !cases.empty()) {
      TemplateCase& last = cases.back();
      std::string_view rest = line.substr(4);
      const std::string_view word = next_field(rest, ' ');
      last.fails = word == "errors";
      if (word == "template") {
        section = &last.templates.emplace_back(rest.empty() ? "page.html" : std::string(rest), "").second;
      } else {
        REQUIRE_MESSAGE((word == "context" || word == "output" || word == "errors"), line);
        section = word == "context" ? &last.context : &last.expected;
      }
    } else if (section) {
      section->append(line).append("\n");
    }
  }
  for (TemplateCase& test : cases) {
    const auto chop = [](std::string& part) {
      if (part.ends_with('\n')) part.pop_back();
    };
    for (auto& [name, part] : test.templates) chop(part);
    // A blank line parts a case from the next.
    if (test.expected.ends_with("\n\n")) chop(test.expected);
    if (test.expected.empty() && !test.templates.empty()) chop(test.templates.back().second);
    chop(test.expected);
  }
  return cases;
}

std::string write_case(const TemplateCase& test, bool failed, std::string_view actual) {
  std::string out = "=== " + test.title + "\n";
  for (const auto& [name, text] : test.templates)
    out.append("--- template").append(name == "page.html" ? "" : " " + name).append("\n").append(text).append("\n");
  if (!test.context.empty()) out += "--- context\n" + test.context;
  out += failed ? "--- errors\n" : "--- output\n";
  return out.append(actual).append("\n\n");
}

std::string run_case(const TemplateCase& test, bool& failed) {
  SourceFiles files;
  std::vector<TemplateSource> sources;
  for (const auto& [name, text] : test.templates) sources.push_back({name, text, files.add(name, text)});
  const CaseContext context(test.context);
  Diagnostics diagnostics;
  std::string out;
  Arena arena;
  const auto set = TemplateSet::compile(std::move(sources), generic_filters(), diagnostics);
  failed = !set || !set->render("page.html", context.root(), arena, out, diagnostics);
  if (!failed) return out;
  diagnostics.sort(files);
  MessageWriter writer(files, {});
  out.clear();
  for (const Diagnostic& found : diagnostics.all()) out += writer.write(found);
  if (out.ends_with('\n')) out.pop_back();
  return out;
}

}  // namespace framewright::test
