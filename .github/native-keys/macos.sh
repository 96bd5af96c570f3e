#!/usr/bin/env bash
# As linux.sh, by System Events. The runner's terminal must be allowed to control the computer.
set -euo pipefail
cd "$(dirname "$0")/../.."
data=$(mktemp -d)
npm start -- --user-data-dir="$data" --lang=en-US &
app=$!
trap 'kill "$app" 2> /dev/null || true' EXIT

for _ in $(seq 90); do
  if osascript -e 'tell application "System Events" to exists (window 1 of process "Electron")' 2> /dev/null | grep --quiet true; then break; fi
  sleep 1
done
sleep 5
osascript <<'SCRIPT'
tell application "System Events"
  set frontmost of process "Electron" to true
  delay 1
  repeat with letter in {"j", "p", "n"}
    keystroke letter
    delay 1
  end repeat
  keystroke "jn1"
  delay 1
  key code 36 using command down
end tell
SCRIPT
for _ in $(seq 20); do
  # In the journal first, and in annotations.json when that is folded.
  if grep --quiet 'jn1' "$data"/annotations* 2> /dev/null; then
    echo 'Typed: jn1 stands in the notes.'
    exit 0
  fi
  sleep 0.5
done
screencapture native-keys.png || true
echo 'jn1 is not in the notes' >&2
exit 1
