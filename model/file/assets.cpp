// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/assets.h"

#include "model/file/disk.h"
#include "model/file/replace_file.h"
#include "model/file/sha256.h"

#include <map>
#include <set>

namespace riser {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t asset_limit = std::size_t{4} << 30;

} // namespace

fs::path assets_folder(const fs::path& design_file) {
    const Result<fs::path> found = followed(design_file);
    fs::path out = found ? *found : design_file;
    return out.replace_extension(".assets");
}

Result<std::string> store_asset(const fs::path& design_file, std::string_view bytes) {
    const fs::path folder = assets_folder(design_file);
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return io_error(folder, {"无法建立附件文件夹", "cannot make the assets' folder"}, error.value());
    const std::string hash = sha256(bytes);
    if (const Result<std::string> there = read_asset(design_file, hash))
        return hash;
    if (const Result<FileStamp> stored = replace_file(folder / hash, bytes); !stored)
        return stored.error();
    return hash;
}

Result<std::string> read_asset(const fs::path& design_file, std::string_view hash) {
    const fs::path path = assets_folder(design_file) / hash;
    if (!is_sha256(hash))
        return Error{ErrorCode::bad_input, {"附件名不是 SHA-256", "the asset's name is no SHA-256"}, {}, {}};
    std::error_code error;
    if (!fs::exists(path, error))
        return Error{ErrorCode::not_found,
                     {"附件缺失", "an asset is missing"},
                     {"把 .assets 文件夹与设计放在一起", "keep the .assets folder with the design"},
                     {path.string(), 0, 0}};
    Result<std::string> bytes = read_whole(path, asset_limit);
    if (bytes && sha256(*bytes) != hash)
        return Error{ErrorCode::bad_input,
                     {"附件内容已损坏", "an asset is damaged"},
                     {"从原件重新导入", "import it again from its original"},
                     {path.string(), 0, 0}};
    return bytes;
}

Result<std::string> AssetSource::read(std::string_view hash) const {
    if (const auto found = held.find(std::string(hash)); found != held.end())
        return *found->second;
    Result<std::string> out = Error{ErrorCode::not_found, {"附件缺失", "an asset is missing"}, {}, {}};
    for (const fs::path& design : designs) {
        out = read_asset(design, hash);
        if (out)
            break;
    }
    return out;
}

Result<std::string> AssetSource::read_linked(const std::string& file) const {
    fs::path path = file;
    if (path.is_relative() && !designs.empty())
        path = designs.front().parent_path() / path;
    return read_whole(path, asset_limit);
}

Result<void> carry_assets(const Design& design, const AssetSource& from, const fs::path& to) {
    std::set<std::string> named;
    for (const Underlay& underlay : design.underlays)
        if (!underlay.asset.empty())
            named.insert(underlay.asset);
    for (const std::string& hash : named) {
        std::error_code error;
        if (fs::exists(assets_folder(to) / hash, error))
            continue;
        const Result<std::string> bytes = from.read(hash);
        if (!bytes)
            continue; // missing there as here
        if (const Result<std::string> stored = store_asset(to, *bytes); !stored)
            return stored.error();
    }
    return {};
}

std::vector<Text> absent_assets(const Design& design, const fs::path& design_file) {
    std::map<std::string, std::string> names;
    for (const Underlay& underlay : design.underlays)
        if (!underlay.asset.empty())
            names.emplace(underlay.asset, underlay.file);
    std::vector<Text> out;
    const fs::path folder = assets_folder(design_file);
    std::error_code error;
    for (const auto& [hash, name] : names)
        if (!fs::exists(folder / hash, error))
            out.push_back(
                {"底图缺失：" + name + "（应在 " + folder.filename().string() + " 中）",
                 "an underlay is missing: " + name + " (it should be in " + folder.filename().string() + ")"});
    return out;
}

std::vector<MissingAsset> missing_assets(const Design& design, const fs::path& design_file) {
    std::map<std::string, std::vector<UnderlayId>> named;
    for (const Underlay& underlay : design.underlays)
        if (!underlay.asset.empty())
            named[underlay.asset].push_back(underlay.id);
    std::vector<MissingAsset> out;
    for (auto& [hash, users] : named)
        if (const Result<std::string> bytes = read_asset(design_file, hash); !bytes)
            out.push_back({hash, bytes.error().code == ErrorCode::bad_input ? AssetFault::damaged : AssetFault::missing,
                           std::move(users)});
    return out;
}

} // namespace riser
