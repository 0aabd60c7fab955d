-- Every deed writes an entry, and each index with it. Entries are asked for by subject and in the order they were written, never by actor alone;
-- a span of time lies together, as they were written.
drop index audit.entry_actor;
drop index audit.entry_at;
create index entry_at on audit.entry using brin (at);
