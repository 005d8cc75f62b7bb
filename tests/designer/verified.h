// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates read and checked in tests.
#pragma once

#include "designer/verify/spread.h"

#include <gtest/gtest.h>

namespace riser::test {

inline verify::Certificate read(const std::string& text) {
    Result<verify::Certificate> out = verify::read_certificate(text, "c.xml");
    EXPECT_TRUE(out) << (out ? "" : to_string(out.error(), Language::en)) << text;
    return out ? std::move(*out) : verify::Certificate{};
}
inline std::string why(const verify::Verdict& verdict) {
    return verdict.refutation ? std::string(verify::key_of(verdict.refutation->ground)) + ": " +
                                    verdict.refutation->claim.en + ": " + verdict.refutation->fact.en
                              : "holds";
}
inline verify::Verdict checked(const verify::Certificate& certificate, const Design& design) {
    return verify::check_not_reached(certificate, design, verify::network_of(design));
}

} // namespace riser::test
