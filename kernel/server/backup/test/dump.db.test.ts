// The count of what is copied out 抄出: right however the database's answers come through the socket.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createConnection, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { test } from 'node:test'
import type { TestContext } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { auditTables } from '@houqin/audit'
import { filesTables } from '@houqin/files'
import { testDatabase } from '@houqin/testing'
import { sql } from 'kysely'
import { connect, dump } from '../src/dump.ts'
import type { ArchiveWriter } from '../src/write-archive.ts'

test('every table has as many rows as its archive promises, however late the database says how many they were', async (t) => {
  const { db, url } = await testDatabase({ sets: [auditTables, filesTables] })
  await sql`create table audit.lamp (room text primary key)`.execute(db)
  await sql`insert into audit.lamp select '3' || n from generate_series(1, 40) as n`.execute(db)
  const client = await connect(await slowToCount(t, url), 'houqin backup')
  const archive: Pick<ArchiveWriter, 'add'> = { add: async (name, size) => ({ name, size, sha256: '' }) }
  const { tables } = await dump({ client, archive: archive as ArchiveWriter, rules: [], progress: () => undefined })
  await client.end()
  const { rows: [migrations] } = await sql<{ count: number }>`select count(*)::int as count from houqin.migration`.execute(db)
  const counted = new Map(tables.map(({ name, rows }) => [name, rows]))
  assert.deepEqual([counted.get('audit.lamp'), counted.get('houqin.migration'), counted.get('audit.entry')], [40, migrations?.count, 0])
})

/** What the database says behind the last row of a COPY. */
const copyDone = Buffer.of(0x63, 0, 0, 0, 4)

/** Between the client and the database: what comes behind the last row of a copy comes a moment later. @returns the address that leads through it. */
async function slowToCount(t: TestContext, url: string): Promise<string> {
  const there = new URL(url)
  const folder = there.searchParams.get('host')
  const port = Number(there.port || '5432')
  const sockets = new Set<Socket>()
  const server = createServer((near) => {
    const far = folder === null ? createConnection(port, there.hostname) : createConnection(`${folder}/.s.PGSQL.${port}`)
    for (const socket of [near, far]) sockets.add(socket.on('error', () => near.destroy()))
    near.pipe(far)
    const handOn = async (): Promise<void> => {
      for await (const piece of far as AsyncIterable<Buffer>) {
        const at = piece.indexOf(copyDone)
        const end = at < 0 ? piece.length : at + copyDone.length
        near.write(piece.subarray(0, end))
        if (end < piece.length) await pause(50)
        near.write(piece.subarray(end))
      }
      near.end()
    }
    handOn().catch(() => near.destroy())
  })
  t.after(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  there.searchParams.delete('host')
  there.hostname = '127.0.0.1'
  there.port = String((server.address() as AddressInfo).port)
  return there.toString()
}
