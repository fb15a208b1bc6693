#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <string>
#include <thread>

#include "edits/random_edits.h"
#include "support/difference.h"
#include "support/workplace.h"

using namespace framewright;
namespace fs = std::filesystem;

namespace {

constexpr std::uint32_t seed = 20261125;
constexpr int edit_count = 300, most_broken_edits = 4;
// After which a file that was saved before a build is known by its time (see port/recorded_files.h).
constexpr auto while_times_may_repeat = std::chrono::milliseconds(80);

const fs::path site_of_all = fs::path(FRAMEWRIGHT_GOLDEN) / "good/site";

// What is the same of a build whatever stood in the folder before, and wherever that is.
std::string said(const Outcome& outcome, const Workplace& place, const std::string& folder) {
  std::string text = without_chance(outcome.out + outcome.err, place.site());
  if (const std::size_t name = text.find(" to " + folder + " ("); name != std::string::npos) {
    const std::size_t counts = text.find('(', name);
    text.replace(name, text.find(')', counts) + 1 - name, " to [public] ([counts])");
  }
  return text;
}

// Writes what differs and nothing else.
void save(const Tree& before, const Tree& after, const fs::path& folder) {
  for (const auto& [path, text] : before)
    if (!after.contains(path)) fs::remove(folder / path);
  for (const auto& [path, text] : after)
    if (const auto old = before.find(path); old == before.end() || old->second != text) write_file(folder / path, text);
}

Tree tree_of(const fs::path& folder) { return fs::exists(folder) ? read_tree(folder) : Tree(); }

// A site that is edited and built again and again, beside a build of each state from nothing.
class EditedSite {
public:
  EditedSite() : place_(program_under_test(FRAMEWRIGHT_PROGRAM)), edits_(read_tree(site_of_all), seed) {
    write_tree(place_.site(), edits_.site());
  }
  void edit(int step);
  // The first thing that is not as it should be, if any.
  std::string build(int step);
  const std::string& history() const { return history_; }
  int broken() const { return broken_; }

private:
  Outcome run(std::vector<std::string> more) const;
  std::string build_again(const Outcome& first) const;

  Workplace place_;
  RandomEdits edits_;
  Tree good_site_, good_tree_;
  bool fails_ = false;
  int failed_in_turn_ = 0, broken_ = 0;
  std::string history_;
};

void EditedSite::edit(int step) {
  const Tree before = edits_.site();
  std::string what;
  if (fails_ && (failed_in_turn_ > most_broken_edits || edits_.below(3) > 0)) {
    edits_.go_back_to(good_site_);
    what = "taken back";
  } else {
    what = edits_.make();
  }
  save(before, edits_.site(), place_.site());
  history_ += std::to_string(step) + ": " + what + "\n";
}

Outcome EditedSite::run(std::vector<std::string> more) const {
  std::vector<std::string> arguments{"build", "--date", "2026-11-25"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return place_.run_framewright(arguments);
}

std::string EditedSite::build_again(const Outcome& first) const {
  const Outcome again = run({});
  if (again.exit_code != first.exit_code)
    return "a second build ends with another exit code:\n" + again.out + again.err;
  if (said(again, place_, "public") != said(first, place_, "public"))
    return "a second build says something else:\n" +
           difference(said(first, place_, "public"), said(again, place_, "public"));
  if (again.exit_code == 0 && again.out.find("(0 files written, ") == std::string::npos)
    return "a second build writes files:\n" + again.out;
  return {};
}

std::string EditedSite::build(int step) {
  // Every other build comes at once, when a file may have changed twice within a moment.
  if (step % 2 == 0) std::this_thread::sleep_for(while_times_may_repeat);
  const Outcome first = run({});
  if (first.exit_code != 0 && first.exit_code != 1)
    return "the build ends with " + std::to_string(first.exit_code) + ":\n" + first.out + first.err;
  if (step % 2 == 0)
    if (std::string fault = build_again(first); !fault.empty()) return fault;
  fs::remove_all(place_.site() / "clean");
  constexpr std::array<const char*, 3> threads{"1", "2", "7"};
  const Outcome fresh = run({"--fresh", "-o", "clean", "--threads", threads[static_cast<std::size_t>(step) % 3]});
  if (fresh.exit_code != first.exit_code) return "a fresh build ends with another exit code:\n" + fresh.out + fresh.err;
  if (said(fresh, place_, "clean") != said(first, place_, "public"))
    return "a fresh build says something else:\n" +
           difference(said(fresh, place_, "clean"), said(first, place_, "public"));
  const Tree published = tree_of(place_.site() / "public"), clean = tree_of(place_.site() / "clean");
  fails_ = first.exit_code != 0;
  if (fails_) {
    ++failed_in_turn_, ++broken_;
    if (!clean.empty()) return "a site with errors was published";
    return difference(good_tree_, published, "public");
  }
  failed_in_turn_ = 0;
  good_site_ = edits_.site();
  good_tree_ = published;
  return difference(clean, published, "public");
}

std::string last_lines(const std::string& text, std::ptrdiff_t lines) {
  std::size_t at = text.size();
  while (at > 0 && std::count(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), '\n') <= lines) --at;
  return text.substr(at);
}

}  // namespace

TEST_CASE("what is published after any edit is what a build from nothing publishes") {
  EditedSite site;
  REQUIRE(site.build(0) == "");
  int step = 1;
  std::string fault;
  for (; step <= edit_count && fault.empty(); ++step) {
    site.edit(step);
    fault = site.build(step);
  }
  REQUIRE_MESSAGE(fault.empty(), "seed ", seed, ", the last edits:\n", last_lines(site.history(), 8), fault);
  // The edits are of both kinds.
  CHECK(site.broken() > edit_count / 10);
  CHECK(site.broken() < edit_count * 2 / 3);
}

TEST_CASE("any number of threads publishes the same") {
  const Workplace place(program_under_test(FRAMEWRIGHT_PROGRAM));
  write_tree(place.site(), read_tree(site_of_all));
  const auto publish = [&](const std::string& threads) {
    const std::string folder = "public-" + threads;
    const Outcome outcome =
        place.run_framewright({"build", "--date", "2026-11-25", "--fresh", "--threads", threads, "-o", folder});
    REQUIRE_MESSAGE(outcome.exit_code == 0, outcome.out, outcome.err);
    return read_tree(place.site() / folder);
  };
  const Tree one = publish("1");
  CHECK(one.size() > 60);
  for (const char* threads : {"2", "7"}) CHECK(difference(one, publish(threads), threads) == "");
}
