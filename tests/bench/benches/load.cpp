// SPDX-License-Identifier: GPL-3.0-or-later
// Reading a file with everything that is checked of it, against parsing the same bytes by pugixml and no more.
#include "model/file/reader.h"
#include "model/file/writer.h"
#include "tests/bench/benches/benches.h"
#include "tests/bench/stopwatch.h"

#include <pugixml.hpp>

namespace riser::bench {

void load(Bench& bench) {
    const std::string text = write_design(bench.design());
    Result<Design> read = read_design(text, "bench.riser");
    bench.require(read && *read == bench.design(), "the design read is the design written");

    const Measure measured = timed(bench.repeat(), [&] { keep(read_design(text, "bench.riser")); });
    const Measure peer = timed(bench.repeat(), [&] {
        pugi::xml_document document;
        keep(document.load_buffer(text.data(), text.size()));
    });
    char size[32];
    std::snprintf(size, sizeof size, " (%.1f MB)", static_cast<double>(text.size()) / 1e6);
    bench.line({.what = "load: validated design" + std::string(size),
                .measured = measured,
                .against = "pugixml parsing the same bytes",
                .peer = peer,
                .at_most = bench.grown(1.0),
                .ratio_at_most = 8});
}

} // namespace riser::bench
