#!/bin/sh
# What the tests under test/audience and the benches of the audience lab need beside Node, from Debian or Ubuntu.
# Without it those tests are skipped, and say which program is missing.
set -eu
apt-get update
apt-get install --yes --no-install-recommends ffmpeg nginx-light tinyproxy microsocks iproute2 nats-server wrk
# Debian starts some of them as services; the tests start their own, on loopback, and end them.
for service in nginx tinyproxy microsocks nats-server; do
  if command -v systemctl >/dev/null 2>&1; then systemctl disable --now "$service" || true; fi
done
