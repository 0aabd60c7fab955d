// Renewals to come 往后的续签: what ends is asked for in time by whoever keeps it, agreed to and signed; some are late, and until then the due list says so.
import { addWorkingHours, workingCalendar } from '@houqin/calendar'
import { addDays, instantOf, localDate } from '@houqin/clock'
import { leftToTheWorld, startInWorld, stepInWorld, worldActor } from '@houqin/compose'
import type { Bringing, Living } from '@houqin/compose'
import type { Db, Tx } from '@houqin/db'
import type { Matter, Role } from '@houqin/define'
import { dice } from './dice.ts'
import type { Dice, World } from './dice.ts'
import type { SeedPerson } from './district-persons.ts'

/** What ends and is not being renewed. */
export interface Ending {
  readonly id: string
  /** The last day, YYYY-MM-DD. */
  readonly until: string
}
export interface Renewing {
  readonly world: World
  readonly matter: Matter
  readonly standing: (db: Db | Tx) => Promise<readonly Ending[]>
  readonly form: (ending: Ending, until: string, roll: Dice) => Readonly<Record<string, unknown>>
  readonly keeper: SeedPerson
  readonly keeps: Role
  readonly leader: SeedPerson
  readonly leads: Role
}
const calendar = workingCalendar()
/** So many are asked for only when they have ended. */
const late = 0.2
/** Whoever signs in has so many working hours to do himself what waits for him. */
const patience = 7.5

/** What had ended when the demonstration was opened was planted, and stays. */
export async function bringRenewals(bringing: Bringing, { world, matter, standing, form, keeper, keeps }: Renewing): Promise<void> {
  const { tx, openedAt, from, to } = bringing
  const opened = localDate(openedAt)
  for (const ending of await standing(tx)) {
    if (ending.until < opened) continue
    const roll = dice({ ...world, name: `renewal of ${ending.id} ${ending.until}` })
    const wished = addDays(ending.until, roll.chance(late) ? roll.int(3, 12) : -roll.int(18, 40))
    const earliest = addDays(opened, roll.int(1, 6))
    let day = wished < earliest ? earliest : wished
    while (!calendar.isWorkingDay(day)) day = addDays(day, 1)
    const at = instantOf({ date: day, time: `${String(roll.int(9, 16)).padStart(2, '0')}:${String(roll.int(0, 59)).padStart(2, '0')}` })
    if (at <= from || at > to) continue
    const year = Number(ending.until.slice(0, 4)) + 1
    const until = ending.until.endsWith('-02-29') ? `${year}-02-28` : `${year}${ending.until.slice(4)}`
    await startInWorld(bringing, matter, { at, actor: worldActor(keeper, keeps), input: form(ending, until, roll) })
  }
}

export async function moveRenewals(living: Living, { world, matter, keeper, keeps, leader, leads }: Renewing): Promise<void> {
  for (const { number, version, state, since, openedAt } of await leftToTheWorld(living.system.db, matter)) {
    if (openedAt <= living.openedAt) continue
    const roll = dice({ ...world, name: `${number} ${version}` })
    const at = addWorkingHours(since, patience + roll.skewed(1, 6, 30), calendar)
    if (at > living.to) continue
    if (state === 'asked') await stepInWorld(living, { matter, number, version }, { at, actor: worldActor(leader, leads), step: 'agree' })
    if (state === 'agreed') await stepInWorld(living, { matter, number, version }, { at, actor: worldActor(keeper, keeps), step: 'sign', input: { signedOn: localDate(at), contract: [] } })
  }
}
