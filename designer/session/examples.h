// SPDX-License-Identifier: GPL-3.0-or-later
// Where the example design lies: installed beside the program, or in the tree that the program was built in.
#pragma once

#include <QString>

#include <filesystem>

namespace riser {

// Empty when there is none. `program`: the folder that the program runs from.
std::filesystem::path example_design(const QString& program);

} // namespace riser
