#include <algorithm>

#include "base/text.h"
#include "port/command_line.h"

namespace framewright {

namespace {

constexpr std::size_t width = 80;
constexpr std::size_t widest_left = 26;  // a longer left side has the words begin on the next line

using Kind = CommandOption::Kind;

struct Row {
  std::string left;
  std::string right;
};

// Words of `text` in lines of at most `width` columns, those after the first indented.
void append_wrapped(std::string& out, std::string_view text, std::size_t column, std::size_t indent) {
  bool first = true;
  while (!text.empty()) {
    const std::string_view word = next_field(text, ' ');
    const std::size_t size = count_code_points(word);
    if (!first && column + 1 + size > width) {
      out.append("\n").append(indent, ' ');
      column = indent;
    } else if (!first) {
      out += ' ';
      ++column;
    }
    out += word;
    column += size;
    first = false;
  }
  out += '\n';
}

void append_paragraphs(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = text.find("\n\n");
    out += '\n';
    std::string paragraph(text.substr(0, end));
    std::replace(paragraph.begin(), paragraph.end(), '\n', ' ');
    append_wrapped(out, paragraph, 0, 0);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 2);
  }
}

void append_table(std::string& out, std::string_view heading, const std::vector<Row>& rows) {
  if (rows.empty()) return;
  std::size_t left = 0;
  for (const Row& row : rows)
    if (row.left.size() <= widest_left) left = std::max(left, row.left.size());
  const std::size_t column = 2 + left + 2;
  out.append("\n").append(heading).append(":\n");
  for (const Row& row : rows) {
    out.append("  ").append(row.left);
    if (row.left.size() > left)
      out.append("\n").append(column, ' ');
    else
      out.append(column - 2 - row.left.size(), ' ');
    append_wrapped(out, row.right, column, column);
  }
}

std::string option_words(const CommandOption& option) {
  std::vector<std::string> more;
  if (!option.choices.empty()) more.push_back(join_words(option.choices, "or"));
  if (option.kind == Kind::list) more.emplace_back("may stand several times");
  if (!option.fallback.empty()) more.push_back("otherwise " + option.fallback);
  return option.help + (more.empty() ? "" : " (" + join(more, "; ") + ")");
}

std::vector<Row> option_rows(const std::vector<CommandOption>& options) {
  std::vector<Row> rows;
  rows.reserve(options.size());
  for (const CommandOption& option : options)
    rows.push_back(
        {(option.short_name.empty() ? "    " : option.short_name + ", ") + option_usage(option), option_words(option)});
  return rows;
}

const Row help_row = {"-h, --help", "show this help"};

void append_examples(std::string& out, const std::vector<CommandExample>& examples) {
  if (examples.empty()) return;
  out += "\nExamples:\n";
  for (const CommandExample& example : examples) {
    out.append("  ").append(example.line).append("\n      ");
    append_wrapped(out, example.meaning, 6, 6);
  }
}

}  // namespace

std::string option_usage(const CommandOption& option) {
  if (option.kind == Kind::flag) return option.name;
  std::string value = option.placeholder;
  if (value.empty())
    for (const char c : option.name.substr(option.name.find_first_not_of('-')))
      value += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return option.name + " " + value;
}

std::string program_help(const ProgramSpec& spec) {
  std::string out;
  append_wrapped(out, spec.name + " " + spec.version + ": " + spec.summary, 0, 0);
  out += "\nUsage: " + spec.name + " COMMAND [OPTION]...\n";
  std::vector<Row> commands;
  for (const CommandSpec& command : spec.commands) commands.push_back({command.name, command.summary});
  append_table(out, "Commands", commands);
  std::vector<Row> options = option_rows(spec.options);
  options.push_back({"-h, --help", "show this help, or that of a command"});
  options.push_back({"    --version", "show the version"});
  append_table(out, "Options", options);
  append_examples(out, spec.examples);
  append_paragraphs(out, spec.ending);
  return out;
}

std::string command_help(const ProgramSpec& spec, const CommandSpec& command) {
  std::string out;
  append_wrapped(out, spec.name + " " + command.name + ": " + command.summary, 0, 0);
  std::string usage = "Usage: " + spec.name + " " + command.name + " [OPTION]...";
  std::vector<Row> arguments;
  for (const CommandPositional& positional : command.positionals) {
    const std::string name = positional.name + (positional.many ? "..." : "");
    usage += positional.required ? " " + name : " [" + name + "]";
    arguments.push_back({positional.name, positional.help});
  }
  out.append("\n").append(usage).append("\n");
  append_paragraphs(out, command.description);
  append_table(out, "Arguments", arguments);
  std::vector<Row> options = option_rows(command.options);
  std::vector<Row> common = option_rows(spec.options);
  common.push_back(help_row);
  append_table(out, "Options", options);
  append_table(out, options.empty() ? "Options" : "Options of every command", common);
  append_examples(out, command.examples);
  return out;
}

}  // namespace framewright
