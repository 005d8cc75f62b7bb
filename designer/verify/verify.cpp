// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/verify/verify.h"

#include "designer/verify/apart.h"
#include "designer/verify/kept.h"
#include "designer/verify/reached.h"
#include "designer/verify/spread.h"
#include "model/file/save.h"
#include "model/file/sha256.h"
#include "model/file/writer.h"

#include <cstdlib>
#include <fstream>
#include <ostream>
#include <sstream>

namespace riser::verify {

namespace {

constexpr int holds = 0;
constexpr int refuted = 1;
constexpr int bad_input = 2;

struct Arguments {
    std::vector<std::string> files;
    Language language = Language::en;
    bool help = false;
    std::optional<std::string> unknown;
};

Language language_of_environment() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const char* value = std::getenv(name); value && *value != '\0')
            return std::string_view(value).starts_with("zh") ? Language::zh : Language::en;
    return Language::en;
}

Arguments parsed(std::span<const std::string> arguments) {
    Arguments out;
    out.language = language_of_environment();
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& argument = arguments[i];
        if (argument == "--help" || argument == "-h")
            out.help = true;
        else if (argument == "--lang" && i + 1 < arguments.size() &&
                 (arguments[i + 1] == "zh" || arguments[i + 1] == "en"))
            out.language = arguments[++i] == "zh" ? Language::zh : Language::en;
        else if (argument == "--lang=zh" || argument == "--lang=en")
            out.language = argument.ends_with("zh") ? Language::zh : Language::en;
        else if (argument.starts_with("-"))
            out.unknown = argument;
        else
            out.files.push_back(argument);
    }
    return out;
}

const Text usage{"用法：riser-verify 证书 设计文件 [--lang zh|en]\n"
                 "不依赖 riser 的求解代码，按设计文件逐条核对证书。\n"
                 "状态：0 全部成立，1 有不成立的，2 输入有误。\n",
                 "Usage: riser-verify CERTIFICATE DESIGN [--lang zh|en]\n"
                 "Checks each claim of a certificate against the design, without the solvers of riser.\n"
                 "Status: 0 every claim holds, 1 one does not, 2 bad input.\n"};

Result<std::string> bytes_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    if (in)
        out << in.rdbuf();
    if (!in)
        return Error{ErrorCode::io, {"无法读文件", "cannot read the file"}, {}, {path, 0, 0}};
    return std::move(out).str();
}

void say(const Verdict& verdict, const std::string& file, Language language, std::ostream& out) {
    if (!verdict.refutation) {
        const std::string claims = std::to_string(verdict.claims);
        const std::string facts = std::to_string(verdict.facts);
        out << (language == Language::zh ? "成立：" + claims + " 项声明，" + facts + " 条依据"
                                         : "holds: " + claims + " claims, " + facts + " facts");
        if (verdict.withheld > 0)
            out << (language == Language::zh
                        ? "；其中 " + std::to_string(verdict.withheld) + " 项未对此读者列出，已按设计核对"
                        : "; " + std::to_string(verdict.withheld) +
                              " of them not listed for this reader, and checked against the design");
        out << (language == Language::zh ? "\n无共用的建模对象；非电磁泄漏或保密测评\n"
                                         : "\nno shared modelled object; not an emission or secrecy assessment\n");
        return;
    }
    const Refutation& why = *verdict.refutation;
    if (why.place)
        out << file << ':' << why.place->line << ':' << why.place->column << ": ";
    out << why.claim.in(language) << (language == Language::zh ? "，不成立：" : ", refuted: ") << why.fact.in(language)
        << " [" << key_of(why.ground) << "]\n";
}

} // namespace

Verdict check(const Certificate& certificate, const Design& design) {
    if (sha256(write_design(design)) != certificate.design)
        return {.refutation = Refutation{Ground::other_design,
                                         {"整份证书", "the certificate"},
                                         {"出自另一份设计：摘要不同", "it is of another design: the digests differ"},
                                         certificate.place}};
    Verdict out = check_apart(certificate, design);
    const Wiring wiring = wiring_of(design);
    const PlainNetwork network = network_of(design, wiring);
    for (Verdict logical :
         {check_kept(certificate, design, wiring, network), check_not_reached(certificate, design, network),
          check_outside(certificate, design, network), check_reached(certificate, design, network),
          check_entered(certificate, design, network), check_outlived(certificate, design, wiring, network)}) {
        if (!out.refutation)
            out.refutation = std::move(logical.refutation);
        out.claims += logical.claims;
        out.withheld += logical.withheld;
        out.facts += logical.facts;
    }
    return out;
}

int run(std::span<const std::string> arguments, std::ostream& out, std::ostream& err) {
    const Arguments asked = parsed(arguments);
    if (asked.help) {
        out << usage.in(asked.language);
        return holds;
    }
    if (asked.unknown || asked.files.size() != 2) {
        if (asked.unknown)
            err << (asked.language == Language::zh ? "不认识的参数：" : "unknown argument: ") << *asked.unknown << '\n';
        err << usage.in(asked.language);
        return bad_input;
    }
    const auto fail = [&](const Error& error) {
        err << to_string(error, asked.language) << '\n';
        return bad_input;
    };
    const Result<std::string> bytes = bytes_of(asked.files[0]);
    if (!bytes)
        return fail(bytes.error());
    const Result<Certificate> certificate = read_certificate(*bytes, asked.files[0]);
    if (!certificate)
        return fail(certificate.error());
    const Result<LoadedDesign> design = load_design(asked.files[1]);
    if (!design)
        return fail(design.error());
    const Verdict verdict = check(*certificate, design->opened.design);
    say(verdict, asked.files[0], asked.language, out);
    return verdict.refutation ? refuted : holds;
}

} // namespace riser::verify
