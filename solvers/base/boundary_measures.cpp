// SPDX-License-Identifier: GPL-3.0-or-later
#include "solvers/base/boundary_measures.h"

#include "model/fields/field.h"

namespace riser {

std::span<const Choice> choices(MeasureScope) {
    static constexpr Choice list[] = {{"any", {"各边界", "Every boundary"}},
                                      {"bodies", {"两套班子之间", "Between two bodies"}},
                                      {"management", {"与管理域", "With a management zone"}},
                                      {"exit", {"与外部网络", "With a provider"}},
                                      {"mail", {"有邮件通过", "Crossed by mail"}},
                                      {"web", {"有网页服务通过", "Crossed by web pages"}}};
    return list;
}

} // namespace riser
