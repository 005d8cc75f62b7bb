// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporters/painting/paper_formats.h"

#include "exporters/painting/paper.h"
#include "model/file/replace_file.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QHashFunctions>
#include <QImageWriter>

#include <clocale>

namespace riser {

namespace {

constexpr int png_quality = 70; // of Qt: quick rather than smallest, both without loss

Result<void> put(const std::filesystem::path& path, std::string_view bytes) {
    if (Result<FileStamp> written = replace_file(path, bytes); !written)
        return std::move(written).error();
    return {};
}

Result<Binder> open_book(const DrawingProperties& properties, const std::filesystem::path& path) {
    const auto book = std::make_shared<PdfBook>(properties);
    return Binder{.add = [book](const Drawing& sheet) { return book->add(sheet); },
                  .close = [book, path]() -> Result<void> {
                      const Result<std::string> bytes = book->bytes();
                      if (!bytes)
                          return bytes.error();
                      return put(path, *bytes);
                  }};
}

Result<void> write_png(const Drawing& sheet, const DrawingProperties& properties, int dpi,
                       const std::filesystem::path& path) {
    const Result<QImage> image = image_of_sheet(sheet, dpi);
    if (!image)
        return image.error();
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "png");
    writer.setQuality(png_quality);
    writer.setText(QStringLiteral("Title"), QString::fromStdString(properties.title.in(properties.language)));
    if (!writer.write(*image))
        return Error{ErrorCode::io, {"无法写图片", "the picture cannot be written"}, {}, {path.string(), 0, 0}};
    return put(path, {buffer.data().constData(), static_cast<std::size_t>(buffer.data().size())});
}

} // namespace

DrawingFormat pdf_format() {
    return {.name = "pdf",
            .write =
                [](const Drawing& sheet, const DrawingProperties& properties, const std::filesystem::path& path) {
                    return write_pdf({&sheet, 1}, properties, path);
                },
            .bind = open_book};
}

DrawingFormat png_format(int dpi) {
    return {.name = "png",
            .write = [dpi](const Drawing& sheet, const DrawingProperties& properties,
                           const std::filesystem::path& path) { return write_png(sheet, properties, dpi, path); }};
}

// Qt keeps references to its arguments, and sets the locale, of which it says on the error stream when it is not UTF-8.
struct PaintingRoom::Application {
    int count = 3;
    std::string name = "riser", option = "-platform", platform = "offscreen";
    char* arguments[4] = {name.data(), option.data(), platform.data(), nullptr};
    std::string locale = std::setlocale(LC_ALL, nullptr);
    QtMessageHandler before = qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
    QGuiApplication application{count, arguments};
    Application() {
        qInstallMessageHandler(before);
        std::setlocale(LC_ALL, locale.c_str());
    }
};

PaintingRoom::PaintingRoom() {
    QHashSeed::setDeterministicGlobalSeed(); // a PDF's fonts come in the order of a hash
    if (!QCoreApplication::instance())
        application_ = std::make_unique<Application>();
}
PaintingRoom::~PaintingRoom() = default;

} // namespace riser
