// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/file/replace_file.h"

#include "model/file/disk.h"
#include "model/file/sha256.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <ctime>
#include <random>

namespace riser {

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t second = 1'000'000'000;
std::int64_t nanoseconds(const timespec& time) { return std::int64_t{time.tv_sec} * second + time.tv_nsec; }

// The clock that file systems stamp with.
std::int64_t file_clock() {
    timespec now{};
    ::clock_gettime(CLOCK_REALTIME_COARSE, &now);
    return nanoseconds(now);
}

struct Status {
    struct stat stat {};
    int error = 0;
    explicit Status(const fs::path& path) { error = ::stat(path.c_str(), &stat) == 0 ? 0 : errno; }
    bool there() const { return error == 0; }
};

void fill_times(FileStamp& stamp, const struct stat& status) {
    stamp.size = static_cast<std::uint64_t>(status.st_size);
    stamp.inode = status.st_ino;
    stamp.modified = nanoseconds(status.st_mtim);
    stamp.changed = nanoseconds(status.st_ctim);
    // A file system that counts whole seconds (some count in twos) says nothing of changes within them.
    const std::int64_t tick = status.st_ctim.tv_nsec == 0 ? 2 * second : 0;
    stamp.young = file_clock() <= stamp.changed + tick;
}

constexpr std::string_view temporary_mark = ".tmp-";

fs::path temporary_path(const fs::path& target) {
    std::random_device random;
    const std::string digits = std::to_string(random()) + std::to_string(random());
    return target.parent_path() / ("." + target.filename().string() + std::string(temporary_mark) + digits);
}

// A temporary file that goes with its owner unless it was renamed.
class Temporary {
  public:
    explicit Temporary(fs::path path) : path_(std::move(path)) {}
    ~Temporary() {
        if (!path_.empty())
            ::unlink(path_.c_str());
    }
    Temporary(const Temporary&) = delete;
    Temporary& operator=(const Temporary&) = delete;
    const fs::path& path() const { return path_; }
    Result<void> rename_to(const fs::path& target) {
        if (::rename(path_.c_str(), target.c_str()) != 0)
            return io_error(target, {"无法替换文件", "cannot replace the file"}, errno);
        // Renaming one name of a file to another of the same file does nothing; then ours is still there to remove.
        ::unlink(path_.c_str());
        path_.clear();
        return {};
    }

  private:
    fs::path path_;
};

// Left by processes that were killed. Only while the folder is locked: then no other save is under way.
void remove_leftovers(const fs::path& target) {
    const std::string prefix = "." + target.filename().string() + std::string(temporary_mark);
    std::error_code error;
    const fs::path folder = target.parent_path().empty() ? fs::path(".") : target.parent_path();
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
        if (at->path().filename().string().starts_with(prefix))
            ::unlink(at->path().c_str());
}

OpenFile lock_folder(const fs::path& target) {
    const fs::path folder = target.parent_path().empty() ? fs::path(".") : target.parent_path();
    OpenFile lock(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    // Some network file systems lock no folders: saving then goes on without.
    if (lock && ::flock(lock.descriptor(), LOCK_EX) == 0)
        return lock;
    return {};
}

Result<void> write_temporary(const fs::path& path, std::string_view bytes, const Status& like) {
    const OpenFile file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (!file)
        return io_error(path.parent_path(), {"无法在此文件夹中写文件", "cannot write in this folder"}, errno);
    if (like.there()) {
        // The owner first: giving a file away clears some permission bits. Only root can, and it is no reason to fail.
        if (::fchown(file.descriptor(), like.stat.st_uid, like.stat.st_gid) != 0 && errno != EPERM)
            return io_error(path, {"无法设置所有者", "cannot set the owner"}, errno);
        if (::fchmod(file.descriptor(), like.stat.st_mode & 07777) != 0 && errno != EPERM)
            return io_error(path, {"无法设置权限", "cannot set the permissions"}, errno);
    }
    if (Result<void> written = write_all(file, bytes, path); !written)
        return written;
    return force(file, path);
}

// The target's present bytes under its previous name as well, while they stay under their own.
Result<void> keep_previous(const fs::path& target, const Status& status) {
    Temporary copy(temporary_path(target));
    if (::link(target.c_str(), copy.path().c_str()) != 0) {
        Result<std::string> bytes = read_whole(target, static_cast<std::size_t>(status.stat.st_size) + 1);
        if (!bytes)
            return std::move(bytes).error();
        if (Result<void> written = write_temporary(copy.path(), *bytes, status); !written)
            return written;
    }
    return copy.rename_to(previous_path(target));
}

Result<void> check_target(const fs::path& target, const Status& status, const ReplaceOptions& options) {
    const Text wish{"无法保存", "cannot save"};
    if (!status.there() && status.error != ENOENT)
        return io_error(target, wish, status.error);
    if (!status.there())
        return {};
    if (!S_ISREG(status.stat.st_mode))
        return io_error(target, wish, S_ISDIR(status.stat.st_mode) ? EISDIR : EINVAL);
    if (::faccessat(AT_FDCWD, target.c_str(), W_OK, AT_EACCESS) != 0)
        return io_error(target, wish, errno);
    if (!options.expected)
        return {};
    const Result<bool> changed = changed_since(*options.expected, target);
    if (!changed)
        return changed.error();
    if (*changed)
        return Error{
            ErrorCode::conflict,
            {"文件打开之后已被别处修改", "the file was changed elsewhere since it was opened"},
            {"另存为新文件，再用 riser merge 合并", "save under another name, then join them with riser merge"},
            {target.string(), 0, 0}};
    return {};
}

} // namespace

Result<FileStamp> stamp_of(const fs::path& path, std::string_view bytes) {
    const Status status(path);
    if (!status.there())
        return io_error(path, {"无法读取文件", "cannot read the file"}, status.error);
    FileStamp stamp;
    fill_times(stamp, status.stat);
    stamp.young = stamp.young || stamp.size != bytes.size();
    stamp.hash = sha256(bytes);
    return stamp;
}

Result<bool> changed_since(const FileStamp& stamp, const fs::path& path) {
    const Status status(path);
    if (status.error == ENOENT)
        return true;
    if (!status.there())
        return io_error(path, {"无法读取文件", "cannot read the file"}, status.error);
    FileStamp now;
    fill_times(now, status.stat);
    if (!stamp.young && now.size == stamp.size && now.inode == stamp.inode && now.modified == stamp.modified &&
        now.changed == stamp.changed)
        return false;
    const Result<std::string> bytes = read_whole(path, SIZE_MAX / 4);
    if (!bytes)
        return bytes.error();
    return sha256(*bytes) != stamp.hash;
}

Result<FileStamp> replace_file(const fs::path& path, std::string_view bytes, const ReplaceOptions& options) {
    const Result<fs::path> found = followed(path);
    if (!found)
        return found.error();
    const fs::path& target = *found;
    const OpenFile lock = lock_folder(target);
    if (lock)
        remove_leftovers(target);
    const Status status(target);
    if (Result<void> fine = check_target(target, status, options); !fine)
        return std::move(fine).error();
    FileStamp stamp;
    stamp.hash = sha256(bytes);
    stamp.young = true;
    Temporary temporary(temporary_path(target));
    if (Result<void> written = write_temporary(temporary.path(), bytes, status); !written)
        return std::move(written).error();
    if (options.before_rename)
        if (Result<void> ready = options.before_rename(stamp.hash); !ready)
            return std::move(ready).error();
    if (status.there() && options.previous == Previous::keep)
        if (Result<void> kept = keep_previous(target, status); !kept)
            return std::move(kept).error();
    if (Result<void> renamed = temporary.rename_to(target); !renamed)
        return std::move(renamed).error();
    // From here on the new bytes are in place; that their name reaches the disk too is tried, not promised.
    (void)force_directory(target.parent_path());
    const Status written(target);
    if (written.there())
        fill_times(stamp, written.stat);
    return stamp;
}

fs::path previous_path(const fs::path& path) {
    fs::path out = path;
    return out += "~";
}

} // namespace riser
