// SPDX-License-Identifier: GPL-3.0-or-later
// What lies under a plan: a picture in its own encoding, or the lines and words of a drawing. Read once, then shared by
// every drawing that shows it, so that a plan drawn anew after each edit costs nothing for it. Immutable; read by any
// thread.
#pragma once

#include "exporters/drawings/drawing.h"
#include "model/building.h"
#include "model/file/assets.h"
#include "model/import/picture.h"

#include <functional>
#include <mutex>
#include <stop_token>

namespace riser {

struct UnderlayPicture {
    std::string bytes; // PNG or JPEG
    PictureHead head;
};
// In drawing units, y down.
struct UnderlayLines {
    std::vector<std::vector<PaperPoint>> lines;
    std::vector<TextShape> texts;
};

class UnderlayContent {
  public:
    explicit UnderlayContent(UnderlayPicture picture);
    explicit UnderlayContent(UnderlayLines lines);

    // One of the two.
    const UnderlayPicture* picture() const { return std::get_if<UnderlayPicture>(&what_); }
    const UnderlayLines* lines() const { return std::get_if<UnderlayLines>(&what_); }
    // In its own units, y down: pixels above the lower edge of a picture are negative.
    PaperBox box() const { return box_; }

    // What a painter made of it, kept for the next time until another key is asked for. Made by one thread.
    template<class Made, class Make> std::shared_ptr<const Made> kept(int key, Make make) const {
        const std::lock_guard lock(mutex_);
        if (!kept_ || kept_key_ != key) {
            kept_.reset();
            kept_ = std::shared_ptr<const Made>(make());
            kept_key_ = key;
        }
        return std::static_pointer_cast<const Made>(kept_);
    }

  private:
    std::variant<UnderlayPicture, UnderlayLines> what_;
    PaperBox box_;
    mutable std::mutex mutex_;
    mutable std::shared_ptr<const void> kept_;
    mutable int kept_key_ = 0;
};
using UnderlayPointer = std::shared_ptr<const UnderlayContent>;

// Whether the plan was recognised from it: then its rooms and axes have their words already.
bool is_recognised(const Underlay& underlay);

// What of its file is read, so that equal keys have equal content: "HASH#2", or empty when there is nothing to read (an
// import that kept no copy).
std::string content_key(const Underlay& underlay);

// O(bytes). Errors as AssetSource::read, read_picture_head and read_dxf.
Result<UnderlayPointer> read_underlay(const Underlay& underlay, const AssetSource& assets, const std::stop_token& stop);

struct UnderlayFound {
    UnderlayPointer content; // null: missing, or not read yet
    bool missing = false;    // then a frame stands for it
};
using UnderlaySource = std::function<UnderlayFound(const Underlay&)>;
// Reads whenever it is asked; for documents.
UnderlaySource underlays_from(AssetSource assets);

// How faint: the share of its own colours that a picture keeps against the ground, and the pen of lines.
constexpr double underlay_share = 0.45;
Pen underlay_pen();

// Where it lies on the plan of its floor (mm, y down).
UnderlayShape placed_underlay(const Underlay& underlay, UnderlayPointer content);
// Before the clip.
std::vector<PaperPoint> corners(const UnderlayShape& shape);

} // namespace riser
