-- Exceptions of orders that wait for a person: kept by the processor "bulk", so that a remedy can name many at once.
create table open_exceptions (
  exception_id text        primary key,
  order_id     text        not null,
  cause        text        not null,
  queue        text        not null,
  parked_at    timestamptz not null
);
create index open_exceptions_cause on open_exceptions (cause, parked_at);
create index open_exceptions_order on open_exceptions (order_id);

-- One remedy for many exceptions. Its parameters are of those that lead to no person.
create table bulk_remedies (
  bulk_id    text        primary key,
  remedy     text        not null,
  parameters jsonb       not null,
  actor      text        not null,
  roles      text[]      not null,
  asked_at   timestamptz not null
);

create table bulk_remedy_items (
  bulk_id      text not null references bulk_remedies,
  exception_id text not null,
  state        text not null, -- WAITING, APPLIED or REFUSED
  detail       text,          -- why it was refused
  primary key (bulk_id, exception_id)
);
