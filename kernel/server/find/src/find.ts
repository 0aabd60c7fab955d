// 全局搜索: rows of every register, matters and what the subsystems find besides, the closest first, each only as far as the reader's rights reach.
import { isSystem, verbsOf } from '@houqin/access'
import type { Actor } from '@houqin/access'
import type { System } from '@houqin/http'
import { queryTokens } from '@houqin/search'
import type { WireHit } from '@houqin/wire'
import { closeness } from './closeness.ts'
import { matchingMatters } from './matching-matters.ts'
import { matchingRows } from './matching-rows.ts'

export interface Question {
  readonly actor: Actor
  readonly q: string
}
/** Of each kind and in all: enough to recognise the one meant, which a longer word then finds. */
const each = 5
const most = 30

/** @returns nothing for a question that holds no letter, digit or character. */
export async function find(system: System, { actor, q }: Question): Promise<readonly WireHit[]> {
  if (isSystem(actor.principal)) throw new Error('The search is asked by people.')
  const tokens = queryTokens(q)
  if (tokens.length === 0) return []
  const can = verbsOf(actor.principal, system.catalogue)
  const registers = [...system.catalogue.registers.values()].filter(({ id }) => can[id]?.includes('read'))
  const matters = [...system.catalogue.matters.values()].filter(({ id }) => can[id])
  const found = await Promise.all([
    matchingMatters(system, { actor, q, tokens, matters, each }),
    matchingRows(system, { actor, q, tokens, registers, each }),
    ...system.finders.map((finder) => finder({ actor, q, each })),
  ])
  return found
    .flat()
    .map((one) => ({ one, rank: closeness(q, one) }))
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ one }) => one)
}
