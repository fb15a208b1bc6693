#include "cli/command.h"
#include "port/memory.h"

int main(int argc, char** argv) {
  framewright::use_large_pages();
  return framewright::run_program(argc, argv);
}
