// SPDX-License-Identifier: GPL-3.0-or-later
// OR-Library's files of p-median problems ("vertices edges p", then the edges; a repeated edge: the last one counts)
// and of set cover problems ("rows columns", the columns' costs, then each row's number of columns and which).
#pragma once

#include "solvers/graph/location/service.h"
#include "solvers/graph/location/set_cover.h"
#include "tests/bench/instances/words.h"

namespace riser::instances {

struct FacilityFile {
    ServiceTable service; // the length of the shortest way between each two vertices
    std::uint32_t open = 0;
    bool stopped = false; // before all lengths were known: the table is then empty
};

// bad_input: where the file is not as it should be.
Result<FacilityFile> read_facilities(WordFile& file, const Run& run);
Result<CoverProblem> read_cover(WordFile& file);

} // namespace riser::instances
