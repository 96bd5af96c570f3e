#!/bin/sh
# The stand-in's executable, where Electron's would be. PIYUE_NODE names another Node to run it.
executable=$(readlink -f "$0")
folder=$(dirname "$executable")
node=${PIYUE_NODE:-node}
if [ -n "$ELECTRON_RUN_AS_NODE" ]; then exec "$node" "$@"; fi
inspect=
for argument in "$@"; do
  case "$argument" in --inspect | --inspect=* | --inspect-brk | --inspect-brk=*) inspect=$argument ;; esac
done
# A promise that is rejected and not handled ends Node, but not Electron.
STAND_IN_EXECUTABLE="$executable" exec "$node" --unhandled-rejections=warn-with-error-code $inspect "$folder/stand-in/run.js" "$@"
