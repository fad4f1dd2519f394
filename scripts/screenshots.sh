#!/usr/bin/env bash
# Renews the pictures in docs/: starts the demo on a port and in a folder of its own, takes them with Chromium.
set -euo pipefail
cd "$(dirname "$0")/.."

SIKU=${SIKU:-target/release/siku}
PORT=${PORT:-18080}
BASE=http://127.0.0.1:$PORT
work=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$work"' EXIT

SIKU_SERVER__ADDRESS=127.0.0.1:$PORT SIKU_DATABASE__URL="sqlite://$work/siku.db?mode=rwc" \
  SIKU_INDEX__DIR="$work/index" SIKU_MATCH__PUBLIC=true "$SIKU" demo >"$work/log" 2>&1 &
server=$!
# The demo serves only when everything is imported and matched.
until curl --silent --fail --output /dev/null "$BASE/health/ready"; do
  kill -0 "$server" || { cat "$work/log" >&2; exit 1; }
  sleep 2
done

# picture NAME WIDTH HEIGHT SCHEME ADDRESS; scheme is light or dark
picture() {
  local scheme=1
  [ "$4" = dark ] && scheme=0
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir="$work/chromium" \
    --window-size="$2,$3" --blink-settings=preferredColorScheme=$scheme \
    --screenshot="docs/$1.png" "$BASE$5" >/dev/null 2>&1
  echo "docs/$1.png"
}

demand=${DEMAND:-D-2026-000001}
dossier=$(curl --silent "$BASE/demands/$demand" | grep --only-matching --max-count=1 '/matches/[0-9a-f-]*' | head -1)

picture home 1280 900 light "/?lang=en"
picture demand 1280 1100 light "/demands/$demand?lang=en"
picture dossier 1280 1250 light "$dossier?lang=en"
picture dossier-phone 390 1250 dark "$dossier?lang=zh"
