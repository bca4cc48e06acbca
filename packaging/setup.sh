#!/bin/sh
# Prepare .venv with the pinned packages, and the system libraries Qt needs. Does nothing when nothing changed.
set -eu
cd "$(dirname "$0")/.."

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

# --- is there anything to do? -------------------------------------------------------------------------------------
case "$(uname -s)" in
    MINGW* | MSYS* | CYGWIN*) bin=.venv/Scripts ;;
    *) bin=.venv/bin ;;
esac
stamp=.venv/prepared
state=$(
    pwd # a virtual environment does not survive being moved
    cat packaging/setup.sh packaging/requirements.txt packaging/requirements-dev.txt pyproject.toml | cksum
)
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$state" ] && "$bin/python" -c "" 2>/dev/null; then
    exit 0
fi

# --- Debian's packages: installed when we may, named when we may not ----------------------------------------------
updated=no
install_packages() {
    why=$1
    shift
    if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
        echo "Installing $why: $*"
        [ "$updated" = yes ] || apt-get update -qq
        updated=yes
        DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@" >/dev/null
    elif command -v apt-get >/dev/null; then
        fail "Missing: $why. Please type" "    sudo apt-get install $*" "and then this command again."
    else
        fail "Missing: $why. Please install what your system calls: $*"
    fi
}

# --- Python --------------------------------------------------------------------------------------------------------
python=
for candidate in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11 python; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        python=$candidate
        break
    fi
done
[ -n "$python" ] || fail "Python 3.11 or newer is needed. Please install it, or name it: make setup PYTHON=/path/to/python3"

if ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
    version=$("$python" -c 'import sys; print("python%d.%d" % sys.version_info[:2])')
    install_packages "Python's virtual environments" "$version-venv"
fi

# --- .venv ---------------------------------------------------------------------------------------------------------
rm -f "$stamp"
if ! "$bin/python" -m pip --version >/dev/null 2>&1 || ! grep -qF "$(pwd)/.venv" .venv/pyvenv.cfg; then
    echo "Making .venv with $("$python" --version)"
    "$python" -m venv --clear .venv
fi
echo "Installing the pinned packages (this takes a while the first time)"
"$bin/python" -m pip install --quiet --disable-pip-version-check -r packaging/requirements-dev.txt
"$bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .

# --- the libraries Qt needs ----------------------------------------------------------------------------------------
qt_starts() {
    QT_QPA_PLATFORM=offscreen "$bin/python" -c 'from PySide6.QtWidgets import QApplication; QApplication([])' >/dev/null 2>&1
}
lacks_libraries() {
    plugins=$("$bin/python" -c 'import pathlib, PySide6; print(pathlib.Path(PySide6.__path__[0]) / "Qt/plugins/platforms")')
    for name in offscreen wayland xcb; do ldd "$plugins/libq$name.so"; done 2>/dev/null | grep -q "not found"
}
if [ "$(uname -s)" = Linux ] && { ! qt_starts || lacks_libraries; }; then
    install_packages "system libraries of Qt" \
        libdbus-1-3 libegl1 libfontconfig1 libfreetype6 libgl1 libglib2.0-0 libwayland-client0 libwayland-cursor0 \
        libwayland-egl1 libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 \
        libxcb-render-util0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-xfixes0 libxcb-xinerama0 libxcb-xkb1 \
        libxkbcommon-x11-0 libxkbcommon0
fi
qt_starts || fail "Qt does not start; this says why:" \
    "    QT_QPA_PLATFORM=offscreen QT_DEBUG_PLUGINS=1 $bin/python -c 'from PySide6.QtWidgets import QApplication; QApplication([])'"

printf '%s\n' "$state" >"$stamp"
