#pragma once

#include "project/checked_json.h"

namespace broto {

/// Rewrites what an older program wrote in another way and adds what it did not know, so that there is one reader,
/// which asks for every field. The document need not be sound: what does not look as it should stays as it is, for the
/// reader to report.
void bringUpToDate(Json& document, std::int64_t format);

}
