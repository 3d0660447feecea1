-- The log. Rows are never changed; the index is dense and in the order of commits.
create table events (
  global_index   bigint      primary key,
  aggregate_type text        not null,
  aggregate_id   text        not null,
  sequence       bigint      not null,
  event_id       uuid        not null,
  wire_name      text        not null,
  payload        bytea       not null, -- exactly the bytes that were hashed
  metadata       bytea       not null, -- exactly the bytes that were hashed
  occurred_at    timestamptz not null, -- business time
  recorded_at    timestamptz not null, -- our wall time, never going back
  hash           bytea       not null, -- links the event to its predecessor
  constraint events_aggregate_sequence unique (aggregate_type, aggregate_id, sequence)
);

-- Event ids are made here and begin with the time, so they stand nearly in the order of the log: a summary of each few
-- pages finds one. A unique index would cost a sixth of all appends.
create index events_event_id on events using brin (event_id uuid_minmax_multi_ops) with (pages_per_range = 32);

-- The end of the log. Whoever appends holds this row, so that two nodes never append at once.
create table event_head (
  id           smallint    primary key check (id = 1),
  global_index bigint      not null,
  hash         bytea       not null,
  recorded_at  timestamptz not null,
  epoch        bigint      not null -- raised by whoever takes over after a broken connection
) with (fillfactor = 10);           -- the row moves with each group: keep it within its page
insert into event_head values (1, 0, decode(repeat('00', 32), 'hex'), '1970-01-01T00:00:00Z', 0);

-- Where Axon's processors are (Axon 4.13, TokenSchema's default names).
create table tokenentry (
  processorname varchar(255) not null,
  segment       integer      not null,
  token         bytea,
  tokentype     varchar(255),
  timestamp     varchar(255),
  owner         varchar(255),
  primary key (processorname, segment)
);

-- How far the log is published to Kafka, and where each partition of the topic ended then.
create table publication (
  id           smallint primary key check (id = 1),
  global_index bigint   not null,
  topic_id     text,
  end_offsets  jsonb    not null
);
insert into publication values (1, 0, null, '{}');

-- Aggregates' states at some of their events: a ladder, nothing of it is ever changed.
create table snapshots (
  aggregate_type text        not null,
  aggregate_id   text        not null,
  revision       text        not null, -- of the state's shape; others are passed over
  sequence       bigint      not null, -- of the last event in it
  state          bytea       not null,
  taken_at       timestamptz not null,
  primary key (aggregate_type, aggregate_id, revision, sequence)
);
