-- What was answered to commands with an Idempotency-Key, stored in the transaction that stores their events, so that a
-- repeated one gets the first one's answer.
create table idempotency_keys (
  idempotency_key text        not null,
  actor           text        not null,
  fingerprint     text        not null,
  status          integer     not null,
  location        text,
  content_type    text,
  body            bytea       not null,
  answered_at     timestamptz not null,
  primary key (actor, idempotency_key)
);
create index idempotency_keys_age on idempotency_keys using brin (answered_at);
