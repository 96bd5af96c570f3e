#!/bin/sh
# What CUSTOM_FPM_PATH names: electron-builder wants one executable file.
folder=$(dirname "$(readlink -f "$0")")
exec node --import tsx "$folder/fpm.ts" "$@"
