-- Who sat in a seat by his role or post when it was asked: who has lost that since then is followed by whoever has it.
alter table approval.task add column holder uuid;
create index task_of_holder on approval.task (holder) where state = 'open' and holder is not null;
