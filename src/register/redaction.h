#pragma once

#include <string>
#include <vector>

#include "model/model.h"
#include "template/filter.h"

namespace framewright {

// A redaction is a nested item of the type `redaction`: its `field` names what the item that it stands in withholds.
// That is a field, a relation (then its links), nested items such as kpis, `title`, or `text` for the body with all
// that was found in it.
bool has_redactions(const Model& model);
bool withholds_something(const Model& model, ItemId item);

// Takes all that items withhold out of the model, so that nothing which is made of the model can hold it. The
// redactions stay. Done once, after the checks and before any output. What directives select is worked out again, as it
// may turn on a value that is withheld. Names that a type does not have are passed over: the checks report them.
//
// Every ItemId and TextId from before is void, and so are the ModelValues. Gives the texts that are withheld, as they
// may stand in findings.
std::vector<std::string> redact(Model& model, const Filters& filters, std::string_view date_format);

}  // namespace framewright
