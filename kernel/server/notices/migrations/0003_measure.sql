-- Who set the measure last, so that two who change it do not overwrite each other.
alter table notice.measure add column version integer not null default 1, add column changed_at timestamptz, add column changed_by text;
