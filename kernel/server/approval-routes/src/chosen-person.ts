// A person somebody chooses 选定的人: to decide in his place or besides him, or to be told.
import type { Tx } from '@houqin/db'
import { badInput, isId } from '@houqin/fields'
import { say } from '@houqin/problem'
import { targetsOf } from '@houqin/rows'
import { deputyFor, faultOf, vacancyWords } from './candidates.ts'
import type { Place } from './candidates.ts'
import type { Desk } from './desk.ts'

export interface Chosen {
  readonly id: string
  readonly name: string
  /** Who stands in for him while he is on leave. */
  readonly deputy: string | null
}

/** @param place where he is to decide; absent for a name alone. @throws Problem bad-input for nobody, or who cannot. */
export async function personNamed(tx: Tx, desk: Desk, id: unknown, { place, copy = false }: { place?: Place; copy?: boolean } = {}): Promise<Chosen> {
  const register = desk.catalogue.dimensions.person?.id ?? ''
  const found = typeof id === 'string' && isId(id) ? (await targetsOf(tx, new Map([[register, new Set([id])]]))).get(id) : undefined
  if (found === undefined || typeof id !== 'string') throw badInput([{ at: 'to', says: say('请选择一位人员', 'Choose a person') }])
  if (place === undefined) return { id, name: found.name, deputy: null }
  const deputy = copy ? null : await deputyFor(tx, desk, { person: id, place })
  const fault = deputy === null ? await faultOf(tx, desk, id) : null
  if (fault !== null) throw badInput([{ at: 'to', says: say(`${found.name}不能办理：${vacancyWords[fault].zh}，请另选一位`, `${found.name} cannot: ${vacancyWords[fault].en}; choose somebody else`) }])
  return { id, name: found.name, deputy }
}
