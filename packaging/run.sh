#!/bin/sh
# Open the program on a home of its own with demonstration data; without a screen, draw it into build/demo.
set -eu
cd "$(dirname "$0")/.."
home=build/home
[ -d .venv/Scripts ] && bin=.venv/Scripts || bin=.venv/bin
reviewer=$bin/reviewer
# A screen may be named and yet be gone, as one that was forwarded.
case "$(uname -s)" in
    Linux | *BSD) "$bin/python" -m ui.screen && screen=yes || screen=no ;;
    *) screen=yes ;;
esac

if [ "$screen" = no ]; then
    echo "No screen here: drawing the program into build/demo instead."
    rm -rf build/demo build/demo-home
    exec "$reviewer" --home build/demo-home demo --headless --out build/demo
fi
if [ ! -e "$home/.filled" ]; then
    echo "Making demonstration data in $home (once)."
    "$reviewer" demo --fill --home "$home"
    touch "$home/.filled"
fi
exec "$reviewer" --home "$home"
