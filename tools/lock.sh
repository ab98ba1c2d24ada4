#!/bin/sh
# requirements.lock: every library of a checkout at one version, with the hashes of its files, from PyPI alone:
# what this machine's pip is set to (other indexes, folders of files) stays out of the file.
#
# tools/lock.sh [--upgrade]
set -eu
cd "$(dirname "$0")/.."
unset PIP_FIND_LINKS PIP_INDEX_URL PIP_EXTRA_INDEX_URL
export PIP_CONFIG_FILE=/dev/null CUSTOM_COMPILE_COMMAND="make lock"
"${PY:-.venv/bin/python}" -m piptools compile --quiet --extra dev --extra parquet --extra cluster --extra postgres --generate-hashes --allow-unsafe --strip-extras \
    --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --output-file requirements.lock "$@" pyproject.toml
