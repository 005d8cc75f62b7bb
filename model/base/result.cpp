// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/result.h"

#include <cstdio>
#include <cstdlib>

namespace riser {

void ensure(bool condition, const char* sentence, std::source_location here) {
    if (condition) [[likely]]
        return;
    std::fprintf(stderr, "riser: internal fault: %s (%s:%u)\n", sentence, here.file_name(),
                 static_cast<unsigned>(here.line()));
    std::abort();
}

std::string to_string(const Error& error, Language language) {
    std::string out = error.where.file;
    if (error.where.line > 0) {
        out += ':' + std::to_string(error.where.line);
        if (error.where.column > 0)
            out += ':' + std::to_string(error.where.column);
    }
    if (!out.empty())
        out += ": ";
    out += error.message.in(language);
    if (!error.fix.empty())
        out += (language == Language::zh ? "；" : "; ") + error.fix.in(language);
    return out;
}

} // namespace riser
