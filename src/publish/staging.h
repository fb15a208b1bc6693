#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/site_plan.h"
#include "publish/place.h"

namespace framewright {

struct Published;

// The new site while it is written: a hidden folder beside the target, which publish() then puts in its place whole. If
// it is destroyed without that, by an exception say, it is removed and the target is as it was.
//
// A file whose bytes are those of the published file of the same path becomes a hard link to it, so that it keeps its
// time (and its ETag on most servers); where there can be no hard link it is written anew and given the old time. The
// published file is never written to.
class Staging {
public:
  // Takes the lock, clears what killed builds left and makes the folder. Throws PublishRefusal when the target is not
  // to be touched or another build holds it, and EnvironmentError.
  static Staging open(const PublishTarget& target);
  Staging(Staging&&) noexcept = default;
  Staging& operator=(Staging&&) = delete;
  ~Staging();

  // From any thread. `path` is relative, with `/` between names and no name empty, `.` or `..`, and given once:
  // std::logic_error otherwise. Throws EnvironmentError.
  void write(std::string_view path, std::string_view bytes);
  // A copy of a file on the disk, of any size, links followed. What write() says holds here too.
  void copy(const std::string& from, std::string_view path);

  // A file of any size that comes in pieces: `writer` hands them to the sink, which is used up when it returns. Gives
  // the size of the file in bytes. What write() says holds here too.
  std::uint64_t write_stream(std::string_view path, const std::function<void(const ByteSink& sink)>& writer);

  // Every path given so far, sorted. Not while another thread writes.
  std::vector<std::string> paths() const;

private:
  friend Published publish(Staging&& staging);
  struct Record {
    std::mutex mutex;
    std::vector<std::string> paths;
    std::size_t unchanged = 0;
    std::size_t replaced = 0;  // of those written: the published site has the path too
  };
  Staging(OutputPlace place, std::string name, std::vector<std::string> leftovers);
  void open_folders();
  template <class Content>
  void put(std::string_view path, const Content& content);
  void add(std::string path, FileMatch match);

  OutputPlace place_;
  std::string name_;  // in the parent of the target
  std::vector<std::string> leftovers_;
  std::unique_ptr<Record> record_;  // null once published or moved from: nothing is left to be removed
  std::optional<Folder> published_;
  std::optional<Folder> folder_;
};

}  // namespace framewright
