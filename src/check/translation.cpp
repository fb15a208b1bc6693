#include "check/translation.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string_view>
#include <unordered_map>

namespace framewright {

namespace {

constexpr std::array<std::string_view, 4> dates{"adopted_on", "approved_on", "published_on", "reviewed_on"};

struct LastDate {
  Date on{};
  Span where;
};

std::optional<LastDate> last_date(const Model& model, const Item& item) {
  std::optional<LastDate> last;
  for (const std::string_view name : dates)
    if (const Date* on = date_field(item, model.type(item), name); on != nullptr && (!last || *on > last->on))
      last = LastDate{*on, item.field(model.type(item), name)->where};
  return last;
}

class TranslationCheck {
public:
  TranslationCheck(const Model& original, const Model& translation, const Config& config, Diagnostics& diagnostics)
      : original_(original),
        translation_(translation),
        config_(config),
        language_(config.words.text("language.name")),
        diagnostics_(diagnostics) {
    for (const Item& item : translation.items)
      if (item.file != no_file) files_.emplace(translation.files[item.file].path, item.file);
  }

  void run() {
    for (const Item& item : original_.items) {
      if (item.draft || item.incomplete || item.parent != no_item || item.form == ItemForm::csv) continue;
      const ItemId same =
          item.type == page_type ? translation_.find_page(item.path) : translation_.find(item.type, item.id);
      if (same == no_item)
        report_absent(item);
      else if (translation_.items[same].untranslated)
        report_missing(translation_.items[same]);
      else
        compare(item, translation_.items[same]);
    }
  }

private:
  // What an original says of itself: "version 1.3 in content/framework/index.md".
  std::string place_of(const Item& item) const { return " in " + original_.files[item.file].path; }

  void report_missing(const Item& item) {
    if (!reported_.insert(item.file).second) return;
    const std::string& path = translation_.files[item.file].path;
    diagnostics_.warning("missing-translation", {item.file, 0, 0}, "this file is not translated (" + language_ + ")")
        .help = "translate it as content/" + config_.translation + "/" + path.substr(path.find('/') + 1) +
                "; until then readers of that language see it as it is here";
  }

  // A table was translated without one of its items, to which others may lead.
  void report_absent(const Item& item) {
    const std::string& path = original_.files[item.file].path;
    const std::string translated = "content/" + config_.translation + path.substr(path.find('/'));
    const auto file = files_.find(translated);
    const Span where = file == files_.end() ? Span{} : Span{file->second, 0, 0};
    diagnostics_
        .error("missing-translation", where,
               "the " + original_.type(item).label + " \"" + item.id + "\" is not translated (" + language_ + ")")
        .help = "it stands in " + path + ": add it to " + translated + ", with the same id";
  }

  void compare(const Item& item, const Item& translated) {
    const std::string* version = text_field(item, original_.type(item), "version");
    const std::string* other = text_field(translated, translation_.type(translated), "version");
    if (version != nullptr && other != nullptr && *version != *other) {
      older(translated.field(translation_.type(translated), "version")->where,
            "this is a translation of version " + *other + ", and the version" + place_of(item) + " is " + *version);
      return;
    }
    const auto last = last_date(original_, item);
    const auto last_other = last_date(translation_, translated);
    if (last && last_other && last->on > last_other->on)
      older(last_other->where, "this translation is of " + format_date(last_other->on, config_.date_format) +
                                   ", and the text" + place_of(item) + " of " +
                                   format_date(last->on, config_.date_format));
  }

  void older(Span where, std::string message) {
    diagnostics_.warning("older-translation", where, std::move(message)).help =
        "look through what changed, and then give the translation the version and the dates of its original";
  }

  const Model& original_;
  const Model& translation_;
  const Config& config_;
  const std::string& language_;
  Diagnostics& diagnostics_;
  std::unordered_map<std::string_view, FileId> files_;  // of the translation, by path
  std::set<FileId> reported_;
};

}  // namespace

void check_translation(const Model& original, const Model& translation, const Config& config,
                       Diagnostics& diagnostics) {
  TranslationCheck(original, translation, config, diagnostics).run();
}

}  // namespace framewright
