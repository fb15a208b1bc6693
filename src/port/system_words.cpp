#include "port/system_words.h"

#include <cerrno>
#include <system_error>

namespace framewright {

std::string system_words(int error) {
  switch (error) {
    case EACCES:
    case EPERM: return "permission is denied";
    case ENOENT: return "it does not exist";
    case ENOSPC: return "there is no space left on the disk";
    case EDQUOT: return "the disk quota is used up";
    case EROFS: return "the disk can only be read";
    case EEXIST: return "something of this name is there already";
    case ENOTDIR: return "a file stands where a folder is needed";
    case EISDIR: return "it is a folder";
    case ENOTEMPTY: return "the folder is not empty";
    case ELOOP: return "its links lead in a circle";
    case ENAMETOOLONG: return "its name is too long";
    case EMFILE:
    case ENFILE: return "too many files are open";
    case EFBIG: return "the file would be too large";
    case EIO: return "the disk reports a fault";
    case EXDEV: return "the two places are on different disks";
    case EBUSY: return "it is in use";
    default: return std::generic_category().message(error);
  }
}

}  // namespace framewright
