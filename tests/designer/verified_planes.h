// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates of a house of planes that are apart, made and checked in tests.
#pragma once

#include "designer/verify/verify.h"

#include "exporters/writers/certificate.h"
#include "model/file/sha256.h"
#include "model/file/writer.h"

#include <gtest/gtest.h>

namespace riser::test {

inline std::string certificate_of(const Design& design) { return certificate_xml(Facts(design)); }

inline verify::Verdict checked(const std::string& certificate, const Design& design) {
    const Result<verify::Certificate> read = verify::read_certificate(certificate, "c.xml");
    EXPECT_TRUE(read) << (read ? "" : to_string(read.error(), Language::en));
    return read ? verify::check(*read, design) : verify::Verdict{};
}
inline std::string why(const verify::Verdict& verdict) {
    if (!verdict.refutation)
        return "holds";
    return std::string(verify::key_of(verdict.refutation->ground)) + ": " + verdict.refutation->claim.en + ": " +
           verdict.refutation->fact.en;
}
inline std::string ground_of(const verify::Verdict& verdict) {
    return verdict.refutation ? std::string(verify::key_of(verdict.refutation->ground)) : "holds";
}

inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}
// The old certificate, made to look as one of this design.
inline std::string with_digest_of(const std::string& certificate, const Design& design) {
    const std::size_t at = certificate.find("design=\"") + 8;
    std::string out = certificate;
    return out.replace(at, 64, sha256(write_design(design)));
}

} // namespace riser::test
