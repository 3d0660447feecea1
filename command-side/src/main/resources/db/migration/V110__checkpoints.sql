-- What the notary signed, beside the copies outside the database, which are what counts: here an auditor finds them
-- with the events, and the notary where to go on. A log whose key was changed has another origin.
create table checkpoints (
  origin    text        not null,
  size      bigint      not null, -- so many events, from the first on
  note      text        not null, -- a C2SP signed note, exactly as it was signed
  state     bytea       not null, -- where a walk over the log stands there; the signed root authenticates it
  signed_at timestamptz not null default now(),
  primary key (origin, size)
);
