-- Events that a processor of the command side could not handle: only where they stand in the log, never what is in them.
create table dead_letters (
  processor    text        not null,
  global_index bigint      not null,
  sequence_id  text        not null, -- the aggregate: what comes after a parked event of it waits too
  cause        text        not null,
  enqueued_at  timestamptz not null,
  touched_at   timestamptz not null,
  primary key (processor, global_index)
);
create index dead_letters_sequence on dead_letters (processor, sequence_id, global_index);
