-- 核验期限: by when what came of a holiday is to be known.
alter table fleet.immobilisation add column verify_by date;
create index on fleet.immobilisation (verify_by);
