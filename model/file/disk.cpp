// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/disk.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace riser {

namespace fs = std::filesystem;

namespace {

struct KnownReason {
    int code;
    Text reason;
    Text fix;
};

const KnownReason* known_reason(int code) {
    static const std::array<KnownReason, 9> reasons{{
        {ENOENT, {"没有这个文件或文件夹", "no such file or folder"}, {"检查路径", "check the path"}},
        {EACCES,
         {"没有权限", "permission denied"},
         {"检查权限，或换个地方保存", "check its permissions, or save elsewhere"}},
        {EPERM, {"不允许", "not permitted"}, {"检查权限，或换个地方保存", "check its permissions, or save elsewhere"}},
        {EROFS, {"磁盘只读", "the disk is read-only"}, {"换个地方保存", "save elsewhere"}},
        {ENOSPC,
         {"磁盘已满", "no space is left on the disk"},
         {"清出空间，或换个地方保存", "make room, or save elsewhere"}},
        {EDQUOT,
         {"磁盘配额已满", "the disk quota is used up"},
         {"清出空间，或换个地方保存", "make room, or save elsewhere"}},
        {EFBIG, {"文件超出允许的大小", "the file grew beyond what is allowed"}, {"换个地方保存", "save elsewhere"}},
        {EISDIR, {"这是文件夹", "it is a folder"}, {"给出文件名", "name a file"}},
        {ENOTDIR, {"路径中有一段不是文件夹", "a part of the path is no folder"}, {"检查路径", "check the path"}},
    }};
    for (const KnownReason& reason : reasons)
        if (reason.code == code)
            return &reason;
    return nullptr;
}

} // namespace

OpenFile::~OpenFile() {
    if (descriptor_ >= 0)
        ::close(descriptor_);
}

Error io_error(const fs::path& path, const Text& wish, int code) {
    const KnownReason* known = known_reason(code);
    const Text reason = known ? known->reason : same_text(std::strerror(code));
    return {ErrorCode::io,
            {wish.zh + "：" + reason.zh, wish.en + ": " + reason.en},
            known ? known->fix : Text{"检查路径与磁盘", "check the path and the disk"},
            {path.string(), 0, 0}};
}

Result<fs::path> followed(const fs::path& path) {
    fs::path at = path;
    for (int links = 0; links < 40; ++links) {
        std::error_code error;
        if (!fs::is_symlink(fs::symlink_status(at, error)))
            return at;
        const fs::path target = fs::read_symlink(at, error);
        if (error)
            return io_error(path, {"无法跟随链接", "cannot follow the link"}, error.value());
        at = at.parent_path() / target; // an absolute target replaces what it is joined to
    }
    return io_error(path, {"无法跟随链接", "cannot follow the link"}, ELOOP);
}

Result<std::string> read_whole(const OpenFile& file, const fs::path& path, std::size_t limit) {
    const Text wish{"无法读取文件", "cannot read the file"};
    struct stat status {};
    if (::fstat(file.descriptor(), &status) != 0)
        return io_error(path, wish, errno);
    if (S_ISDIR(status.st_mode))
        return io_error(path, wish, EISDIR);
    if (static_cast<std::uint64_t>(status.st_size) > limit)
        return Error{ErrorCode::refused,
                     {"文件过大", "the file is too large"},
                     fill(Text{"最多 {n} 字节", "at most {n} bytes"}, {{"n", same_text(std::to_string(limit))}}),
                     {path.string(), 0, 0}};
    // What it has grown by since is read as well; what is no regular file has no size to begin with.
    std::string out(static_cast<std::size_t>(status.st_size) + 1, '\0');
    std::size_t size = 0;
    for (;;) {
        if (size == out.size())
            out.resize(out.size() * 2);
        const ::ssize_t got = ::read(file.descriptor(), out.data() + size, out.size() - size);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return io_error(path, wish, errno);
        if (got == 0)
            break;
        size += static_cast<std::size_t>(got);
        if (size > limit)
            return io_error(path, wish, EFBIG);
    }
    out.resize(size);
    return out;
}

Result<std::string> read_whole(const fs::path& path, std::size_t limit) {
    const OpenFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file)
        return io_error(path, {"无法打开文件", "cannot open the file"}, errno);
    return read_whole(file, path, limit);
}

Result<void> write_all(const OpenFile& file, std::string_view bytes, const fs::path& path) {
    while (!bytes.empty()) {
        const ::ssize_t written = ::write(file.descriptor(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return io_error(path, {"无法写入文件", "cannot write the file"}, errno);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return {};
}

Result<void> force(const OpenFile& file, const fs::path& path) {
    if (::fsync(file.descriptor()) != 0 && errno != EINVAL && errno != ENOTSUP)
        return io_error(path, {"无法写入磁盘", "cannot write to the disk"}, errno);
    return {};
}

Result<void> force_directory(const fs::path& directory) {
    const fs::path path = directory.empty() ? fs::path(".") : directory;
    const OpenFile file(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!file)
        return io_error(path, {"无法打开文件夹", "cannot open the folder"}, errno);
    return force(file, path);
}

} // namespace riser
