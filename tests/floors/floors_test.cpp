#include "floors/floors.h"

#include <doctest/doctest.h>

#include "support/folder.h"

using namespace framewright;

namespace {

std::vector<SourceText> sources_of(const std::filesystem::path& folder) {
  std::vector<SourceText> sources;
  for (const auto& [path, text] : read_tree(folder))
    if (path.ends_with(".cpp") || path.ends_with(".h")) sources.push_back({path, text});
  return sources;
}

using Found = std::vector<std::string>;

Found misplaced(std::string path, std::string text) {
  return misplaced_includes(std::vector<SourceText>{{std::move(path), std::move(text)}});
}

}  // namespace

TEST_CASE("no include of src/ climbs, and only port/ knows other libraries") {
  const std::vector<SourceText> sources = sources_of(FRAMEWRIGHT_SRC);
  REQUIRE(sources.size() > 20);
  for (const std::string& include : misplaced_includes(sources)) FAIL_CHECK(include);
}

TEST_CASE("the sources are short enough to be read at one go") {
  for (const std::string& source : long_sources(sources_of(FRAMEWRIGHT_SRC), 450)) WARN_MESSAGE(false, source);
}

TEST_CASE("an include of a lower floor or of the same folder is in order") {
  CHECK(misplaced("check/links.cpp",
                  "#include \"check/links.h\"\n\n#include <map>\n#include <fmt/format.h>\n"
                  "#include \"base/text.h\"\n#include \"model/model.h\"\n")
            .empty());
  CHECK(misplaced("main.cpp", "#include <cstdio>\n#include \"cli/run.h\"\n").empty());
  CHECK(misplaced("port/toml.cpp", "#include <toml++/toml.h>\n#include <fstream>\n").empty());
}

TEST_CASE("an include that climbs is reported") {
  CHECK(misplaced("base/text.cpp", "#include <map>\n#include \"model/model.h\"\n") ==
        Found{"base/text.cpp:2: model/model.h: base/ (floor 0) may not include model/ (floor 2)"});
  CHECK(misplaced("template/value.h", "  #  include \"cli/run.h\"  // for now\n") ==
        Found{"template/value.h:1: cli/run.h: template/ (floor 1) may not include cli/ (floor 4)"});
}

TEST_CASE("an include of a neighbour on the same floor is reported") {
  CHECK(misplaced("check/links.cpp", "#include \"render/page.h\"\n") ==
        Found{"check/links.cpp:1: render/page.h: check/ (floor 3) may not include render/ (floor 3)"});
  CHECK(misplaced("template/engine.cpp", "#include \"port/files.h\"\n") ==
        Found{"template/engine.cpp:1: port/files.h: template/ (floor 1) may not include port/ (floor 1)"});
}

TEST_CASE("another library is reported outside port/, and so are files and streams") {
  CHECK(misplaced("load/page.cpp", "#include <toml++/toml.h>\n") ==
        Found{"load/page.cpp:1: toml++/toml.h: only port/ includes other people's headers"});
  CHECK(misplaced("load/page.cpp", "#include <unistd.h>\n") ==
        Found{"load/page.cpp:1: unistd.h: only port/ includes other people's headers"});
  CHECK(misplaced("model/model.h", "#include <fstream>\n") ==
        Found{"model/model.h:1: fstream: files and streams are the business of port/"});
}

TEST_CASE("a header of port/ that shows another library is reported outside port/") {
  const std::vector<SourceText> sources{{"port/tree.h", "#include <cmark-gfm.h>\n"},
                                        {"port/markdown.h", "#include \"port/tree.h\"\n"},
                                        {"port/markdown.cpp", "#include \"port/markdown.h\"\n"},
                                        {"load/page.cpp", "#include \"port/markdown.h\"\n"}};
  CHECK(misplaced_includes(sources) ==
        Found{"load/page.cpp:1: port/markdown.h: this header shows another library, so it "
              "stays within port/"});
}

TEST_CASE("an include or a folder whose floor cannot be told is reported") {
  CHECK(misplaced("check/links.cpp", "#include \"links.h\"\n#include HEADER\n") ==
        Found{"check/links.cpp:1: links.h: the header's folder is on no floor: write \"folder/file.h\"",
              "check/links.cpp:2: : an include names its header"});
  CHECK(misplaced("utils/text.cpp", "") ==
        Found{"utils/text.cpp: this folder is on no floor: give it one in tests/floors/floors.cpp"});
}

TEST_CASE("a source that is too long is named with its length") {
  const std::vector<SourceText> sources{{"base/a.cpp", "1\n2\n3\n"}, {"base/b.cpp", "1\n2\n"}};
  CHECK(long_sources(sources, 2) == Found{"base/a.cpp: 3 lines"});
}
