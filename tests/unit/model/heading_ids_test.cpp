#include "model/heading_ids.h"

#include <doctest/doctest.h>

#include "port/markdown.h"

using namespace framewright;

TEST_CASE("headings have their own ids or those of the git hosts, and repeated ones are counted") {
  Diagnostics found;
  const Document document = parse_markdown(
      "# 3.2 Locality commissioning\n\n## Aims\n\n## *Aims*\n\n## Aims {#aims-1}\n\n## Aims\n\n## ???\n\n### Y cân "
      "{#can}\n",
      Origin(0, 0), {}, found);
  std::string ids;
  for (const HeadingId& heading : heading_ids(document)) {
    CHECK(document.nodes[heading.node].kind == NodeKind::heading);
    ids += heading.id + " ";
  }
  CHECK(ids == "32-locality-commissioning aims aims-2 aims-1 aims-3 section can ");
}
