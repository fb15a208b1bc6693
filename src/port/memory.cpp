#include "port/memory.h"

#ifdef FRAMEWRIGHT_MIMALLOC
#include <mimalloc.h>
#endif

namespace framewright {

void use_large_pages() {
#ifdef FRAMEWRIGHT_MIMALLOC
  mi_option_enable(mi_option_large_os_pages);
#endif
}

}  // namespace framewright
