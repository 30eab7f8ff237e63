#!/bin/sh
# What the tests under test/audience and the benches of the audience lab need beside Node, from Debian or Ubuntu; as root.
# What cannot be had is named, and its tests are skipped and say so: nothing fails for it.
set -u
# RUNLEVEL keeps packages from starting servers of their own: the tests start theirs, on loopback, and end them.
export DEBIAN_FRONTEND=noninteractive RUNLEVEL=1
apt-get update -qq || echo 'the list of packages could not be brought up to date'
missing=''
for package in ffmpeg nginx-light tinyproxy-bin microsocks iproute2 nats-server wrk; do
  apt-get install -qq --no-install-recommends "$package" >/dev/null || missing="$missing $package"
done
for service in nginx microsocks nats-server; do
  if command -v systemctl >/dev/null 2>&1; then systemctl disable --now "$service" >/dev/null 2>&1 || true; fi
done
[ -z "$missing" ] || echo "could not be installed:$missing"
