#include "load/body_reader.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "unit/load/read_site.h"

using namespace framewright;

namespace {

using Files = test::ReadSite::Files;

std::string page(const std::string& front_matter, const std::string& body) {
  return "+++\n" + front_matter + "\n+++\n\n" + body + "\n";
}

const std::string guide_front = "title = \"Guide\"";

Files site_with(const std::string& path, const std::string& text) {
  Files files{{"site.toml", "title = \"Moorvale\"\n"},
              {"content/index.md", page("title = \"Home\"", "See [the guide](guide.md).")},
              {"content/guide.md", page(guide_front, "## Old words\n\nThe weir keeps to [[S1]].")},
              {"content/other.md", page("title = \"Other\"", "## Part\n\nWords.")},
              {"content/standards/S1.md", page("id = \"S1\"\ntitle = \"On time\"", "As agreed.")},
              {"content/standards/S2.md", page("id = \"S2\"\ntitle = \"In person\"", "As agreed.")},
              {"content/framework/index.md",
               page("title = \"Framework\"\nparagraphs = \"numbered\"\nheadings = \"numbered\"", "A paragraph.")},
              {"content/numbered.md", page("title = \"Numbered\"\nheadings = \"numbered\"", "## One\n\nWords.")},
              {"content/glossary/terms.toml",
               "[weir]\ntitle = \"weir\"\ntext = \"A low wall.\"\n[icb]\ntitle = \"care board\"\nabbreviation = "
               "\"ICB\"\ntext = \"A body.\"\n"}};
  files[path] = text;
  return files;
}

std::string spans(Span where) { return std::to_string(where.begin) + "-" + std::to_string(where.end); }

// Everything that was found in a text, a line each.
std::string found_in(const Text& text) {
  std::string all =
      text.field + " of " + std::to_string(text.owner) + " from " + std::to_string(text.first_block) + "\n";
  for (const Node& node : text.document.nodes)
    all += std::to_string(static_cast<int>(node.kind)) + " " + std::to_string(node.end) + " " +
           spans(text.document.span(node)) + " " + std::string(text.document.text(node)) + "|" +
           std::string(text.document.extra(node)) + "\n";
  for (const Target& each : text.targets)
    all += "target " + std::to_string(each.node) + " " + std::to_string(static_cast<int>(each.kind)) + " " +
           std::to_string(each.item) + " " + each.text + "\n";
  for (const TermUse& each : text.terms)
    all += "term " + std::to_string(each.node) + " " + std::to_string(each.begin) + "+" + std::to_string(each.size) +
           " " + std::to_string(each.term) + (each.abbreviation ? " short" : "") + (each.linkable ? " link" : "") +
           "\n";
  for (const Directive& each : text.directives) {
    all += "directive " + std::to_string(each.node) + " " + each.name + " " + spans(each.where) +
           (each.refused ? " refused" : "") + " " + std::to_string(each.item) + " " + std::to_string(each.include);
    for (const auto& [option, items] : each.selections) {
      all += " " + option;
      for (const ItemId item : items) all += "," + std::to_string(item);
    }
    all += "\n";
  }
  for (const HeadingId& each : text.heading_ids) all += "heading " + std::to_string(each.node) + " " + each.id + "\n";
  for (const HeadingNumber& each : text.heading_numbers)
    all += "number " + std::to_string(each.node) + " " + each.number + "\n";
  for (const TextParagraph& each : text.paragraphs)
    all += "paragraph " + std::to_string(each.node) + " " + std::to_string(each.number) + " " + each.anchor + "\n";
  return all;
}

// The texts of the model, and who mentions each item.
std::string everything_in(const Model& model) {
  std::string all;
  for (const Text& text : model.texts) all += found_in(text);
  for (ItemId item = 0; item < model.items.size(); ++item) {
    all += model.name(item) + " is mentioned by";
    for (const std::uint32_t at : model.mentions_of(item)) {
      const Mention& each = model.mentions[at];
      all += " " + model.name(each.from) + "/" + std::to_string(static_cast<int>(each.kind));
    }
    all += "\n";
  }
  return all;
}

// A site whose pages are read anew.
struct Rereading {
  test::ReadSite site;
  Model model;
  ModelValues values;
  std::vector<std::string> own_directives;
  BodyReader bodies;
  Diagnostics found;

  explicit Rereading(const Files& files)
      : site(files, {}),
        model(site.model()),
        values(model),
        bodies(model, values, site.config(), own_directives, generic_filters()) {}
  ItemId at(const std::string& path) const {
    for (ItemId item = 0; item < model.items.size(); ++item)
      if (model.items[item].file != no_file && model.files[model.items[item].file].path == path) return item;
    FAIL("there is no item of " << path);
    return no_item;
  }
  bool read(const std::string& path, const std::string& text) { return bodies.read(at(path), text, found); }
  std::string messages() {
    found.sort(model.files);
    MessageWriter writer(model.files, {});
    std::string all;
    for (const Diagnostic& each : found.all()) all += writer.write(each);
    return all;
  }
};

const std::vector<std::string> bodies{
    "## New words\n\nAs before: [[S1]].",
    "Nothing leads away.",
    "The ICB mends the weir; *weirs* are `weir`.\n\n## The weir",
    "[[S2]] and [[S1|the first]], [other](other.md#part), [here](#old), [away](https://example.org/).\n\n## Old {#old}",
    "## Twice\n\n## Twice\n\n### Twice\n\n[Second](#twice-1) and [gone](#old)",
    "```{list}\nselect = \"standard and title != 'On time'\"\n```\n\n```{item}\nid = \"S1\"\n```",
    "```{list}\nselect = \"standrad\"\n```\n\n[[S9]] and [nothing](nothing.md) and [part](other.md#prat).",
    "| a | b |\n| - | - |\n| [[S1]] | ICB |\n\nText.[^1]\n\n[^1]: A note of [[S2]].",
    "\"Quoted\" -- and ... \xC3\xA9\xE2\x82\xAC\n\n> The weir\n\n```{nothing}\n```",
};

void refuses(const std::string& path, const std::string& before, const std::string& after) {
  CAPTURE(after);
  Rereading again(site_with(path, before));
  const std::string was = everything_in(again.model);
  CHECK_FALSE(again.read(path, after));
  CHECK(everything_in(again.model) == was);
  CHECK(again.model.files[again.model.items[again.at(path)].file].text == before);
  CHECK(again.messages() == "");
}

}  // namespace

TEST_CASE("the words of a page that are read anew are as if the whole site were") {
  Rereading again(site_with("content/other.md", page("title = \"Other\"", "## Part\n\nWords.")));
  for (const std::string& body : bodies) {
    CAPTURE(body);
    const std::string text = page(guide_front, body);
    again.found = {};
    REQUIRE(again.read("content/guide.md", text));
    const test::ReadSite whole(site_with("content/guide.md", text), {});
    CHECK(everything_in(again.model) == everything_in(whole.model()));
    CHECK(again.messages() == whole.messages());
  }
}

TEST_CASE("headings of a page that numbers them are numbered anew") {
  const std::string front = "title = \"Numbered\"\nheadings = \"numbered\"";
  Rereading again(site_with("content/numbered.md", page(front, "## One\n\nWords.")));
  const std::string text = page(front, "## One\n\n### Within\n\n## Two");
  REQUIRE(again.read("content/numbered.md", text));
  const test::ReadSite whole(site_with("content/numbered.md", text), {});
  CHECK(everything_in(again.model) == everything_in(whole.model()));
}

TEST_CASE("front matter that changes is not for a reader of words") {
  const std::string before = page(guide_front, "Words.");
  refuses("content/guide.md", before, page("title = \"Guides\"", "Words."));
  refuses("content/guide.md", before, page(guide_front + " ", "Words."));
  refuses("content/guide.md", before, page(guide_front + "\norder = 1", "Words."));
  refuses("content/guide.md", before, "+++\ntitle = \"Guide\"\n\nWords.\n");
  refuses("content/guide.md", before, "Words.\n");
  refuses("content/guide.md", before, "");
}

TEST_CASE("a title that stands among the words is not for a reader of words") {
  const std::string before = "# Guide\n\nWords.\n";
  refuses("content/guide.md", before, "# Guides\n\nWords.\n");
  refuses("content/guide.md", before, "# Guide\n\nOther words.\n");
  refuses("content/guide.md", page(guide_front, "Words."), page(guide_front, "# Another\n\nWords."));
}

TEST_CASE("numbered paragraphs are not for a reader of words") {
  const std::string front = "title = \"Framework\"\nparagraphs = \"numbered\"";
  refuses("content/framework/index.md", page(front, "A paragraph."), page(front, "A paragraph.\n\nTwo paragraphs."));
}

TEST_CASE("a text that shows another, before or after, is not for a reader of words") {
  const std::string include = "```{include}\npath = \"other.md\"\n```";
  refuses("content/guide.md", page(guide_front, include), page(guide_front, "Words."));
  refuses("content/guide.md", page(guide_front, "Words."), page(guide_front, include));
}

TEST_CASE("a page that has no words left, or had none, is not for a reader of words") {
  refuses("content/guide.md", page(guide_front, "Words."), page(guide_front, ""));
  refuses("content/guide.md", page(guide_front, ""), page(guide_front, "Words."));
}

TEST_CASE("bytes that are no UTF-8 are not for a reader of words") {
  refuses("content/guide.md", page(guide_front, "Words."), page(guide_front, "W\xFFrds."));
}

TEST_CASE("a byte-order mark is no change") {
  Rereading again(site_with("content/guide.md", page(guide_front, "Words.")));
  const std::string text = page(guide_front, "Other words.");
  CHECK(again.read("content/guide.md", "\xEF\xBB\xBF" + text));
  CHECK(everything_in(again.model) == everything_in(test::ReadSite(site_with("content/guide.md", text), {}).model()));
}
