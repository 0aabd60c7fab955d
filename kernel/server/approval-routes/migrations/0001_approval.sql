-- 审批: routes as dated rows, the approvals that run by them, what each approver was asked and said, and who stands in for whom.
create extension if not exists btree_gist;
create schema if not exists approval;

-- A row never changes but for the end of its days: what runs by it keeps it.
create table approval.route (
  id uuid primary key,
  route text not null,
  -- Null: any.
  organ uuid,
  kind text,
  -- From an amount, included, to an amount, not included.
  amounts numrange not null check (not isempty(amounts)),
  valid daterange not null check (not isempty(valid)),
  stages jsonb not null check (jsonb_typeof(stages) = 'array'),
  -- Where the bureau decided it, in words.
  source text not null check (source <> ''),
  version integer not null default 1,
  -- The row it took the place of.
  replaces uuid references approval.route,
  -- Taken back before it held for a day.
  replaced_at timestamptz,
  written_at timestamptz not null,
  written_by text not null,
  constraint route_one_for_each exclude using gist (
    route with =, (coalesce(organ, '00000000-0000-0000-0000-000000000000'::uuid)) with =, (coalesce(kind, '')) with =,
    amounts with &&, valid with &&
  ) where (replaced_at is null)
);

create table approval.instance (
  id uuid primary key,
  matter uuid not null references matter.matter,
  kind text not null,
  step text not null,
  -- The row as it stood when the step was pressed.
  route uuid not null references approval.route,
  pressed_by uuid,
  pressed_name text not null,
  input jsonb not null,
  lines jsonb not null,
  comment text,
  stage integer not null default 0,
  version integer not null default 1,
  opened_at timestamptz not null,
  urged_at timestamptz,
  -- What the clock could not do, in a sentence.
  stuck text,
  outcome text not null default 'open' check (outcome in ('open', 'passed', 'refused', 'returned', 'withdrawn', 'ended')),
  ended_at timestamptz,
  ended_by uuid,
  ended_name text,
  words text,
  back_to text,
  check ((outcome = 'open') = (ended_at is null))
);
create unique index instance_one_open on approval.instance (matter) where outcome = 'open';
create index instance_of_matter on approval.instance (matter, opened_at desc);

create table approval.task (
  id uuid primary key,
  instance uuid not null references approval.instance,
  stage integer not null,
  -- Which of the route's seats it fills, and its turn among them.
  seat integer not null,
  place integer not null,
  kind text not null check (kind in ('seat', 'before', 'after', 'delegated', 'copy')),
  -- The task it was added to.
  parent uuid references approval.task,
  person uuid,
  -- Whom `person` decides for while that one is on leave.
  for_person uuid,
  vacancy text check (vacancy in ('nobody', 'left', 'disabled', 'no-account', 'asker')),
  state text not null check (state in ('waiting', 'open', 'agreed', 'refused', 'closed', 'told')),
  version integer not null default 1,
  opened_at timestamptz,
  due_at timestamptz,
  timed_out_at timestamptz,
  decided_at timestamptz,
  decided_by uuid,
  decided_name text,
  comment text,
  check (person is not null or vacancy is not null),
  check ((kind in ('seat')) = (parent is null) or kind = 'copy')
);
create index task_of_instance on approval.task (instance, stage, place);
create index task_of_person on approval.task (person) where state = 'open';
create index task_due on approval.task (due_at) where state = 'open' and timed_out_at is null;

create table approval.deputy (
  id uuid primary key,
  person uuid not null,
  deputy uuid not null check (deputy <> person),
  valid daterange not null check (not isempty(valid)),
  reason text not null check (reason <> ''),
  written_at timestamptz not null,
  written_by text not null,
  withdrawn_at timestamptz,
  constraint deputy_one_at_a_time exclude using gist (person with =, valid with &&) where (withdrawn_at is null)
);
