-- 制度标准: documents, their versions and articles, reading rows, the catalogue of matters, acknowledgements, rule-making.
create schema if not exists regulations;

create table regulations.document (
  id uuid primary key,
  title text not null,
  number text,
  issuer text,
  level text not null,
  kind text not null,
  standing text not null,
  adopted_on date,
  promulgated_on date,
  in_force_on date,
  superseded_by uuid references regulations.document,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid references regulations.document
);
create unique index on regulations.document (title) where retired_at is null;
create index on regulations.document (superseded_by);
create index on regulations.document (merged_into) where merged_into is not null;
create index on regulations.document (label collate "zh-x-icu", id);
create index on regulations.document using gin (search);

create table regulations.version (
  id uuid primary key,
  document uuid not null references regulations.document,
  number text,
  made_on date,
  in_force_on date,
  in_force_until date,
  origin text,
  articles integer not null,
  digest text not null,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid references regulations.version
);
create index on regulations.version (document);
create index on regulations.version (merged_into) where merged_into is not null;
create index on regulations.version (label collate "zh-x-icu", id);
create index on regulations.version (made_on);
create index on regulations.version using gin (search);

create table regulations.article (
  id uuid primary key,
  of uuid not null references regulations.version,
  position integer not null,
  part text,
  chapter text,
  section text,
  number text not null,
  text text not null,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid references regulations.article
);
create index on regulations.article (of);
create index on regulations.article (merged_into) where merged_into is not null;
create index on regulations.article (label collate "zh-x-icu", id);
create index on regulations.article (position);
create index on regulations.article using gin (search);

create table regulations.article__paragraphs (
  id uuid primary key,
  parent uuid not null references regulations.article on delete cascade,
  position integer not null,
  kind text not null,
  number text,
  text text not null
);
create index on regulations.article__paragraphs (parent);

create table regulations.provision (
  id uuid primary key,
  code text not null,
  title text not null,
  area text not null,
  value text not null,
  unit text,
  condition text,
  source text,
  mark text not null,
  reading text not null,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid references regulations.provision
);
create unique index on regulations.provision (code) where retired_at is null;
create index on regulations.provision (merged_into) where merged_into is not null;
create index on regulations.provision (label collate "zh-x-icu", id);
create index on regulations.provision (code collate "zh-x-icu", id);
create index on regulations.provision using gin (search);

create table regulations.catalogue_item (
  id uuid primary key,
  title text not null,
  matter text,
  owner text not null,
  "limit" text not null,
  feedback text not null,
  keywords text not null,
  position integer not null,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid references regulations.catalogue_item
);
create unique index on regulations.catalogue_item (title) where retired_at is null;
create index on regulations.catalogue_item (merged_into) where merged_into is not null;
create index on regulations.catalogue_item (label collate "zh-x-icu", id);
create index on regulations.catalogue_item (position);
create index on regulations.catalogue_item using gin (search);

create table regulations.catalogue_item__bases (
  id uuid primary key,
  parent uuid not null references regulations.catalogue_item on delete cascade,
  position integer not null,
  document text not null,
  clause text
);
create index on regulations.catalogue_item__bases (parent);

create table regulations.acknowledgement (
  id uuid primary key,
  of uuid not null references regulations.version,
  person uuid not null references people.person,
  at timestamptz not null,
  version integer not null default 1,
  label text not null,
  search text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  retired_at timestamptz,
  merged_into uuid references regulations.acknowledgement
);
create index on regulations.acknowledgement (of);
create index on regulations.acknowledgement (person);
create index on regulations.acknowledgement (merged_into) where merged_into is not null;
create index on regulations.acknowledgement (label collate "zh-x-icu", id);
create index on regulations.acknowledgement (at);
create index on regulations.acknowledgement using gin (search);

create table regulations.rule_making (
  matter uuid primary key references matter.matter,
  title text not null,
  aim text not null,
  document uuid references regulations.document,
  reason text not null,
  draft text,
  papers uuid[] not null default '{}',
  opinions_until date,
  heard text,
  finding text,
  number text,
  in_force_on date,
  worth text
);
create index on regulations.rule_making (document);

-- 全文检索: the tokens of the whole text of an article, by which it is found.
create table regulations.article_token (
  article uuid primary key references regulations.article on delete cascade,
  tokens text[] not null
);
create index on regulations.article_token using gin (tokens) with (fastupdate = off);

-- The arrays lie outside the rows, so that reading all rows looks cheap to the planner and takes 40 ms: by the index always.
create function regulations.articles_holding(wanted text[]) returns setof uuid stable language sql set enable_seqscan to off
  as 'select article from regulations.article_token where tokens @> wanted';
create function regulations.articles_touching(wanted text[]) returns setof uuid stable language sql set enable_seqscan to off
  as 'select article from regulations.article_token where tokens && wanted';

-- 条目的依据: what each provision says it rests on, and what became of it when the text was looked up.
create table regulations.ground (
  provision uuid not null references regulations.provision on delete cascade,
  position integer not null,
  document text not null,
  clause text,
  of_document uuid references regulations.document,
  article uuid references regulations.article on delete cascade,
  standing text not null,
  missing text[] not null default '{}',
  primary key (provision, position)
);
create index on regulations.ground (article);
create index on regulations.ground (of_document);
create index on regulations.ground (standing);
