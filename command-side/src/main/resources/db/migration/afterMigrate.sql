-- What the application's role may do; the tables belong to the role that migrates. Of what is history it may only add and
-- read: not even a program that was taken over can change it.
do $$
declare
  relation regclass;
begin
  if '${application}' = current_user then
    raise exception 'Flyway runs as the application''s role %: give it a role of its own (spring.flyway.user), to which the tables belong.', current_user;
  end if;
  for relation in
    select c.oid from pg_class c
    where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'flyway_schema_history'
  loop
    if relation::text in ('events', 'checkpoints', 'snapshots') then
      execute format('revoke all on %s from %I', relation, '${application}');
      execute format('grant select, insert on %s to %I', relation, '${application}');
    else
      execute format('grant select, insert, update, delete on %s to %I', relation, '${application}');
    end if;
  end loop;
  execute format('grant usage on schema %I to %I', current_schema(), '${application}');
end
$$;
