// SPDX-License-Identifier: GPL-3.0-or-later
// What type of device does this file describe? Files are those of the public device type library of NetBox (YAML, one
// type a file: github.com/netbox-community/devicetype-library), which makers and users keep. What such a file does not
// say (PoE budget, MTBF, price, role) is left open or, where it can be told from the ports, taken as a guess and said.
#pragma once

#include "model/base/result.h"
#include "model/edits/edit.h"

#include <vector>

namespace riser {

struct DeviceTypeFile {
    EquipmentType type;      // without an id
    std::vector<Text> notes; // what was guessed and what was left out
};

// `file` names it in errors. bad_input with line and column: no YAML, no such description, a value of another shape.
// O(bytes); nothing deeper than a few levels is followed.
Result<DeviceTypeFile> read_device_type(std::string_view bytes, const std::string& file);

// Puts the type into the catalogue, under a code of its own. conflict: the maker's model is there already.
Result<EquipmentTypeId> add_device_type(Edit& edit, EquipmentType type);

} // namespace riser
