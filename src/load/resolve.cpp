#include "load/resolve.h"

#include <algorithm>
#include <unordered_set>

#include "base/parallel.h"
#include "base/text.h"
#include "load/directive_reader.h"
#include "load/include_check.h"
#include "load/item_builder.h"
#include "load/name_index.h"
#include "load/numbering.h"
#include "load/raw_order.h"
#include "load/term_linker.h"
#include "load/text_resolver.h"
#include "model/values.h"
#include "port/markdown.h"

namespace framewright {

namespace {

// Runs a step for every text on all threads, its findings in the order of texts.
template <class Step>
void for_each_text(Model& model, std::size_t threads, Diagnostics& diagnostics, const Step& step) {
  std::vector<Diagnostics> found(threads == 0 ? 1 : threads);
  parallel_for(model.texts.size(), threads,
               [&](std::size_t index, std::size_t worker) { step(model.texts[index], found[worker]); });
  for (Diagnostics& each : found) diagnostics.merge(std::move(each));
}

void parse_texts(Model& model, std::vector<WrittenText>& written, const Config& config, std::size_t threads,
                 Diagnostics& diagnostics) {
  const std::size_t first = model.texts.size();
  model.texts.resize(first + written.size());
  std::vector<Diagnostics> found(threads == 0 ? 1 : threads);
  parallel_for(written.size(), threads, [&](std::size_t index, std::size_t worker) {
    const WrittenText& source = written[index];
    Text& text = model.texts[first + index];
    const TypeDef& type = model.type(model.items[source.item]);
    text.owner = source.item;
    text.field = source.use == WrittenText::Use::body ? "text" : type.fields[source.field].name;
    const bool words_only =
        source.use != WrittenText::Use::body && type.fields[source.field].kind == FieldKind::inline_markdown;
    const MarkdownOptions options{.smart_quotes = config.markdown.smart_quotes, .inline_only = words_only};
    text.document = parse_markdown(source.text, source.origin, options, found[worker]);
  });
  for (Diagnostics& each : found) diagnostics.merge(std::move(each));
  for (std::size_t i = 0; i < written.size(); ++i) {
    Item& item = model.items[written[i].item];
    const auto text = static_cast<TextId>(first + i);
    if (written[i].use == WrittenText::Use::body) {
      item.body = text;
      continue;
    }
    if (written[i].use == WrittenText::Use::title) {
      item.title_text = text;
      item.title = plain_text(model.texts[text].document, 0);
      continue;
    }
    for (FieldValue& field : item.fields) {
      if (field.field != written[i].field) continue;
      const std::string plain = plain_text(model.texts[text].document, 0);
      field.value = Scalar(TextRef{text, std::make_shared<const std::string>(plain)});
      if (field.where == item.title_where) {  // a field that stands for the title
        item.title_text = text;
        item.title = plain;
      }
    }
  }
}

// Gives the links, still to be looked up.
std::vector<WrittenLink> build_items(Model& model, Sources& sources, const Config& config, std::size_t threads,
                                     Diagnostics& diagnostics) {
  ItemBuilder builder(config, model, diagnostics);
  builder.build(sources);
  parse_texts(model, builder.texts, config, threads, diagnostics);
  return std::move(builder.links);
}

void resolve_links(Model& model, const std::vector<WrittenLink>& written, const NameIndex& names,
                   Diagnostics& diagnostics) {
  for (const WrittenLink& link : written) {
    const LinkDef& def = model.schema->links[link.link];
    std::unordered_set<ItemId> given;
    const bool several = link.ids.size() > 1;
    for (const ListedText& id : link.ids) {
      const ItemId to = names.find_link(def, id.text, id.where, diagnostics);
      if (to == no_item) model.items[link.from].leads_nowhere = true;
      if (to == no_item || (several && !given.insert(to).second)) continue;
      model.links.push_back({link.from, to, link.link, id.where});
    }
  }
}

bool is_optional(const LinkDef& link, const Item& item, const TypeDef& type) {
  if (link.optional_for.empty()) return false;
  const std::string* status = text_field(item, type, "status");
  return status != nullptr && std::any_of(link.optional_for.begin(), link.optional_for.end(),
                                          [&](const StatusName& each) { return each.name == *status; });
}

// How many ids a link gives, those that lead nowhere included, so that a wrong id is one finding. What was written is
// in the order of items.
void check_link_counts(const Model& model, const std::vector<WrittenLink>& written, Diagnostics& diagnostics) {
  auto next = written.begin();
  for (std::size_t i = 0; i < model.items.size(); ++i) {
    const Item& item = model.items[i];
    const auto first = next;
    while (next != written.end() && next->from == i) ++next;
    if (item.incomplete) continue;
    const TypeDef& type = model.type(item);
    for (const LinkId id : type.links) {
      const LinkDef& def = model.schema->links[id];
      const auto found = std::find_if(first, next, [&](const WrittenLink& each) { return each.link == id; });
      const std::size_t count = found == next ? 0 : found->ids.size();
      const bool refused = found != next && found->refused;
      if (refused || def.up || (count >= def.min && count <= def.max)) continue;
      if (count < def.min && is_optional(def, item, type)) continue;
      std::vector<std::string> targets;
      for (const TypeId to : def.to) targets.push_back(with_article(model.schema->types[to].label));
      if (count < def.min) {
        Diagnostic d{"too-few-links", def.too_few, item.id_where, {}, {}, {}, {}};
        d.message = "this " + type.label + " does not say what it " + def.reads;
        if (count > 0) {
          d.where = found->ids.front().where;
          d.message = def.name + " takes at least " + std::to_string(def.min) + ", not " + std::to_string(count);
        }
        d.help = "name " + (targets.empty() ? std::string("what it is about") : join_words(targets, "or")) + " with " +
                 def.name + " = " + (def.one() ? "\"…\"" : "[\"…\"]");
        diagnostics.add(std::move(d));
      } else {
        diagnostics
            .error("too-many-links", found->ids[def.max].where,
                   def.name + " takes " + counted(def.max, "item", "items") + ", not " + std::to_string(count))
            .help = def.one() ? "keep the one that is meant" : "keep " + std::to_string(def.max) + " of them";
      }
    }
  }
}

void place_items(Model& model) {
  std::vector<ItemId> framework_of_type(model.schema->types.size(), no_item);
  for (std::size_t i = 0; i < model.items.size(); ++i)
    if (model.type(model.items[i]).chapters) framework_of_type[model.items[i].type] = static_cast<ItemId>(i);
  for (Item& item : model.items) {
    const TypeDef& type = model.type(item);
    if (item.parent != no_item) {
      const Item& parent = model.items[item.parent];  // stands before its nested items, so it is placed
      item.address = parent.address;
      // Two kinds of nested items may have the same ids; those of the numbered kind are what people cite.
      item.anchor = type.numbered ? item.id : type.name + "-" + item.id;
    } else if (item.type == page_type || type.chapters) {
      std::string path = item.path == "index" ? "" : item.path;
      if (path.ends_with("/index")) path.resize(path.size() - 6);
      item.address = path.empty() ? "" : path + "/";
      item.framework = framework_of_type[model.schema->type_of_path(item.path)];
    } else if (type.pages) {
      item.address = type.folder + "/" + item.id + "/";
    } else {
      item.address = type.folder + "/";
      item.anchor = item.id;
    }
  }
}

}  // namespace

Model resolve(Sources&& sources, SourceFiles&& files, const Config& config,
              const std::vector<std::string>& own_directives, const Filters& filters, std::size_t threads,
              Diagnostics& diagnostics) {
  Model model;
  model.files = std::move(files);
  model.translation = config.translation;
  model.original_language = config.original_language;
  model.schema = &config.schema;
  model.assets = std::move(sources.assets);
  model.statics = std::move(sources.statics);
  settle_items(sources, model.files, config, diagnostics);
  std::vector<WrittenLink> links = build_items(model, sources, config, threads, diagnostics);
  place_items(model);
  model.index();
  const NameIndex names(model, sources.unreadable);
  check_link_counts(model, links, diagnostics);
  resolve_links(model, links, names, diagnostics);
  links = {};
  model.index_relations();
  number_texts(model, diagnostics);
  const TextResolver resolver(model, names);
  const TermLinker terms(model, config.markdown.link_terms);
  for_each_text(model, threads, diagnostics, [&](Text& text, Diagnostics& found) {
    resolver.resolve(text, found);
    terms.find_terms(text);
  });
  const ModelValues values(model);
  const DirectiveReader directives(values, names, resolver, own_directives, filters);
  for_each_text(model, threads, diagnostics, [&](Text& text, Diagnostics& found) { directives.read(text, found); });
  check_includes(model, diagnostics);
  model.collect_mentions();
  model.index_relations();
  return model;
}

}  // namespace framewright
