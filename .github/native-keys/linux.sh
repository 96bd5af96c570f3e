#!/usr/bin/env bash
# Types into a note by the X server's keys, as a keyboard would, and looks for the words in the notes.
# Needs a display, xdotool and a window manager (openbox); xvfb-run gives the first.
set -euo pipefail
cd "$(dirname "$0")/../.."
data=$(mktemp -d)
openbox &
manager=$!
npm start -- --user-data-dir="$data" --lang=en-US &
app=$!
trap 'kill "$app" "$manager" 2> /dev/null || true' EXIT

window=$(timeout 90 xdotool search --sync --onlyvisible --name 'Piyue' | head -n 1)
xdotool windowactivate --sync "$window"
sleep 5
# J goes to a paragraph, P selects it, N opens the note; then the letters must be letters.
for key in j p n; do
  xdotool key "$key"
  sleep 1
done
xdotool type --delay 80 'jn1'
sleep 1
xdotool key ctrl+Return
for _ in $(seq 20); do
  # In the journal first, and in annotations.json when that is folded.
  if grep --quiet 'jn1' "$data"/annotations* 2> /dev/null; then
    echo 'Typed: jn1 stands in the notes.'
    exit 0
  fi
  sleep 0.5
done
import -window root native-keys.png 2> /dev/null || true
echo 'jn1 is not in the notes' >&2
exit 1
