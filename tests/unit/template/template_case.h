#pragma once

#include <deque>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "template/template.h"

namespace framewright::test {

// A table that may have a key, as items of a site do.
class KeyedTable final : public Object {
public:
  void set(std::string name, Value value) { members_.emplace_back(std::move(name), value); }
  void set_key(std::string key) { key_ = std::move(key); }
  Value member(std::string_view name) const override;
  std::string_view key() const override { return key_; }
  std::vector<std::string_view> names() const override;

private:
  std::string key_;
  std::vector<std::pair<std::string, Value>> members_;
};

// The context of a case: `name = value` lines under [table] and [[list of tables]] headings. A value is an expression,
// or `money "1.50"`, `html "<b>"`, `empty`; `@key` gives the table its key.
class CaseContext {
public:
  explicit CaseContext(std::string_view text);
  const Object& root() const { return root_; }

private:
  Value value(std::string_view text);

  Arena arena_;
  std::deque<Expression> expressions_;  // values borrow from them
  KeyedTable root_;
  std::deque<KeyedTable> tables_;
  std::map<std::string, Array*, std::less<>> lists_;
};

// One case of a .test file: `=== title`, then sections that begin with `--- template [name]`, `--- context`,
// `--- output` or `--- errors`. What is rendered is page.html, the name of a template without one.
struct TemplateCase {
  std::string title;
  std::vector<std::pair<std::string, std::string>> templates;  // name, text
  std::string context;
  bool fails = false;
  std::string expected;
};

std::vector<TemplateCase> read_cases(std::string_view text);
// As the file is written, with what really came out.
std::string write_case(const TemplateCase& test, bool failed, std::string_view actual);

// Compiles and renders: the output, or the messages.
std::string run_case(const TemplateCase& test, bool& failed);

}  // namespace framewright::test
