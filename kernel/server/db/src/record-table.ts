// The record of migrations 迁移记录: which have run here, and with which text.
export const recordTable = `
    create schema if not exists houqin;
    create table if not exists houqin.migration (
      schema text not null,
      name text not null,
      checksum text not null,
      applied_at timestamptz not null,
      primary key (schema, name)
    )`
