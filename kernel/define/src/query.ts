// A query 查询 as a contract may hold one: a function of kysely's sql tag, so that declarations stay free of IO.
import type { RawBuilder, Sql } from 'kysely'

export type SqlTag = Sql
export type Query<Row> = RawBuilder<Row>
