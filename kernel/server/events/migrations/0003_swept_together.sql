-- What is swept away at once was written together: no entry for each event is needed to find it.
drop index events.event_at;
create index event_at on events.event using brin (at);
