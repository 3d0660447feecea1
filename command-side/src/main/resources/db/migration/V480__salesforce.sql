-- How far each topic of Salesforce's Pub/Sub API has been dealt with. The ids are opaque.
create table salesforce_positions (
  topic     text        primary key,
  replay_id bytea       not null,
  moved_at  timestamptz not null
);

-- What became of each intent, and whether the org has been told. What an intent says is not kept: the org owns it.
create table salesforce_intents (
  intent_id    text        primary key,
  order_number text        not null,
  state        text        not null, -- WAITING, TAKEN or REFUSED
  detail       text,                 -- why it was refused, or what it waits for
  attempts     integer     not null,
  seen_at      timestamptz not null,
  decided_at   timestamptz,
  next_at      timestamptz not null, -- not to be decided again, or told, before
  told         boolean     not null,
  complaint    text                  -- why the org does not take our answer
);
create index salesforce_intents_open on salesforce_intents (next_at) where state = 'WAITING' or not told;
create index salesforce_intents_waiting on salesforce_intents (order_number) where state = 'WAITING';

-- Accounts that could not be taken as they are.
create table salesforce_accounts (
  account_id text        primary key,
  reason     text        not null,
  since      timestamptz not null
);

-- What the org is to be shown of each order, and what of that it has been told: kept by the processor "salesforce".
create table salesforce_orders (
  order_id     text        primary key,
  status       jsonb       not null,
  version      bigint      not null,
  saved        bigint      not null, -- the version that the record has
  published    bigint      not null, -- the version that an event told of
  attempts     integer     not null,
  next_at      timestamptz not null,
  complaint    text                  -- why the org does not take it: nothing newer is sent until somebody asks for it
);
create index salesforce_orders_open on salesforce_orders (next_at) where saved < version or published < version;

-- Of which customers the org may have to be told, kept by the processor "salesforce". What it is told is not kept here.
create table salesforce_customers (
  customer_id text        primary key,
  version     bigint      not null, -- the global index of the latest that was stated of it
  told        bigint      not null, -- up to where the org has been told
  next_at     timestamptz not null, -- not to be told before
  complaint   text                  -- why the org does not take it: nothing is sent until there is news, or somebody asks for it
);
create index salesforce_customers_open on salesforce_customers (next_at) where told < version;
