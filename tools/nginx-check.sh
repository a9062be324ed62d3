#!/usr/bin/env bash
# Runs the nginx example of docs/guide/operator.md, word for word but for names, ports and certificate, against the program on loopback, and checks
# what a reader then gets. Needs nginx and openssl (Debian: apt-get install nginx-light openssl) and a built program: tools/nginx-check.sh [openupr.dll]
set -euo pipefail
cd "$(dirname "$0")/.."
program=$(realpath "${1:-artifacts/bin/OpenUpr.App/debug/openupr.dll}")
app=${APP_PORT:-5094} tls=${TLS_PORT:-5095}
work=$(mktemp -d)
pids=()
trap 'for p in "${pids[@]}"; do kill "$p" 2>/dev/null || true; done; wait; rm -rf "$work"' EXIT

openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=upr.example.org -keyout "$work/key.pem" -out "$work/cert.pem" 2>/dev/null
{
  printf 'pid %s/nginx.pid;\ndaemon off;\nerror_log %s/error.log;\nevents {}\nhttp {\nclient_body_temp_path %s/b;\nproxy_temp_path %s/p;\nfastcgi_temp_path %s/f;\nuwsgi_temp_path %s/u;\nscgi_temp_path %s/s;\n' "$work" "$work" "$work" "$work" "$work" "$work" "$work"
  sed -n '/^```nginx$/,/^```$/p' docs/guide/operator.md | sed '/^```/d' \
    | sed -e "s#listen 443#listen 127.0.0.1:$tls#" -e "s#/etc/ssl/upr.example.org.pem#$work/cert.pem#" -e "s#/etc/ssl/upr.example.org.key#$work/key.pem#" -e "s#127.0.0.1:5080#127.0.0.1:$app#"
  echo '}'
} > "$work/nginx.conf"

dotnet "$program" serve --demo --urls "http://127.0.0.1:$app" --hosts upr.example.org --behind-proxy 127.0.0.1 --api-origins any 2> "$work/app.log" &
pids+=($!)
nginx -c "$work/nginx.conf" -p "$work" &
pids+=($!)
for _ in $(seq 120); do curl -skf -o /dev/null --resolve "upr.example.org:$tls:127.0.0.1" "https://upr.example.org:$tls/health" && break; sleep 1; done

ask() { curl -sk -D - -o "$work/body" --resolve "upr.example.org:$tls:127.0.0.1" "$@"; }
fail() { echo "nginx-check: $1"; exit 1; }
ask "https://upr.example.org:$tls/" > "$work/head"
grep -q '^HTTP/1.1 200' "$work/head" || fail "the first page does not come: $(head -1 "$work/head")"
grep -qi '^strict-transport-security: max-age=31536000' "$work/head" || fail "no HSTS behind TLS"
ask "https://upr.example.org:$tls/metrics" | grep -q '^HTTP/1.1 404' || fail "/metrics is open"
ask "https://upr.example.org:$tls/operator" | grep -q '^HTTP/1.1 303' || fail "the gate is open"
ask -H 'Host: evil.example' "https://upr.example.org:$tls/" | grep -q '^HTTP/1.1 400' || fail "another host name is answered"
ask -H 'X-Forwarded-For: 127.0.0.1' "https://upr.example.org:$tls/metrics" | grep -q '^HTTP/1.1 404' || fail "a forged address is believed"
curl -s -D - -o /dev/null -H 'Host: upr.example.org' -H 'X-Forwarded-Proto: https' "http://127.0.0.1:$app/" | grep -qi '^HTTP/1.1 200' || fail "the program itself does not answer"
echo "nginx-check: good ($(nginx -v 2>&1))"
