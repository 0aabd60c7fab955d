-- 外包合同续签: which contract is to go on until when, and what was signed.
create table people.contract_renewal (
  matter uuid primary key references matter.matter,
  contractor uuid not null references people.contractor,
  until date not null,
  price numeric(18,2) not null,
  grounds text not null,
  papers uuid[] not null default '{}',
  signed_on date,
  contract uuid[] not null default '{}'
);
create index on people.contract_renewal (contractor);
