-- 续租审批: what was asked and signed when a site's lease was to go on.
create table places.lease_renewal (
  matter uuid not null primary key,
  site uuid not null,
  until date not null,
  rent numeric(18,2) not null,
  grounds text not null,
  papers uuid[] not null default '{}',
  signed_on date,
  contract uuid[] not null default '{}'
);
alter table places.lease_renewal add foreign key (matter) references matter.matter (id);
alter table places.lease_renewal add foreign key (site) references places.site (id);
create index on places.lease_renewal (site);
