#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "port/disk.h"
#include "port/folder.h"

namespace framewright {

// The file that proves that Framewright made a folder, at its top.
inline constexpr std::string_view marker_name = ".framewright";

struct PublishTarget {
  std::string folder;     // path on the disk of the folder to be replaced, or to be made
  bool force = false;     // replace it even when Framewright did not make it
  std::string site_root;  // never replaced, nor a folder that holds it, whatever `force` says; empty: none
  std::vector<std::string>
      sources;  // folders that authors write (content, templates, static): neither they nor what is in them
};

// The site may not be published to that folder, or not now. what() says why and what to do instead.
class PublishRefusal : public EnvironmentError {
public:
  using EnvironmentError::EnvironmentError;
};

// The folder that is to be replaced, as a name in the folder above it, and the sole right to replace it until this is
// destroyed. Beside it stand, while a build runs, hidden files and folders of its own:
//   .NAME.lock        locked by the build that runs; left unlocked by a killed one
//   .NAME.staging-N   the new site while it is written, then the former one while it is removed
//   .NAME.former      the former site, between the two renames on a file system that cannot exchange
class OutputPlace {
public:
  // Makes the folders above the target and takes the lock. Throws PublishRefusal and EnvironmentError.
  static OutputPlace take(const PublishTarget& target);

  const Folder& parent() const { return parent_; }
  const std::string& name() const { return name_; }
  const std::string& shown() const { return target_.folder; }  // as the caller wrote it, for messages

  // Throws PublishRefusal unless the target may be replaced: absent, empty, made by Framewright, or forced.
  void require_replaceable() const;
  // Puts back the former site if a build was killed after moving it away. To be called before all else.
  void restore() const;
  // Removes what killed builds left. What cannot be removed, or is not surely theirs, is described in the result.
  std::vector<std::string> clear_debris() const;
  // Makes an empty folder with a marker, and gives its name in the parent.
  std::string make_staging() const;
  // Puts the named folder in the place of the target, in one step where the file system can. Gives the name that the
  // former target has now; nothing when there was none.
  std::optional<std::string> swap_in(const std::string& staging) const;
  // Removes a former site or staging folder, its marker last, so that what is left by a kill is known for ours. Gives
  // the number of files removed.
  std::size_t remove(const std::string& name) const;

private:
  OutputPlace(const PublishTarget& target, Folder parent, std::string name, FileLock lock)
      : target_(target), parent_(std::move(parent)), name_(std::move(name)), lock_(std::move(lock)) {}
  std::string hidden(std::string_view kind) const { return "." + name_ + "." + std::string(kind); }
  bool is_debris(const std::string& name) const;

  PublishTarget target_;
  Folder parent_;
  std::string name_;
  FileLock lock_;
};

}  // namespace framewright
