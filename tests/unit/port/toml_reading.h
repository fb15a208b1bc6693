#pragma once

#include <string>
#include <string_view>

#include "base/message.h"
#include "port/toml.h"

// A TOML text that was read, for tests.
struct TomlReading {
  explicit TomlReading(const std::string& text, std::uint32_t offset = 0) {
    const framewright::FileId file = files.add("site.toml", text);
    toml = framewright::parse_toml(std::string_view(files[file].text).substr(offset), file, offset, diagnostics);
  }
  const framewright::TomlValue& at(std::string_view key) const {
    static const framewright::TomlValue none;
    const framewright::TomlValue* value = toml.root.find(key);
    return value ? *value : none;
  }
  std::string written(framewright::Span where) const { return std::string(files.text(where)); }
  std::string messages() {
    framewright::MessageWriter writer(files, {});
    std::string all;
    for (const framewright::Diagnostic& diagnostic : diagnostics.all()) all += writer.write(diagnostic);
    return all;
  }

  framewright::SourceFiles files;
  framewright::Diagnostics diagnostics;
  framewright::TomlText toml;
};
