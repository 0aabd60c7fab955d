-- 审批中: which step of a matter waits for approval, whose decision it waits for, and what they did in its timeline.
alter table matter.matter add column approving text;

-- Everybody whose decision is waited for now; empty unless a step is being approved.
create table matter.awaited (
  matter uuid not null references matter.matter,
  person uuid not null,
  primary key (person, matter)
);
create index awaited_of_matter on matter.awaited (matter);

alter table matter.event add column deed text;
alter table matter.event drop constraint event_what_check;
alter table matter.event add constraint event_what_check check (what in ('start', 'step', 'comment', 'link', 'overdue', 'approval'));
alter table matter.event add constraint event_deed_of_approval check ((what = 'approval') = (deed is not null));

-- Asked to decide, and agreed: whoever agreed executes nothing afterwards.
alter table matter.party drop constraint party_why_check;
alter table matter.party add constraint party_why_check check (why in ('requester', 'holder', 'named', 'acted', 'watcher', 'approver', 'agreed'));
