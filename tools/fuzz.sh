#!/bin/sh
# make fuzz: atheris is fetched into build/atheris (it is no part of the lock: it has wheels for some machines only);
# where it can't be had, tools/fuzz.py changes inputs at random instead.
set -eu
cd "$(dirname "$0")/.."
python=.venv/bin/python
if [ ! -d build/atheris ]; then
    mkdir -p build
    "$python" -m pip install --quiet --disable-pip-version-check --only-binary :all: --no-deps \
        --target build/atheris.part 'atheris==3.0.0' 2>/dev/null &&
        mv build/atheris.part build/atheris || {
        rm -rf build/atheris.part
        echo "fuzz: atheris can't be had on this machine; inputs are changed at random" >&2
    }
fi
PYTHONPATH=build/atheris exec "$python" -m tools.fuzz --seconds "${SECONDS_EACH:-60}" "$@"
