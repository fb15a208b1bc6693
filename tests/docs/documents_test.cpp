#include "docs/documents.h"

#include <doctest/doctest.h>

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

}  // namespace

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

TEST_CASE("a link that leads nowhere is found") {
  const TemporaryFolder root;
  write_file(root.path() / "docs/there.md", "");
  const Tree documents{{"docs/a.md",
                        "[a](there.md) [b](there.md#part) [c](#here) [d](https://example.org/) [e](gone.md)\n"
                        "```\n[f](code.md)\n```\n"},
                       {"README.md", "[a](docs/there.md), ![b](there.md \"x\")\n"}};
  CHECK(dead_links(documents, root.path()) == Names{"README.md: there.md", "docs/a.md: gone.md"});
}
