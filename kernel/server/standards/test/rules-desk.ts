// The rules of the samples at work on a database of its own.
import { systemActor } from '@houqin/access'
import type { Actor, Grant } from '@houqin/access'
import { transaction } from '@houqin/db'
import type { Db, Tx } from '@houqin/db'
import { catalogueOf } from '@houqin/define'
import { fakeClock, testDatabase } from '@houqin/testing'
import { createStandards, standardTables } from '@houqin/standards'
import type { Standards } from '@houqin/standards'
import { rules } from './rules.ts'

export const sites = Object.freeze({ yard: '00000000-0000-7000-8000-00000000000a', annex: '00000000-0000-7000-8000-00000000000b' })

export async function openRules(): Promise<{ db: Db; standards: Standards; write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T> }> {
  const { db } = await testDatabase({ sets: [standardTables, { schema: 'rule', folder: new URL('migrations/', import.meta.url) }] })
  const standards = createStandards({ catalogue: catalogueOf([rules]), clock: fakeClock('2026-11-24T09:30:00+08:00') })
  const write = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => transaction(db, work)
  await write((tx) => standards.sync(tx))
  return { db, standards, write }
}

export function reader(grants: readonly Grant[]): Actor {
  const principal = { account: '00000000-0000-7000-8000-000000000009', person: null, name: '刘敏', session: 'session', grants }
  return { ...systemActor, principal, ip: '10.0.0.1', request: 'request' }
}
