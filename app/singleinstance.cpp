// SPDX-FileCopyrightText: The Foreshock developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/singleinstance.h"

#include "app/mainwindow.h"
#include "core/base/hash.h"
#include "core/base/text.h"

#include <QDir>
#include <QLocalServer>
#include <QLocalSocket>
#include <QStandardPaths>

#include <filesystem>

namespace app {

namespace {

constexpr int kAnswerMs = 2000;
const QByteArray kRaise("raise\n");
const QByteArray kDone("raised\n");

} // namespace

SingleInstance::SingleInstance(QObject *parent)
    : QObject(parent)
    , m_server(new QLocalServer(this))
{
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server, &QLocalServer::newConnection, this, &SingleInstance::answer);
}

SingleInstance::~SingleInstance() = default;

QString SingleInstance::socketOf(const QString &folder)
{
    std::error_code ignored;
    const std::filesystem::path given(core::base::utf8(folder));
    std::filesystem::path whole = std::filesystem::weakly_canonical(given, ignored);
    if (whole.empty())
        whole = std::filesystem::absolute(given, ignored);
    std::string text = whole.lexically_normal().string();
    while (text.size() > 1 && text.back() == '/')
        text.pop_back();
    // the path itself would be too long for a socket, and its name is seen by others
    const QString name = QStringLiteral("foreshock-%1")
                             .arg(core::base::qs(core::base::toHex(core::base::sha256(text))).left(24));
    const QString own = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return QDir(own.isEmpty() ? QDir::tempPath() : own).filePath(name);
}

SingleInstance::Other SingleInstance::raiseOther(const QString &folder)
{
    const QString socket = socketOf(folder);
    if (folder.isEmpty() || (isListening() && socket == m_socket))
        return Other::None;
    QLocalSocket other;
    other.connectToServer(socket);
    if (!other.waitForConnected(kAnswerMs))
        return Other::None;
    other.write(kRaise);
    other.flush();
    while (other.bytesAvailable() < kDone.size()) {
        if (!other.waitForReadyRead(kAnswerMs))
            return Other::Silent;
    }
    return Other::Raised;
}

void SingleInstance::listen(const QString &folder)
{
    const QString socket = folder.isEmpty() ? QString() : socketOf(folder);
    if (socket == m_socket && isListening() == !socket.isEmpty())
        return;
    m_server->close();
    m_socket = socket;
    if (socket.isEmpty())
        return;
    // Qt puts a new socket over an old one, whoever has that: only what a program left that ended in the
    // middle, where nobody answers, may go
    QLocalSocket other;
    other.connectToServer(socket);
    if (other.waitForConnected(kAnswerMs))
        return;
    QLocalServer::removeServer(socket);
    m_server->listen(socket);
}

bool SingleInstance::isListening() const
{
    return m_server->isListening();
}

void SingleInstance::answer()
{
    while (QLocalSocket *other = m_server->nextPendingConnection()) {
        connect(other, &QLocalSocket::disconnected, other, &QObject::deleteLater);
        connect(other, &QLocalSocket::readyRead, this, [this, other] {
            if (other->bytesAvailable() < kRaise.size())
                return;
            const bool isRaise = other->read(kRaise.size()) == kRaise;
            if (isRaise) {
                Q_EMIT raiseWanted();
                other->write(kDone);
            }
            other->disconnectFromServer(); // after what is written
        });
    }
}

void joinInstance(SingleInstance &instance, MainWindow &window)
{
    using core::workbench::Session;
    const Session &session = window.desk().session();
    QObject::connect(&instance, &SingleInstance::raiseWanted, &window, &MainWindow::comeForward);
    QObject::connect(&session, &Session::opened, &instance, [&instance, &session] {
        instance.listen(core::base::qs(session.bench()->folder().string()));
    });
    const auto leave = [&instance, &session] {
        if (!session.bench())
            instance.listen({});
    };
    QObject::connect(&session, &Session::closing, &instance, leave, Qt::QueuedConnection);
    QObject::connect(&session, &Session::failed, &instance, leave);
    window.setElsewhere([&instance](const QString &folder) {
        return instance.raiseOther(folder) != SingleInstance::Other::None;
    });
}

} // namespace app
