-- Who stands below whom, and which customer a merged one is now: kept by the processor "customer".
create table customer_parents (
  customer_id text primary key,
  parent_id   text not null
);
create index customer_parents_parent on customer_parents (parent_id);

create table customer_successors (
  customer_id text primary key,
  survivor_id text not null
);

-- How far each account of the ERP has been asked for changes. In the ERP's own time, which has seconds and no zone.
create table erp_polls (
  account  text      not null,
  kind     text      not null,
  modified timestamp not null,
  record   bigint    not null,
  primary key (account, kind)
);

-- Changes of the last while that have been taken: pages overlap, for a change may be seen late.
create table erp_changes_taken (
  account  text      not null,
  kind     text      not null,
  record   bigint    not null,
  modified timestamp not null,
  primary key (account, kind, record, modified)
);
create index erp_changes_taken_old on erp_changes_taken (account, kind, modified);

