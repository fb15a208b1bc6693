#pragma once

namespace framewright {

// Lets the program's memory come in pages of 2 MiB where the system has them, as most of its time would go into
// touching small ones for the first time (docs/decisions/0017-large-pages.md). Once, from main, before any work.
void use_large_pages();

}  // namespace framewright
