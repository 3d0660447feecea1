-- What was answered to requests with an Idempotency-Key, so that a repeated one gets the first one's answer.
-- A key without an answer was claimed by a request that is under way, or whose process died.
create table idempotency_keys (
  idempotency_key text        not null,
  actor           text        not null,
  fingerprint     text        not null,
  claimed_at      timestamptz not null,
  status          smallint,
  location        text,
  content_type    text,
  body            bytea,
  primary key (actor, idempotency_key)
);
create index idempotency_keys_age on idempotency_keys (claimed_at);
