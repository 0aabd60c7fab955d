// 二维码: the code printed for a row: made at the first call, the same for ever, never the row's id.
import type { Actor } from '@houqin/access'
import type { Db, Tx } from '@houqin/db'
import type { Register } from '@houqin/define'
import { opaqueCode, readOpaqueCode } from '@houqin/numbering'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import type { House } from './house.ts'
import { get } from './read.ts'

/** @throws Problem `bad-request` for a register without codes, `not-found`. */
export async function codeOf(tx: Tx, house: House, { actor, register, id }: { actor: Actor; register: Register; id: string }): Promise<string> {
  if (!register.coded) throw new Problem('bad-request', say(`${register.title}没有二维码。`, `Rows of ${register.id} have no printed code.`))
  const row = await get(tx, house, { actor, register, id })
  await sql`
    insert into register.code (code, register, row, made_at) values (${opaqueCode()}, ${register.id}, ${row.id}, ${house.clock.now()})
    on conflict (register, row) do nothing`.execute(tx)
  const { rows: [found] } = await sql<{ code: string }>`select code from register.code where register = ${register.id} and row = ${row.id}`.execute(tx)
  if (!found) throw new Error(`register.code lost the code of ${register.id} ${row.id}`)
  return found.code
}

/** @param code as somebody typed it. @returns which row it was printed for, before any question of rights; undefined for no code of ours. */
export async function rowOfCode(db: Db | Tx, code: string): Promise<{ readonly register: string; readonly row: string } | undefined> {
  const read = readOpaqueCode(code)
  if (read === undefined) return undefined
  const { rows } = await sql<{ register: string; row: string }>`select register, row from register.code where code = ${read}`.execute(db)
  return rows[0]
}
