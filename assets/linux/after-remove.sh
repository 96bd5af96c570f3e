#!/bin/sh
# After the deb or the rpm has been removed. An upgrade is no removal: dpkg says which it is by a word, rpm
# by how many versions stay; and rpm runs this after the new version's own script.
set -e

case "$1" in
  remove | purge | 0) ;;
  *) exit 0 ;;
esac

profile=/etc/apparmor.d/piyue
if [ -e "$profile" ]; then
  if apparmor_status --enabled > /dev/null 2>&1 && ! ischroot 2> /dev/null; then
    apparmor_parser --remove "$profile" ||
      echo 'The AppArmor profile is gone after the next start of the system.' >&2
  fi
  rm -f "$profile"
fi
