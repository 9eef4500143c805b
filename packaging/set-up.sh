#!/bin/sh
# Makes .venv with every dependency at its pinned version, and the project in it, editable.
# PYTHON chooses the interpreter: PYTHON=python3.12 make run
set -eu
cd "$(dirname "$0")/.."

python=${PYTHON:-python3}
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "kzannotate needs Python 3.11 or newer; name one with: PYTHON=python3.11 make" >&2
    exit 1
fi
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    echo "This Python makes no virtual environments; on Debian: sudo apt-get install python3-venv" >&2
    exit 1
fi

[ -x .venv/bin/python ] || "$python" -m venv .venv
pip() { .venv/bin/python -m pip --disable-pip-version-check --quiet "$@"; }

# docs/decisions/0006-packages-and-pins.md says why in these three steps.
pip install --require-hashes --no-deps --requirement packaging/hashed.txt
pip install --constraint constraints.txt hatchling
pip install --constraint constraints.txt --no-build-isolation --editable '.[dev]'
