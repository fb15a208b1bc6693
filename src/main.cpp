#include "cli/command.h"

int main(int argc, char** argv) { return framewright::run_program(argc, argv); }
