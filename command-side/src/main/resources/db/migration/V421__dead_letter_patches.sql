-- By which approval a parked event is handled as if it said something else; what it says then stands, sealed, in the approval.
alter table dead_letters add column patched_by text;
