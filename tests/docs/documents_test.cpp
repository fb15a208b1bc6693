#include "docs/documents.h"

#include <doctest/doctest.h>

#include "support/workplace.h"

using namespace framewright;

namespace {

// The documents at the top of the repository and all in docs/.
Tree repository_documents() {
  const std::filesystem::path root = FRAMEWRIGHT_ROOT;
  Tree documents;
  for (const auto& entry : std::filesystem::directory_iterator(root))
    if (entry.path().extension() == ".md") documents[entry.path().filename().string()] = read_file(entry.path());
  for (const auto& [path, text] : read_tree(root / "docs"))
    if (path.ends_with(".md")) documents["docs/" + path] = text;
  return documents;
}

using Names = std::vector<std::string>;

// Those for authors and owners, who read of what there is.
Tree manuals() {
  Tree documents;
  for (const auto& [path, text] : repository_documents())
    if (path.starts_with("docs/authors/") || path.starts_with("docs/owners/")) documents[path] = text;
  return documents;
}

void check_documented(const Names& names) {
  for (const std::string& name : undocumented(names, manuals())) FAIL_CHECK(name, " is in no document");
}

Names listed(const Names& arguments) { return listed_names(program_under_test(FRAMEWRIGHT_PROGRAM), arguments); }

}  // namespace

TEST_CASE("every rule is documented") { check_documented(listed({"explain", "--list"})); }

TEST_CASE("every type, field and link is documented") {
  check_documented(listed({"types"}));
  check_documented(listed({"types", "--fields"}));
}

TEST_CASE("every directive and its options are documented") { check_documented(listed({"types", "--directives"})); }

TEST_CASE("every template is documented") {
  std::string all;
  for (const auto& [path, text] : manuals()) all += text;
  std::size_t templates = 0;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(FRAMEWRIGHT_ROOT) / "templates")) {
    if (!entry.is_regular_file()) continue;
    const std::string name = entry.path().filename().string();
    ++templates;
    if (all.find("`" + name + "`") == std::string::npos) FAIL_CHECK(name, " is in no document");
  }
  CHECK(templates > 10);  // else they are elsewhere
}

TEST_CASE("every filter is documented") { check_documented(listed({"types", "--filters"})); }

TEST_CASE("every command and its options are documented") {
  const Names names = commands_and_options(program_under_test(FRAMEWRIGHT_PROGRAM));
  CHECK(names.size() > 10);  // else the help was not understood
  check_documented(names);
}

TEST_CASE("every key of site.toml is documented") {
  const std::filesystem::path loader = std::filesystem::path(FRAMEWRIGHT_ROOT) / "src/load";
  Tree sources;
  for (const char* file : {"config_loader.cpp", "schema_reader.cpp", "regime_reader.cpp", "waiver_reader.cpp"})
    sources[file] = read_file(loader / file);
  const Names keys = configuration_keys(sources);
  CHECK(keys.size() > 50);  // else the loader was not understood
  check_documented(keys);
}

TEST_CASE("every link in the documents leads to a file") {
  const Tree documents = repository_documents();
  REQUIRE(documents.contains("README.md"));
  for (const std::string& link : dead_links(documents, FRAMEWRIGHT_ROOT)) FAIL_CHECK(link);
}

TEST_CASE("a name that no document says is found") {
  const Tree documents{{"docs/a.md", "# cycle\n\nThe `too-few-links` rule, the word title, `--fail-on warning`.\n"},
                       {"docs/b.md", "```toml\nsummary = \"x\"  # [organisation]\n```\n\n    indented-name\n"}};
  CHECK(
      undocumented(Names{"cycle", "too-few-links", "--fail-on", "summary", "organisation", "indented-name"}, documents)
          .empty());
  CHECK(undocumented(Names{"title", "too-few", "links", "fail-on", "orphan"}, documents) ==
        Names{"title", "too-few", "links", "fail-on", "orphan"});
}

TEST_CASE("the names that the program lists are its lines' first words, and none is an error") {
  const TemporaryFolder place;
  const std::filesystem::path program = place.path() / "program";
  write_file(program, "#!/bin/sh\ntest \"$*\" = 'explain --list' && printf 'cycle    a circle\\norphan\\n'\n");
  std::filesystem::permissions(program, std::filesystem::perms::owner_all);
  CHECK(listed_names(program, {"explain", "--list"}) == Names{"cycle", "orphan"});
  CHECK_THROWS_WITH(listed_names(program, {"types"}), "framewright types names nothing\n");
}

TEST_CASE("commands and options are read from the help") {
  const TemporaryFolder place;
  const std::filesystem::path program = place.path() / "program";
  write_file(program,
             "#!/bin/sh\n"
             "if test \"$1\" = --help; then\n"
             "  printf 'Commands:\\n  build  make it,\\n         all of it\\n\\nOptions:\\n  -h, --help  show\\n'\n"
             "else\n"
             "  printf 'Options:\\n  -o, --output FOLDER  where\\n      --draft  a --draft\\n\\nExamples:\\n  --x\\n'\n"
             "fi\n");
  std::filesystem::permissions(program, std::filesystem::perms::owner_all);
  CHECK(commands_and_options(program) == Names{"--draft", "--help", "--output", "-h", "-o", "build"});
}

TEST_CASE("the keys of site.toml are those that the loader asks for") {
  const Tree sources{{"a.cpp", "inner.text(\"name\", x); for (v : reader.tables(\"rule\")) missing(\"other\");\n"},
                     {"b.cpp", "table_of(root, \"type\"); read_pattern(reader, \"id\"); if (d.help == \"no\") {}\n"}};
  CHECK(configuration_keys(sources) == Names{"id", "name", "rule", "type"});
}

TEST_CASE("a link that leads nowhere is found") {
  const TemporaryFolder root;
  write_file(root.path() / "docs/there.md", "");
  const Tree documents{{"docs/a.md",
                        "[a](there.md) [b](there.md#part) [c](#here) [d](https://example.org/) [e](gone.md)\n"
                        "`[g](code.md)` [`h`](there.md) `\n"
                        "```\n[f](code.md)\n```\n"},
                       {"README.md", "[a](docs/there.md), ![b](there.md \"x\")\n"}};
  CHECK(dead_links(documents, root.path()) == Names{"README.md: there.md", "docs/a.md: gone.md"});
}
