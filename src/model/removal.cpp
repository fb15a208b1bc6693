#include "model/removal.h"

#include <utility>

namespace framewright {

namespace {

// Where what is kept moves to.
class Removal {
public:
  Removal(Model& model, std::vector<bool> gone);
  void move_items();
  void move_texts();
  void move_relations();

private:
  ItemId item(ItemId old) const { return old == no_item ? no_item : items_[old]; }
  TextId text(TextId old) const { return old == no_text ? no_text : texts_[old]; }
  void move(Item& item) const;
  void move(Text& text) const;

  Model& model_;
  std::vector<ItemId> items_;  // by old id; no_item for what is taken out
  std::vector<TextId> texts_;
};

Removal::Removal(Model& model, std::vector<bool> gone) : model_(model) {
  ItemId kept = 0;
  for (std::size_t i = 0; i < model.items.size(); ++i) {
    const ItemId parent = model.items[i].parent;  // stands before what is nested in it
    if (parent != no_item && gone[parent]) gone[i] = true;
    items_.push_back(gone[i] ? no_item : kept++);
  }
  TextId text = 0;
  for (const Text& each : model.texts) texts_.push_back(items_[each.owner] == no_item ? no_text : text++);
}

void Removal::move(Item& moved) const {
  moved.parent = item(moved.parent);
  moved.framework = item(moved.framework);
  moved.title_text = text(moved.title_text);
  moved.body = text(moved.body);
  for (FieldValue& field : moved.fields)
    if (auto* scalar = std::get_if<Scalar>(&field.value))
      if (auto* reference = std::get_if<TextRef>(scalar)) reference->text = text(reference->text);
}

void Removal::move_items() {
  std::vector<Item> kept;
  kept.reserve(model_.items.size());
  for (std::size_t i = 0; i < items_.size(); ++i)
    if (items_[i] != no_item) move(kept.emplace_back(std::move(model_.items[i])));
  model_.items = std::move(kept);
}

void Removal::move(Text& moved) const {
  moved.owner = item(moved.owner);
  for (Target& target : moved.targets) {
    if (target.item == no_item) continue;
    target.item = item(target.item);
    if (target.item == no_item) target = Target{target.node, Target::Kind::unresolved, no_item, {}};
  }
  for (TermUse& use : moved.terms) use.term = item(use.term);
  std::erase_if(moved.terms, [](const TermUse& use) { return use.term == no_item; });
  for (Directive& directive : moved.directives) {
    directive.item = item(directive.item);
    directive.include = text(directive.include);
    for (auto& [option, selected] : directive.selections) {
      for (ItemId& each : selected) each = item(each);
      std::erase(selected, no_item);
    }
  }
}

void Removal::move_texts() {
  std::vector<Text> kept;
  kept.reserve(model_.texts.size());
  for (std::size_t i = 0; i < texts_.size(); ++i)
    if (texts_[i] != no_text) move(kept.emplace_back(std::move(model_.texts[i])));
  model_.texts = std::move(kept);
}

void Removal::move_relations() {
  for (Link& link : model_.links) link = {item(link.from), item(link.to), link.link, link.where};
  std::erase_if(model_.links, [](const Link& link) { return link.from == no_item || link.to == no_item; });
  for (NumberedParagraph& paragraph : model_.paragraphs) paragraph.page = item(paragraph.page);
  std::erase_if(model_.paragraphs, [](const NumberedParagraph& each) { return each.page == no_item; });
  for (WithheldPlace& place : model_.withheld) place.item = item(place.item);
  std::erase_if(model_.withheld, [](const WithheldPlace& place) { return place.item == no_item; });
}

}  // namespace

void remove_items(Model& model, std::vector<bool> gone) {
  Removal removal(model, std::move(gone));
  removal.move_items();
  removal.move_texts();
  removal.move_relations();
  model.collect_mentions();
  model.index();
}

}  // namespace framewright
