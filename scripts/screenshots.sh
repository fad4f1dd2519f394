#!/usr/bin/env bash
# Renews the pictures in docs/ from a demo of its own; which they are stands in examples/pictures.rs.
set -euo pipefail
cd "$(dirname "$0")/.."
exec scripts/with-demo cargo run --quiet --release --locked --example pictures
