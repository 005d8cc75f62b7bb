// SPDX-License-Identifier: GPL-3.0-or-later
// What tools that draw something new do: one step of the history, and what was made is selected; or why it was not.
#pragma once

#include "designer/canvas/canvas_view.h"

#include <utility>

namespace riser {

// add(Edit&) gives a Result of an id or of ids. True: it was added.
template<class Add> bool add_and_select(CanvasView& view, const Text& step, Add add) {
    std::vector<AnyId> made;
    const Result<void> done = view.document().perform(step, [&](Edit& edit) -> Result<void> {
        auto added = add(edit);
        if (!added)
            return added.error();
        if constexpr (std::is_convertible_v<decltype(*added), AnyId>)
            made = {*added};
        else
            made = std::move(*added);
        return {};
    });
    if (done)
        view.selection().set(std::move(made));
    else
        view.tell(done.error());
    return static_cast<bool>(done);
}

} // namespace riser
