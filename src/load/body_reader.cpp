#include "load/body_reader.h"

#include <algorithm>

#include "base/text.h"
#include "load/directive_reader.h"
#include "load/front_matter.h"
#include "load/numbering.h"
#include "load/text_resolver.h"
#include "port/markdown.h"

namespace framewright {

namespace {

bool begins_with_title(const Document& document) {
  return document.nodes.size() > 1 && document.nodes[1].kind == NodeKind::heading && document.nodes[1].level == 1;
}

bool has_title_of(const Document& document, const Document& other) {
  if (!begins_with_title(document) && !begins_with_title(other)) return true;
  return begins_with_title(document) && begins_with_title(other) && plain_text(document, 1) == plain_text(other, 1);
}

bool shows_others(const Text& text) {
  return std::any_of(text.directives.begin(), text.directives.end(),
                     [](const Directive& directive) { return directive.include != no_text; });
}

bool lead_alike(const Text& a, const Text& b) {
  std::vector<Mention> of_a, of_b;
  add_mentions(a, of_a);
  add_mentions(b, of_b);
  return std::equal(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(),
                    [](const Mention& x, const Mention& y) { return x.to == y.to && x.kind == y.kind; });
}

}  // namespace

BodyReader::BodyReader(Model& model, const ModelValues& values, const Config& config,
                       const std::vector<std::string>& own_directives, const Filters& filters)
    : model_(model),
      values_(values),
      config_(config),
      own_directives_(own_directives),
      filters_(filters),
      names_(model, {}),
      terms_(model, config.markdown.link_terms) {}

bool BodyReader::may_read(const Item& page) const {
  return page.form == ItemForm::page && !page.incomplete && page.body != no_text && page.parent == no_item &&
         !page.numbered_paragraphs && !shows_others(model_.texts[page.body]);
}

bool BodyReader::read(ItemId id, std::string text, Diagnostics& diagnostics) {
  const Item& page = model_.items[id];
  drop_byte_order_mark(text);
  if (!may_read(page) || first_invalid_utf8(text)) return false;
  SourceFile& file = model_.files[page.file];
  Diagnostics unused;
  const FrontMatter before = split_front_matter(file.text, page.file, unused);
  const FrontMatter after = split_front_matter(text, page.file, unused);
  if (!before.closed || !after.closed || page.title_where.begin >= before.body_begin) return false;
  if (text.compare(0, after.body_begin, file.text, 0, before.body_begin) != 0) return false;

  std::swap(file.text, text);
  Text read;
  read.owner = id;
  read.field = model_.texts[page.body].field;
  const MarkdownOptions options{.smart_quotes = config_.markdown.smart_quotes, .text_lasts = true};
  Diagnostics found;
  read.document = parse_markdown(std::string_view(file.text).substr(after.body_begin),
                                 Origin(page.file, after.body_begin), options, found);
  // What a link to this page itself leads to stands in the model.
  Text& now = model_.texts[page.body];
  std::swap(now, read);
  if (!fill(now, read, page, found)) {
    std::swap(now, read);
    std::swap(file.text, text);
    return false;
  }
  if (!lead_alike(read, now)) {
    model_.collect_mentions();
    model_.index_relations();
  }
  diagnostics.merge(std::move(found));
  return true;
}

bool BodyReader::fill(Text& text, const Text& before, const Item& page, Diagnostics& diagnostics) const {
  if (text.document.empty() || !has_title_of(text.document, before.document)) return false;
  if (begins_with_title(text.document) && before.first_block > 1) text.first_block = text.document.nodes[1].end;
  text.heading_ids = heading_ids(text.document);
  if (page.numbered_headings) number_headings(text, page.number, diagnostics);
  const TextResolver resolver(model_, names_);
  resolver.resolve(text, diagnostics);
  terms_.find_terms(text);
  DirectiveReader(values_, names_, resolver, own_directives_, filters_).read(text, diagnostics);
  return !shows_others(text);
}

}  // namespace framewright
