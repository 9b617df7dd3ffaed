#!/bin/sh
# Makes a Kafka user (SCRAM-SHA-512) for each variable <NAME>_KAFKA_PASSWORD, or gives it that password: AGENCY_REQUESTS_KAFKA_PASSWORD is for the
# user agency-requests. For the broker at KAFKA_BROKERS, by a way in where one may do that (docker-compose.yml: the broker's own loopback).
# Passwords are letters, digits, - and _; they go by a file that nobody else may read, never by a command line.
set -eu
umask 077
tools=${KAFKA_TOOLS:-/opt/kafka/bin}
settings=$(mktemp)
trap 'rm -f "$settings"' EXIT

for variable in $(env | sed -n 's/^\([A-Z_]*\)_KAFKA_PASSWORD=.*/\1/p'); do
  user=$(printf '%s' "$variable" | tr 'A-Z_' 'a-z-')
  password=$(printenv "${variable}_KAFKA_PASSWORD")
  case $password in
    '' | *[!A-Za-z0-9_-]*)
      echo "${variable}_KAFKA_PASSWORD must be letters, digits, - and _" >&2
      exit 2
      ;;
  esac
  printf 'SCRAM-SHA-512=password=%s\n' "$password" > "$settings"
  "$tools/kafka-configs.sh" --bootstrap-server "$KAFKA_BROKERS" --alter --entity-type users --entity-name "$user" --add-config-file "$settings"
done
