#pragma once

#include <string_view>

#include "base/diagnostic.h"
#include "base/source.h"
#include "model/words.h"
#include "port/files.h"
#include "port/toml.h"

namespace framewright {

// The words of one language, and what it calls the types that are declared elsewhere.
struct LanguageWords {
  Words words;
  // [any] and [type.NAME] tables with nothing but words: the built-in ones of the language, and the site's own, which
  // go before what anybody else calls a type.
  TomlValue types, own_types;
};

// Words of the generator for a language tag (BCP 47): the built-in English ones; over them the built-in ones of the
// language; over them the site's own words/LANGUAGE.toml, first of the language alone ("en"), then of the whole tag
// ("en-GB"). Words that nothing asks for are findings, and so is a language of which some words are missing, at
// `where`.
LanguageWords read_words(const FileStore& store, SourceFiles& files, std::string_view language, Span where,
                         Diagnostics& diagnostics);

// Gives the types, fields and links that `root` declares the names that `words` has for them.
void rename_types(TomlValue& root, const TomlValue& words);

}  // namespace framewright
