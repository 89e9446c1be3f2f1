// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
// A key goes out in every way there is, to a server that shouts it back in every form, and is looked for in
// every byte that stays: logs, sentences, answers, the cassette.
#include "core/net/cassette.h"
#include "tests/support/canary.h"
#include "tests/unit/net/netfixture.h"

#include <QDir>

using namespace core::net;

namespace {

const std::string kCanary = "CANARY-7f3a/9+ü=";

QByteArray said; ///< what Qt and we wrote to the log of the process
void keepMessage(QtMsgType, const QMessageLogContext &, const QString &message)
{
    said += message.toUtf8() + '\n';
}

QByteArray plainForm()
{
    return QByteArray::fromStdString(kCanary);
}

QList<QByteArray> forms()
{
    return tests::formsOf(plainForm());
}

} // namespace

class tst_Canary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKeyStaysNowhere()
    {
        NetFixture net;
        const QByteArray shout = forms().join(' ') + " " + ("user:" + plainForm()).toBase64();
        HostileServer server(
            [&shout](Peer &peer) {
                const QByteArray echo = "X-Echo: " + shout + "\r\nETag: \"" + shout + "\"\r\n";
                if (peer.path.startsWith("/redirect"))
                    peer.answer(302, shout,
                                {"Location: /answer?" + peer.path.mid(peer.path.indexOf('?') + 1)});
                else if (peer.path.startsWith("/elsewhere"))
                    peer.answer(302, shout, {"Location: https://example.org/?k=" + forms().at(1)});
                else if (peer.path.startsWith("/refuse"))
                    peer.send("HTTP/1.1 401 " + shout + "\r\n" + echo +
                              "Content-Length: " + QByteArray::number(shout.size()) + "\r\n\r\n" + shout);
                else if (peer.path.startsWith("/page"))
                    peer.answer(200, "<html>" + shout, {"Content-Type: text/html; x=" + shout});
                else if (peer.path.startsWith("/garbage"))
                    peer.send(shout + "\r\n\r\n");
                else
                    peer.send("HTTP/1.1 200 " + shout + "\r\n" + echo + "Content-Type: " + shout +
                              "\r\nContent-Length: " + QByteArray::number(shout.size()) + "\r\n\r\n" + shout);
                if (peer.path.startsWith("/garbage"))
                    peer.close();
            },
            net.certificates.good());
        HostileServer impostor([](Peer &) {}, net.certificates.selfSigned());

        QByteArray kept;
        HttpOptions options = net.options();
        options.log = [&kept](std::string_view line) {
            kept.append(line.data(), static_cast<qsizetype>(line.size()));
        };
        const std::filesystem::path folder = net.folder.filePath(QStringLiteral("cassette")).toStdString();
        const auto before = qInstallMessageHandler(&keepMessage);
        QList<QByteArray> told;
        {
            auto recorder = CassetteRecorder::create(net.client(options), folder);
            VERIFY_OK(recorder);
            const std::string key = forms().at(1).toStdString();
            std::vector<std::string> urls;
            for (const char *path : {"/answer", "/redirect", "/elsewhere", "/refuse", "/page", "/garbage"})
                urls.push_back(server.url(std::string(path) + "?apikey=" + key));
            urls.push_back(impostor.url("/?token=" + key));
            urls.push_back("https://localhost:1/?token=" + key);
            urls.push_back("https://user:" + key + "@localhost/");
            urls.push_back("ftp://localhost/" + key);
            urls.push_back("https://localhost/\n" + kCanary);
            for (const std::string &url : urls) {
                for (const char *method : {"GET", "POST"}) {
                    HttpRequest request = NetFixture::ask(url);
                    request.method = method;
                    request.headers = {{"Authorization", "Bearer " + kCanary},
                                       {"X-Key", kCanary},
                                       {"X-Basic", ("user:" + plainForm()).toBase64().toStdString()}};
                    if (request.method == "POST")
                        request.body = "client_secret=" + key;
                    request.secrets = {kCanary};
                    const HttpOutcome outcome = (*recorder)->get(request, {});
                    if (outcome.ok()) {
                        const HttpAnswer &answer = *outcome.answer;
                        for (const std::string &text : {answer.body, answer.etag, answer.contentType,
                                                        answer.lastModified, answer.finalUrl})
                            told.append(QByteArray::fromStdString(text));
                    } else {
                        told.append(outcome.answer.error().message.toUtf8());
                        told.append(QByteArray::fromStdString(outcome.errorBody));
                    }
                }
            }
        }
        qInstallMessageHandler(before);

        QVERIFY(server.requestCount() >= 12); // it did go out
        QVERIFY(server.requests().front().path.contains(forms().at(1)));
        QVERIFY2(kept.contains("GET /answer?apikey=[redacted]"),
                 kept.left(2000).constData()); // the log speaks
        kept += said;
        for (const QByteArray &text : told)
            kept += text + '\n';
        const QDir files(QString::fromStdString(folder.string()));
        const QStringList names = files.entryList(QDir::Files | QDir::Hidden);
        QVERIFY(names.size() > 8);
        for (const QString &name : names) {
            QFile file(files.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            kept += file.readAll();
        }
        QVERIFY(kept.size() > 10000);
        QVERIFY(kept.count("[redacted]") > 100);
        for (const QByteArray &form : forms())
            QVERIFY2(!kept.contains(form), form.constData());
        QVERIFY(!kept.contains("CANARY") && !kept.contains("7f3a"));
        QVERIFY(!kept.toLower().contains(plainForm().toHex().left(12)));
    }
};

QTEST_GUILESS_MAIN(tst_Canary)
#include "tst_canary.moc"
