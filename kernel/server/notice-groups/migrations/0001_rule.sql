-- 群通知: which happenings of matters a robot tells its group of. A row says yes or is taken away; it is never changed.
create schema if not exists notice_group;

create table notice_group.rule (
  id uuid primary key,
  -- The robot's channel, which is kept elsewhere; once that is removed nothing is sent and the page says so.
  robot uuid not null,
  kinds text[] not null check (cardinality(kinds) > 0),
  locale text not null check (locale in ('zh', 'en')),
  -- Null: of any kind.
  matter text,
  -- Null: of any organ; else of this one and those below it.
  organ uuid,
  -- A row that the matter names, such as the team that goes to the site. Null: whatever it names.
  about_register text,
  about uuid,
  written_at timestamptz not null,
  written_by text not null,
  check ((about is null) = (about_register is null))
);
-- One robot and one choice of matters is one row.
create unique index rule_once on notice_group.rule (
  robot, (coalesce(matter, '')), (coalesce(organ, '00000000-0000-0000-0000-000000000000'::uuid)), (coalesce(about, '00000000-0000-0000-0000-000000000000'::uuid))
);
