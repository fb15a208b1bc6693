#include <unordered_map>

#include "base/text.h"
#include "port/toml_outline.h"

namespace framewright {

namespace {

// What a name stands for so far. `implied` by a longer header, `dotted` by a longer key.
enum class Meaning { value, table, implied, dotted, table_array };

struct Known {
  Meaning meaning;
  TomlRange where;
  std::size_t count = 0;  // tables of an array so far
};

// Follows the names of a text as TOML gives them meaning and notes those that may not stand again.
class DuplicateFinder {
public:
  DuplicateFinder(std::string& text, const TomlOutline& outline, FileId file, std::uint32_t offset)
      : text_(text), outline_(outline), file_(file), offset_(offset) {}

  std::vector<TomlDuplicate> find() {
    const auto& statements = outline_.statements;
    for (std::size_t i = 0; i < statements.size(); ++i) {
      const TomlStatement& statement = statements[i];
      if (statement.kind == TomlStatement::Kind::pair) {
        if (!pair(statement)) blank(statement.name.begin, statement.value.end);
        continue;
      }
      if (header(statement)) continue;
      const std::vector<std::string> repeated = names(statement);
      std::size_t next = i + 1;
      while (next < statements.size() && belongs(statements[next], repeated)) ++next;
      const std::size_t end = next < statements.size() ? statements[next].name.begin : text_.size();
      blank(statement.name.begin, end);
      i = next - 1;
    }
    return std::move(found_);
  }

private:
  std::vector<std::string> names(const TomlStatement& statement) const {
    std::vector<std::string> result;
    for (std::uint32_t i = 0; i < statement.part_count; ++i)
      result.push_back(decode_toml_key(text_, outline_.parts[statement.first_part + i]));
    return result;
  }

  bool belongs(const TomlStatement& next, const std::vector<std::string>& table) const {
    if (next.kind == TomlStatement::Kind::pair) return true;
    const std::vector<std::string> own = names(next);
    return own.size() > table.size() && std::equal(table.begin(), table.end(), own.begin());
  }

  static void descend(std::string& path, const std::string& name) {
    path.append(std::to_string(name.size())).append(":").append(name);
  }

  bool header(const TomlStatement& statement) {
    const bool array = statement.kind == TomlStatement::Kind::table_array;
    const std::vector<std::string> parts = names(statement);
    std::string path;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      descend(path, parts[i]);
      const bool last = i + 1 == parts.size();
      const Meaning fresh = !last ? Meaning::implied : array ? Meaning::table_array : Meaning::table;
      auto [entry, added] = known_.try_emplace(path, Known{fresh, statement.name});
      Known& known = entry->second;
      if (!added && last) {
        const bool promoted = !array && known.meaning == Meaning::implied;
        if (!promoted && !(array && known.meaning == Meaning::table_array))
          return repeated(std::span(parts).first(i + 1), known.where, statement);
        if (promoted) known = {Meaning::table, statement.name};
      }
      if (known.meaning == Meaning::value) return repeated(std::span(parts).first(i + 1), known.where, statement);
      if (known.meaning == Meaning::table_array) {
        if (last) ++known.count;
        path.append("#").append(std::to_string(known.count));
      }
    }
    table_ = path;
    table_names_ = parts;
    return true;
  }

  bool pair(const TomlStatement& statement) {
    const std::vector<std::string> parts = names(statement);
    std::string path = table_;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      descend(path, parts[i]);
      const bool last = i + 1 == parts.size();
      const auto [entry, added] =
          known_.try_emplace(path, Known{last ? Meaning::value : Meaning::dotted, statement.name});
      if (added) continue;
      Known& known = entry->second;
      if (last || (known.meaning != Meaning::dotted && known.meaning != Meaning::implied)) {
        std::vector<std::string> full = table_names_;
        full.insert(full.end(), parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(i) + 1);
        return repeated(full, known.where, statement);
      }
      known.meaning = Meaning::dotted;
    }
    return true;
  }

  bool repeated(std::span<const std::string> path, TomlRange first, const TomlStatement& second) {
    found_.push_back(
        {join(path, "."), place(first), place(second.name), second.kind != TomlStatement::Kind::pair, path.size()});
    return false;
  }

  Span place(TomlRange range) const { return {file_, offset_ + range.begin, offset_ + range.end}; }

  void blank(std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; ++at)
      if (text_[at] != '\n' && text_[at] != '\r') text_[at] = ' ';
  }

  std::string& text_;
  const TomlOutline& outline_;
  FileId file_;
  std::uint32_t offset_;
  std::unordered_map<std::string, Known> known_;
  std::string table_;
  std::vector<std::string> table_names_;
  std::vector<TomlDuplicate> found_;
};

}  // namespace

std::vector<TomlDuplicate> blank_toml_duplicates(std::string& text, const TomlOutline& outline, FileId file,
                                                 std::uint32_t offset) {
  return DuplicateFinder(text, outline, file, offset).find();
}

}  // namespace framewright
