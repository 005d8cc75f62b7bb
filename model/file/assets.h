// SPDX-License-Identifier: GPL-3.0-or-later
// Files that a design carries beside it (underlays, pictures): NAME.assets/<sha256 of the bytes>, referred to by that
// hash, so that one is stored once, never changes, and a wrong or missing one is known. A missing asset is a finding,
// no load error.
#pragma once

#include "model/base/result.h"
#include "model/design.h"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace riser {

// "office.riser" -> "office.assets".
std::filesystem::path assets_folder(const std::filesystem::path& design_file);

// Stores the bytes and returns their hash; nothing is written when they are there already.
Result<std::string> store_asset(const std::filesystem::path& design_file, std::string_view bytes);

// The bytes, verified. not_found when there is no such file, bad_input when its bytes have another hash.
Result<std::string> read_asset(const std::filesystem::path& design_file, std::string_view hash);

// Where assets may be had: beside these designs, and in memory while they are on no disk. A value, read by any thread.
struct AssetSource {
    std::vector<std::filesystem::path> designs;                     // the first that has it
    std::map<std::string, std::shared_ptr<const std::string>> held; // by hash
    // Errors as read_asset.
    Result<std::string> read(std::string_view hash) const;
    // A file that is linked, not embedded: as it is named, beside the first design unless absolute.
    Result<std::string> read_linked(const std::string& file) const;
};

// Stores beside `to` whatever the design names and `from` has; what `from` has not stays missing. io: the disk is full,
// …
Result<void> carry_assets(const Design& design, const AssetSource& from, const std::filesystem::path& to);

// A sentence for each asset that the design names and that is not beside its file; for opening, so none is read.
std::vector<Text> absent_assets(const Design& design, const std::filesystem::path& design_file);

enum class AssetFault { missing, damaged };
struct MissingAsset {
    std::string hash;
    AssetFault fault = AssetFault::missing;
    std::vector<UnderlayId> used_by;
};
// Of all assets the design names, those that cannot be had, by hash. Reads every one of them.
std::vector<MissingAsset> missing_assets(const Design& design, const std::filesystem::path& design_file);

} // namespace riser
