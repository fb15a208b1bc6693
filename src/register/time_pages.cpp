#include "register/time_pages.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace framewright {

namespace {

constexpr std::size_t rows_of_section = 25;

// One part of a page of several lists, whose whole list has pages of its own where it is long.
struct ListSection {
  std::string title, anchor, address;
  std::vector<ContractIndex> contracts;
  Total total;
};

struct SectionPage {
  std::string address, title, summary;
  std::string note;   // under the lead
  std::string empty;  // in place of a section without contracts
  std::vector<ListSection> sections;
};

Array& section_values(const RegisterLists& lists, const SectionPage& page, Arena& arena) {
  Array& list = arena.array();
  for (const ListSection& section : page.sections) {
    const std::span indexes(section.contracts);
    Array& rows = lists.rows().rows(indexes.first(std::min(rows_of_section, indexes.size())), arena);
    list.add(arena.table()
                 .set("title", section.title)
                 .set("anchor", section.anchor)
                 .set("contracts", ContractRows::section(rows, section.total, section.address, arena)));
  }
  return list;
}

void plan_sections(const std::shared_ptr<const RegisterLists>& lists, SectionPage sections, SitePlan& plan) {
  for (ListSection& section : sections.sections) {
    section.total = total_of(lists->contracts(), section.contracts);
    section.address = sections.address + section.anchor + "/";
  }
  const auto shared = std::make_shared<const SectionPage>(std::move(sections));
  PlannedPage page;
  page.address = shared->address;
  page.template_name = "register-sections.html";
  page.title = shared->title;
  page.summary = shared->summary;
  page.crumbs = lists->crumbs();
  page.fill = [lists, shared](Table& context, Arena& arena) {
    context.set("sections", section_values(*lists, *shared, arena))
        .set("note", shared->note)
        .set("empty", shared->empty);
  };
  plan.pages.push_back(std::move(page));
  for (const ListSection& section : shared->sections) {
    if (section.contracts.size() <= rows_of_section) continue;
    PagedList list;
    list.words = &lists->words();
    list.address = section.address;
    list.template_name = "register-list.html";
    list.title = shared->title + ": " + section.title;
    list.crumbs = lists->crumbs();
    list.crumbs.emplace_back(shared->title, shared->address);
    list.rows = section.contracts.size();
    list.fill = [lists, shared, &section](std::size_t begin, std::size_t end, Table& context, Arena& arena) {
      const std::span indexes(section.contracts);
      context.set("contracts", ContractRows::section(lists->rows().rows(indexes.subspan(begin, end - begin), arena),
                                                     section.total, section.address, arena));
    };
    plan_paged_list(std::move(list), plan);
  }
}

SectionPage ending_soon(const RegisterLists& lists) {
  static constexpr std::array<int, 4> ends{3, 6, 12, 18};
  const Words& words = lists.words();
  SectionPage page{lists.root() + "ending/",  words.text("ending.title"), words.text("ending.says"),
                   words.text("ending.note"), words.text("ending.none"),  {}};
  for (std::size_t i = 0; i < ends.size(); ++i)
    page.sections.push_back(
        {i == 0 ? words.text("ending.within", {ends[0]}) : words.text("ending.between", {ends[i - 1], ends[i]}),
         std::to_string(ends[i]) + "-months",
         {},
         {},
         {}});
  for (const ContractIndex index : lists.orders()[ContractOrder::end]) {
    const Contract& contract = lists.contracts().contracts[index];
    const bool runs = contract.stage == ContractStage::active || contract.stage == ContractStage::planned;
    if (!runs || contract.open_ended || !contract.end || *contract.end < lists.today()) continue;
    for (std::size_t i = 0; i < ends.size(); ++i)
      if (*contract.end <= add_months(lists.today(), ends[i])) {
        page.sections[i].contracts.push_back(index);
        break;
      }
  }
  return page;
}

std::string quarter_name(Date first, const Words& words) {
  const unsigned month = static_cast<unsigned>(first.month());
  const std::string year = format_date(first, "%Y");
  return words.text("register.quarter", {words.month(month), words.month(month + 2), year});
}

SectionPage awarded_lately(const RegisterLists& lists) {
  const Words& words = lists.words();
  const Date this_quarter = quarter_of(lists.today());
  const Date last_quarter = quarter_of(add_days(this_quarter, -1));
  SectionPage page{lists.root() + "awarded/",  words.text("awarded.title"),
                   words.text("awarded.says"), "",
                   words.text("awarded.none"), {}};
  const auto add = [&](std::string_view phrase, Date quarter, std::string anchor) {
    const std::string name = quarter_name(quarter, words);
    page.sections.push_back({words.text(phrase, {name}), std::move(anchor), {}, {}, {}});
  };
  add("awarded.this_quarter", this_quarter, "this-quarter");
  add("awarded.last_quarter", last_quarter, "last-quarter");
  std::size_t unknown = 0;
  const std::vector<Contract>& all = lists.contracts().contracts;
  for (const ContractIndex index : lists.orders()[ContractOrder::title]) {
    const std::optional<Date>& awarded = all[index].awarded;
    if (!awarded) ++unknown;
    if (!awarded || *awarded > lists.today() || *awarded < last_quarter) continue;
    page.sections[*awarded >= this_quarter ? 0 : 1].contracts.push_back(index);
  }
  for (ListSection& section : page.sections)
    std::stable_sort(section.contracts.begin(), section.contracts.end(),
                     [&](ContractIndex a, ContractIndex b) { return *all[a].awarded > *all[b].awarded; });
  if (!page.sections[0].contracts.empty()) page.sections.pop_back();
  if (unknown > 0) page.note = words.text("awarded.unknown", {unknown, all.size()});
  return page;
}

void plan_starting(const std::shared_ptr<const RegisterLists>& lists, SitePlan& plan) {
  const auto section = std::make_shared<ListSection>();
  std::vector<ContractIndex> undated;
  for (const ContractIndex index : lists->orders()[ContractOrder::start]) {
    const Contract& contract = lists->contracts().contracts[index];
    if (contract.stage == ContractStage::planned) (contract.start ? section->contracts : undated).push_back(index);
  }
  std::reverse(section->contracts.begin(), section->contracts.end());
  section->contracts.insert(section->contracts.end(), undated.begin(), undated.end());
  section->total = total_of(lists->contracts(), section->contracts);
  PagedList list;
  list.words = &lists->words();
  list.address = lists->root() + "starting/";
  list.template_name = "register-list.html";
  list.title = lists->words().text("starting.title");
  list.summary = lists->words().text("starting.says");
  list.crumbs = lists->crumbs();
  list.rows = section->contracts.size();
  list.fill = [lists, section](std::size_t begin, std::size_t end, Table& context, Arena& arena) {
    const std::span indexes(section->contracts);
    context.set("contracts", ContractRows::section(lists->rows().rows(indexes.subspan(begin, end - begin), arena),
                                                   section->total, {}, arena));
  };
  plan_paged_list(std::move(list), plan);
}

}  // namespace

Date quarter_of(Date day) {
  const unsigned month = (static_cast<unsigned>(day.month()) - 1) / 3 * 3 + 1;
  return day.year() / std::chrono::month(month) / 1;
}

void plan_time_pages(const std::shared_ptr<const RegisterLists>& lists, SitePlan& plan) {
  plan_sections(lists, ending_soon(*lists), plan);
  plan_starting(lists, plan);
  plan_sections(lists, awarded_lately(*lists), plan);
}

}  // namespace framewright
