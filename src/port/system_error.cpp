#include "port/system_error.h"

#include <cerrno>
#include <system_error>

namespace framewright {

std::string describe_system_error(int error) {
  switch (error) {
    case ENOSPC: return "there is no space left on the disk";
    case EDQUOT: return "your share of the disk is used up";
    case EFBIG: return "it is larger than a file may be here";
    case EACCES:
    case EPERM: return "you do not have permission";
    case EROFS: return "the disk may only be read";
    case EIO: return "the disk failed (input/output error)";
    case ENOENT: return "it does not exist";
    case EEXIST: return "something is there already";
    case ENOTEMPTY: return "it is not empty";
    case EISDIR: return "it is a folder";
    case ENOTDIR: return "a file stands where a folder should be";
    case ELOOP: return "links lead round in a circle";
    case ENAMETOOLONG: return "its name is too long";
    case EBUSY: return "it is in use";
    case EMFILE:
    case ENFILE: return "too many files are open";
    default: return std::system_category().message(error);
  }
}

}  // namespace framewright
