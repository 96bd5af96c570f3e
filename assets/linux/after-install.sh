#!/bin/sh
# After the deb or the rpm has been installed or upgraded.
set -e

app=/opt/Piyue

# Chromium fences its pages in by namespaces where users may make them, else by a helper of root's.
helper="$app/chrome-sandbox"
if [ -e "$helper" ]; then
  allowed=$(cat /proc/sys/kernel/unprivileged_userns_clone 2> /dev/null || echo 1)
  if [ "$allowed" = 1 ] && unshare --user true 2> /dev/null; then
    chmod 0755 "$helper"
  else
    chmod 4755 "$helper"
  fi
fi

# Where AppArmor forbids namespaces, as on Ubuntu since 23.10, a profile allows them. Older versions of it
# do not know such profiles, and need none.
profile="$app/resources/apparmor-profile"
if [ -e "$profile" ] && apparmor_status --enabled > /dev/null 2>&1; then
  if apparmor_parser --skip-kernel-load --debug "$profile" > /dev/null 2>&1; then
    cp -f "$profile" /etc/apparmor.d/piyue
    if ! ischroot 2> /dev/null; then
      apparmor_parser --replace --write-cache --skip-read-cache /etc/apparmor.d/piyue ||
        echo 'The AppArmor profile is loaded at the next start of the system.' >&2
    fi
  fi
fi
