#include "register/changes_feed.h"

#include <algorithm>

#include "base/html.h"
#include "register/contract_event.h"

namespace framewright {

namespace {

struct Change {
  Date date;
  ItemId contract = no_item;
  std::size_t event = 0;  // in the order of its contract's
  ContractEvent what;
  std::string anchor;

  // The latest first; of one day, in the order of contracts, and of one contract the later event first.
  bool operator<(const Change& other) const {
    if (date != other.date) return date > other.date;
    return contract != other.contract ? contract < other.contract : event > other.event;
  }
};

// Keeps no more than the latest changes at a time.
std::vector<Change> latest_changes(const RegisterLists& lists) {
  std::vector<Change> latest;
  for (const Contract& contract : lists.contracts().contracts) {
    const std::vector<ContractEvent> events = events_of(lists.model(), contract.item);
    const std::vector<std::string> anchors = anchors_of(events);
    for (std::size_t i = 0; i < events.size() && events[i].date <= lists.today(); ++i) {
      Change change{events[i].date, contract.item, i, events[i], anchors[i]};
      if (latest.size() == most_changes && !(change < latest.front())) continue;
      latest.push_back(std::move(change));
      std::push_heap(latest.begin(), latest.end());
      if (latest.size() <= most_changes) continue;
      std::pop_heap(latest.begin(), latest.end());
      latest.pop_back();
    }
  }
  std::sort_heap(latest.begin(), latest.end());
  return latest;
}

void append_element(std::string& out, std::string_view name, std::string_view text) {
  out += "<" + std::string(name) + ">";
  append_escaped(out, text);
  out += "</" + std::string(name) + ">\n";
}

void append_link(std::string& out, std::string_view attributes, const std::string& address) {
  out += "<link " + std::string(attributes) + " href=\"";
  append_escaped(out, address);
  out += "\"/>\n";
}

std::string whole_address(const Config& config, std::string_view address) {
  std::string url = config.base_url;
  append_url_encoded(url, address);
  return url;
}

std::string time_of(Date date) { return iso_date(date) + "T00:00:00Z"; }

void append_change(std::string& out, const RegisterLists& lists, const Change& change) {
  const Item& item = lists.model().items[change.contract];
  const std::string page = whole_address(*lists.contracts().config, item.address);
  const std::string words = words_of(change.what, lists.today(), lists.words());
  out += "<entry>\n";
  append_element(out, "id", page + "#" + change.anchor);
  append_element(out, "title", words + ": " + lists.model().name(change.contract));
  append_link(out, "rel=\"alternate\" type=\"text/html\"", page);
  append_element(out, "updated", time_of(change.date));
  append_element(out, "summary", lists.words().text("feed.change", {words, change.date, item.id}));
  out += "</entry>\n";
}

std::string feed_of(const RegisterLists& lists) {
  const Config& config = *lists.contracts().config;
  const std::vector<Change> changes = latest_changes(lists);
  const std::string register_page = whole_address(config, lists.root());
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"";
  append_escaped(out, config.language);
  out += "\">\n";
  append_element(out, "id", register_page);
  append_element(out, "title", lists.title() + ": changes");
  append_link(out, "rel=\"self\" type=\"application/atom+xml\"", register_page + "changes.xml");
  append_link(out, "rel=\"alternate\" type=\"text/html\"", register_page);
  append_element(out, "updated", time_of(changes.empty() ? lists.today() : changes.front().date));
  out += "<author>";
  append_element(out, "name", config.organisation.name.empty() ? config.title : config.organisation.name);
  out += "</author>\n";
  for (const Change& change : changes) append_change(out, lists, change);
  return out + "</feed>\n";
}

}  // namespace

void plan_changes_feed(const std::shared_ptr<const RegisterLists>& lists, SitePlan& plan) {
  if (lists->contracts().config->base_url.empty()) return;
  PlannedFile file;
  file.file = lists->root() + "changes.xml";
  file.title = "The latest changes, as a feed";
  file.media_type = "application/atom+xml";
  file.write = [lists](const ByteSink& sink) { sink(feed_of(*lists)); };
  plan.files.push_back(std::move(file));
}

}  // namespace framewright
