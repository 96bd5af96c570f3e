#!/bin/sh
exec /opt/Piyue/piyue "$@"
