-- The vault that this database's keys are in, by a fingerprint that only it can make.
create table key_vault (
  id          smallint primary key check (id = 1),
  fingerprint bytea    not null
);

-- Epoch keys that are in use; the keys themselves are in the vault, outside the database. Once an epoch's row is gone,
-- nothing can be wrapped under it any more: that is what the reference below is for.
create table key_epochs (
  epoch    integer     primary key,
  began_at timestamptz not null -- business time
);

-- One key for each customer, wrapped under an epoch's. Its row is what an erasure deletes.
create table customer_keys (
  owner   text    primary key,                       -- a customer's number; house for what concerns none
  key_id  text    not null unique,
  epoch   integer not null references key_epochs,
  wrapped bytea   not null
);
create index customer_keys_epoch on customer_keys (epoch);

-- Customers whose data is to be erased, or is. No order is taken for them.
create table erasures (
  owner     text        primary key,
  closed_at timestamptz not null, -- our wall time: from here on no order is taken
  erased    boolean     not null default false,
  epoch     integer,              -- whose key wrapped the customer's key, once that is deleted
  completed boolean     not null default false
);

-- Orders that are neither completed nor cancelled, kept by the processor "erasure".
create table open_orders (
  order_id    text primary key,
  customer_id text not null
);
create index open_orders_customer on open_orders (customer_id);
