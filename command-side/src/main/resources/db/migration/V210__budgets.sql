-- What the nodes share of another system's budget. All of it is about seconds: lost, it is made anew.

-- One row an account: how many calls it takes at the moment, which follows its 429s.
create table budget_accounts (
  account      text             primary key,
  allowed      double precision not null,
  shrunk_at    timestamptz      not null default 'epoch',
  grown_at     timestamptz      not null default 'epoch',
  paused_until timestamptz      not null default 'epoch' -- as far as a Retry-After reaches
);

-- The permits that a node has for a while, and how many calls each of its lanes wants to have under way.
create table budget_leases (
  account     text        not null,
  node        text        not null,
  permits     integer     not null,
  interactive integer     not null,
  workflow    integer     not null,
  backfill    integer     not null,
  expires_at  timestamptz not null,
  primary key (account, node)
);

-- Calls drawn from an account's rate, until the sliding window has passed them.
create table budget_draws (
  account      text        not null,
  node         text        not null,
  block        bigint      not null,
  calls        integer     not null,
  counts_until timestamptz not null,
  primary key (account, node, block)
);

-- For whom a task waits: it is woken when that system answers again. Ours; db-scheduler does not look at it.
alter table tasks_erp add column waits_for text;
alter table tasks_carrier add column waits_for text;
alter table tasks_internal add column waits_for text;
create index tasks_erp_waiting on tasks_erp (waits_for) where waits_for is not null;
create index tasks_carrier_waiting on tasks_carrier (waits_for) where waits_for is not null;
create index tasks_internal_waiting on tasks_internal (waits_for) where waits_for is not null;
