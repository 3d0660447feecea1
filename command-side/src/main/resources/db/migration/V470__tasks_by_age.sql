-- When a task was first planned: what waited for a system is woken in this order.
alter table tasks_erp add column planned_at timestamptz not null default now();
alter table tasks_carrier add column planned_at timestamptz not null default now();
alter table tasks_internal add column planned_at timestamptz not null default now();
