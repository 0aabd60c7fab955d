// What stands before the first migration: the record of migrations 迁移记录, which have run here and with which text, and the order of names.
// Names are read by 拼音 and numbers in them count by their value: 101, 102, 1001. PostgreSQL brings 拼音 (zh-x-icu) but not with numbers so.
export const recordTable = `
    create schema if not exists houqin;
    create collation if not exists public."zh-natural" (provider = icu, locale = 'zh-u-kn-true');
    create table if not exists houqin.migration (
      schema text not null,
      name text not null,
      checksum text not null,
      applied_at timestamptz not null,
      primary key (schema, name)
    )`
