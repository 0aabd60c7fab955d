// The demonstration district: loaded into an empty database in one piece, its history behind the first page.
import { sql } from 'kysely'
import { localDate } from '@houqin/clock'
import type { DemoAccount, ServerPart } from '@houqin/compose'
import { countAnew } from '@houqin/db'
import type { Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import { enqueue } from '@houqin/jobs'
import type { Workers } from '@houqin/jobs'
import { beginToLive, openWorld } from './world.ts'

type Progress = (step: { zh: string; en: string }) => void

/** Whether nobody has begun to use this database. */
export async function isEmpty(system: System): Promise<boolean> {
  const { rows } = await sql`select 1 from access.account limit 1`.execute(system.db)
  return rows.length === 0
}
export async function isDemonstration(system: System): Promise<boolean> {
  const { rows } = await sql`select 1 from world.world`.execute(system.db)
  return rows.length > 0
}

/** One transaction: a start that is cut short leaves the database as empty as it was. */
export async function loadDistrict(system: System, parts: readonly ServerPart[], progress: Progress): Promise<void> {
  const { clock } = system
  await system.db.transaction().execute(async (tx) => {
    await openWorld(tx, clock)
    for (const { subsystem, demo } of parts) {
      if (!demo) continue
      progress({ zh: `装入演示数据：${subsystem.title}`, en: `loading the demonstration: ${subsystem.id}` })
      await demo.base({ tx, system, worldDate: clock.today() })
      await sql`insert into world.loaded (part, phase, at) values (${subsystem.id}, 'base', ${clock.now()})`.execute(tx)
      if (demo.lives) await beginToLive(tx, { part: subsystem.id, at: clock.now() })
      if (demo.history) await enqueue(tx, clock, { kind: kindOf(subsystem.id), title: `演示历史：${subsystem.title}` })
    }
    // After all history, being the youngest job: whoever holds an open matter finds it told.
    await enqueue(tx, clock, { kind: noticesKind, title: '演示通知' })
    await countAnew(tx)
  })
}

/** The workers that let history stream in; each part's in one transaction, so that a restart begins it anew. */
export function historyWorkers(system: System, parts: readonly ServerPart[]): Workers {
  return Object.fromEntries(
    parts.flatMap(({ subsystem, demo }) => {
      const load = demo?.history
      if (!load) return []
      const work: Workers[string] = ({ progress }) =>
        system.db.transaction().execute(async (tx) => {
          // said first: whoever takes the job over from one who was only slow waits here, and finds it done
          const { rows } = await sql`
            insert into world.loaded (part, phase, at) values (${subsystem.id}, 'history', ${system.clock.now()})
            on conflict do nothing returning part`.execute(tx)
          if (rows.length === 0) return
          await load({ tx, system, worldDate: await openedOn(tx), progress })
          if (demo.lives) await beginToLive(tx, { part: subsystem.id, at: system.clock.now() })
          await countAnew(tx)
        })
      return [[kindOf(subsystem.id), work]]
    }),
  )
}
/** What waits for people on the day the demonstration opens, and has come to them within the week. */
export function noticeWorkers(system: System): Workers {
  return {
    [noticesKind]: () =>
      system.db.transaction().execute(async (tx) => ({
        told: await system.notices.tellOfOpenMatters(tx, { since: new Date(system.clock.now().getTime() - 7 * 24 * 3_600_000) }),
      })),
  }
}
/** History fits the base it follows, also when midnight or a restart has come between. */
async function openedOn(tx: Tx): Promise<string> {
  const { rows: [world] } = await sql<{ opened_at: Date }>`select opened_at from world.world`.execute(tx)
  if (!world) throw new Error('there is history to load and no world')
  return localDate(world.opened_at)
}

const noticesKind = 'demonstration.notices'
const kindOf = (subsystem: string): string => `demonstration.${subsystem}`

export function demoAccounts(parts: readonly ServerPart[]): readonly DemoAccount[] {
  return parts.flatMap(({ demo }) => demo?.accounts ?? [])
}
