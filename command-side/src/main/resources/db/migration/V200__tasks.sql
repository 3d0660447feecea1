-- Tasks of db-scheduler, a table for each pool so that a slow dependency starves nobody.
-- The columns are db-scheduler's own (16.x, PostgreSQL).
create table tasks_erp (
  task_name            text                     not null,
  task_instance        text                     not null,
  task_data            bytea,
  execution_time       timestamp with time zone not null,
  picked               boolean                  not null,
  picked_by            text,
  last_success         timestamp with time zone,
  last_failure         timestamp with time zone,
  consecutive_failures integer,
  last_heartbeat       timestamp with time zone,
  version              bigint                   not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index tasks_erp_due on tasks_erp (execution_time);
create index tasks_erp_heartbeat on tasks_erp (last_heartbeat);

create table tasks_carrier (like tasks_erp including all);
create table tasks_internal (like tasks_erp including all);
