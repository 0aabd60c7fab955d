// Past patrols that fit 往期巡查相符: no more rounds walked, whole or with gaps, than were planned.
import type { Fitting } from '@houqin/compose'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { pastPatrol } from '../contract/index.ts'

export const pastPatrolsFit: Fitting = Object.freeze({
  register: pastPatrol,
  async refuse(tx: Parameters<Fitting['refuse']>[0], ids: readonly string[]) {
    const { rows: [wrong] } = await sql<{ label: string; planned: number; walked: number; gaps: number }>`
      select label, planned, walked, gaps from places.past_patrol where id = any(${ids}::uuid[]) and walked + gaps > planned limit 1`.execute(tx)
    if (!wrong) return
    const { label, planned, walked, gaps } = wrong
    const says = say(
      `“${label}”全部走到 ${walked} 次、有漏查 ${gaps} 次，合计多于应巡查 ${planned} 次，请与登记簿核对。`,
      `“${label}”: ${walked} walked and ${gaps} with gaps are more than ${planned} planned. Check the book it was taken from.`,
    )
    throw new Problem('bad-input', says, { issues: [{ at: walked > planned ? 'walked' : 'gaps', says }] })
  },
})
