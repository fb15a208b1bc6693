#include "cli/command.h"
#include "cli/serve_session.h"
#include "port/memory.h"

// `framewright serve` becomes this program.
int main(int argc, char** argv) {
  framewright::use_large_pages();
  return framewright::run_program(argc, argv, framewright::serve_site);
}
