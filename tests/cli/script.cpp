#include "cli/script.h"

#include <array>
#include <optional>
#include <vector>

#include "support/difference.h"
#include "support/workplace.h"

namespace framewright {

namespace {

using Lines = std::vector<std::string>;

Lines split(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return lines;
}

std::string joined(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + '\n';
  return text;
}

std::optional<std::string> section(std::string_view line) {
  if (line.size() < 7 || !line.starts_with("-- ") || !line.ends_with(" --")) return std::nullopt;
  return std::string(line.substr(3, line.size() - 6));
}

bool is_comment(std::string_view line) { return line == "#" || line.starts_with("# "); }
bool is_command(std::string_view line) { return line.starts_with("$ "); }

bool must_be_escaped(std::string_view line) {
  for (const std::string_view mark : {"\\", "$ ", "# ", "-- ", "2> ", "[exit ", "[signal ", "[empty]", "[no newline]"})
    if (line.starts_with(mark)) return true;
  return line == "#";
}

void write_stream(Lines& lines, std::string_view text, const std::string& mark) {
  const bool unfinished = !text.empty() && text.back() != '\n';
  for (const std::string& line : split(text)) {
    const bool escaped = mark.empty() && must_be_escaped(line);
    lines.push_back(mark + (escaped ? "\\" : "") + (line.empty() ? "[empty]" : line));
  }
  if (unfinished) lines.push_back("[no newline]");
}

// As it is to stand under the command. Inner empty lines are written as they are: only those at the end could be
// mistaken for the reader's.
Lines transcript(const Outcome& outcome, const std::filesystem::path& site) {
  Lines lines;
  write_stream(lines, without_chance(outcome.out, site), "");
  write_stream(lines, without_chance(outcome.err, site), "2> ");
  for (std::size_t i = 0; i + 1 < lines.size(); ++i)
    if (lines[i] == "[empty]") lines[i].clear();
  if (outcome.timed_out)
    lines.push_back("[ran for more than a minute]");
  else if (outcome.signal != 0)
    lines.push_back("[signal " + std::to_string(outcome.signal) + "]");
  else if (outcome.exit_code != 0)
    lines.push_back("[exit " + std::to_string(outcome.exit_code) + "]");
  return lines;
}

class Player {
public:
  Player(std::string_view script, const std::filesystem::path& program) : place_(program), lines_(split(script)) {}

  Played play() {
    while (at_ < lines_.size()) {
      const std::string& line = lines_[at_];
      if (const auto name = section(line))
        read_section(*name);
      else if (is_command(line))
        run_command();
      else
        read_words();
    }
    return {problems_, joined(written_)};
  }

private:
  void read_section(const std::string& name) {
    written_.push_back(lines_[at_++]);
    if (name == "commands") return;
    Lines content;
    while (at_ < lines_.size() && !section(lines_[at_])) content.push_back(lines_[at_++]);
    written_.insert(written_.end(), content.begin(), content.end());
    write_file(place_.site() / name, joined(content));
  }

  void read_words() {
    const std::string& line = lines_[at_++];
    written_.push_back(line);
    if (!line.empty() && !is_comment(line))
      report(at_, "this is no command, file, comment or output:\n    " + line + '\n');
  }

  void run_command() {
    const std::size_t number = at_ + 1;
    const std::string command = lines_[at_++];
    Lines expected;
    while (at_ < lines_.size() && !is_command(lines_[at_]) && !is_comment(lines_[at_]) && !section(lines_[at_]))
      expected.push_back(lines_[at_++]);
    std::size_t empty = 0;
    for (; !expected.empty() && expected.back().empty(); ++empty) expected.pop_back();

    const std::optional<Outcome> outcome = start(command.substr(2));
    const Lines actual = outcome ? transcript(*outcome, place_.site()) : expected;
    if (!outcome) report(number, "a command begins with `framewright` or `sh:`: " + command + '\n');
    if (expected != actual) report(number, command + '\n' + difference(joined(expected), joined(actual)));
    written_.push_back(command);
    written_.insert(written_.end(), actual.begin(), actual.end());
    written_.insert(written_.end(), empty, "");
  }

  std::optional<Outcome> start(const std::string& command) {
    if (command.starts_with("sh: ")) return place_.run_shell(command.substr(4));
    std::vector<std::string> arguments = split_arguments(command);
    if (arguments.empty() || arguments.front() != "framewright") return std::nullopt;
    arguments.erase(arguments.begin());
    return place_.run_framewright(arguments);
  }

  void report(std::size_t line, const std::string& what) { problems_ += std::to_string(line) + ": " + what; }

  Workplace place_;
  Lines lines_;
  std::size_t at_ = 0;
  Lines written_;
  std::string problems_;
};

}  // namespace

Played play(std::string_view script, const std::filesystem::path& program) { return Player(script, program).play(); }

}  // namespace framewright
