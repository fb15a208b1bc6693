install(TARGETS framewright RUNTIME)
