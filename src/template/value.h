#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/html.h"
#include "base/money.h"

namespace framewright {

class Value;

// Something with named members, such as an item of a site. Borrowed by values, so it outlives them.
class Object {
public:
  virtual ~Object() = default;
  // Undefined when there is no member of that name; empty when there is one without a value.
  virtual Value member(std::string_view name) const = 0;
  // What text is compared with ("S3" in standards) and what two objects are equal by; empty for none.
  virtual std::string_view key() const { return {}; }
  // The names of members, for suggestions in messages; may be left empty.
  virtual std::vector<std::string_view> names() const { return {}; }
};

class List {
public:
  virtual ~List() = default;
  virtual std::size_t size() const = 0;
  virtual Value at(std::size_t index) const = 0;
};

// Nothing by this name.
struct Undefined {};
// A declared thing that has no value: it equals nothing but `empty`, and comparing it is false.
struct Empty {};

// A value of the expression language. Text, markup, lists and objects are borrowed from the model or an Arena.
class Value {
public:
  using Data = std::variant<Undefined, Empty, bool, std::int64_t, double, Money, Date, std::string_view, const Html*,
                            const List*, const Object*>;

  Value() = default;
  Value(Empty empty) : data_(empty) {}
  Value(bool boolean) : data_(boolean) {}
  Value(std::int64_t integer) : data_(integer) {}
  Value(int integer) : data_(static_cast<std::int64_t>(integer)) {}
  Value(std::size_t integer) : data_(static_cast<std::int64_t>(integer)) {}
  Value(double number) : data_(number) {}
  Value(Money money) : data_(money) {}
  Value(Date date) : data_(date) {}
  Value(std::string_view text) : data_(text) {}
  Value(const std::string& text) : data_(std::string_view(text)) {}
  Value(const char* text) : data_(std::string_view(text)) {}
  Value(const Html& html) : data_(&html) {}
  Value(const List& list) : data_(&list) {}
  Value(const Object& object) : data_(&object) {}
  Value(std::string&&) = delete;
  Value(Html&&) = delete;

  template <class T>
  bool is() const {
    return std::holds_alternative<T>(data_);
  }
  template <class T>
  const T* get() const {
    return std::get_if<T>(&data_);
  }
  bool is_undefined() const { return is<Undefined>(); }
  bool is_empty() const;  // undefined, empty, "", a list of nothing, markup of nothing
  bool truthy() const;    // not empty, not false, not zero
  const Data& data() const { return data_; }
  // "text", "a date", "a list of 3": for messages.
  std::string describe() const;

private:
  Data data_;
};

// An object made of named values, for what a page is given beside the model.
class Table final : public Object {
public:
  Table& set(std::string_view name, Value value);
  Value member(std::string_view name) const override;
  std::vector<std::string_view> names() const override;

private:
  std::vector<std::pair<std::string_view, Value>> members_;  // names are literals or kept in the same Arena
};

class Array final : public List {
public:
  Array() = default;
  explicit Array(std::vector<Value> values) : values_(std::move(values)) {}
  void add(Value value) { values_.push_back(value); }
  std::size_t size() const override { return values_.size(); }
  Value at(std::size_t index) const override { return values_[index]; }

private:
  std::vector<Value> values_;
};

// Owns what is made while one page is rendered. Addresses do not change until it goes.
class Arena {
public:
  std::string_view keep(std::string text) { return texts_.emplace_back(std::move(text)); }
  const Html& keep(Html html) { return htmls_.emplace_back(std::move(html)); }
  Table& table() { return tables_.emplace_back(); }
  Array& array() { return arrays_.emplace_back(); }

private:
  std::deque<std::string> texts_;
  std::deque<Html> htmls_;
  std::deque<Table> tables_;
  std::deque<Array> arrays_;
};

}  // namespace framewright
