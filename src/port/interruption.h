#pragma once

namespace framewright {

// While it lives, SIGINT (Ctrl+C) and SIGTERM do not end the program but are noted. One at a time.
class Interruption {
public:
  Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;
  ~Interruption();
  bool has_come() const;
};

}  // namespace framewright
