#!/bin/sh
# Everything that `make demo` and `make test` need: system packages where they may be installed, .venv with the locked
# libraries, this checkout in it. Runs again quickly: it ends at once while nothing that it depends on has changed.
#
#   PYTHON=/path/to/python   use this Python
#   MINUTEBOOK_NO_APT=1      install no system package, only say which are missing
set -eu
cd "$(dirname "$0")/.."

venv=.venv
stamp=$venv/set-up-for

say() { printf 'set-up: %s\n' "$*" >&2; }
fail() {
    say "$*"
    exit 1
}

# --- system packages -------------------------------------------------------------------------------------------------
as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}
may_install() {
    [ -z "${MINUTEBOOK_NO_APT:-}" ] && command -v apt-get >/dev/null 2>&1 || return 1
    [ "$(id -u)" = 0 ] || { command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; }
}
install() { # PACKAGE...; what apt says is shown only where it fails
    may_install || return 1
    say "installing $* (apt)"
    log=$(mktemp)
    if { as_root apt-get -q update && as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get -q install --yes --no-install-recommends "$@"; } >"$log" 2>&1; then
        rm -f "$log"
        return 0
    fi
    tail -n 5 "$log" >&2
    rm -f "$log"
    return 1
}

# --- Python ----------------------------------------------------------------------------------------------------------
recent() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }
find_python() {
    if [ -n "${PYTHON:-}" ]; then set -- "$PYTHON"; else set -- python3.11 python3.12 python3.13 python3; fi
    for name; do
        if command -v "$name" >/dev/null 2>&1 && recent "$name"; then
            command -v "$name"
            return 0
        fi
    done
    return 1
}

python=$(find_python) || {
    old=$("${PYTHON:-python3}" --version 2>/dev/null) || old="no Python"
    fail "Python 3.11 or newer is needed, and there is $old: install python3.11, or say PYTHON=/path/to/python3.11."
}

# What the environment was made from: another Python, lock file or place of the checkout makes it anew.
origin() {
    {
        printf '%s\n' "$PWD"
        "$python" -c 'import sys; print(sys.version, sys.base_prefix)'
        cat requirements.lock pyproject.toml tools/setup.sh
    } | sha256sum | cut -d' ' -f1
}

# name of the command, package that has it, what it is for
missing=
while read -r tool package purpose; do
    command -v "$tool" >/dev/null 2>&1 || missing="$missing $package"
done <<'TOOLS'
soffice libreoffice-writer
tesseract tesseract-ocr
pdftoppm poppler-utils
pg_ctlcluster postgresql
TOOLS

done_before=$(cat "$stamp" 2>/dev/null || true)
if [ "$done_before" != "$(origin)" ]; then
    # shellcheck disable=SC2086 # a list of package names
    if [ -n "$missing" ] && install $missing; then missing=; fi

    if ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        install "python$version-venv" ||
            fail "$python has no venv module: install the package python$version-venv (apt install python$version-venv) and try again."
    fi

    say "making $venv with $python (once; a few minutes where the network is slow)"
    rm -rf "$venv"
    "$python" -m venv "$venv"
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
    # The libraries are there and checked; the checkout itself is only linked in.
    "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
    origin >"$stamp" # asked again: installing a package may have brought a newer Python
    say "done"
fi

[ -z "$missing" ] || say "not installed:$missing (apt install$missing). All else works; tests that need them are skipped."
