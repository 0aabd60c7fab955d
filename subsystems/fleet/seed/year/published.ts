// Last year as it was published 去年的公示: added up from the ledgers as any publication is, frozen, drafted by one officer and checked by the other.
import { createHash } from 'node:crypto'
import { addWorkingDays, workingCalendar } from '@houqin/calendar'
import { instantOf } from '@houqin/clock'
import type { HistorySeeding } from '@houqin/compose'
import { decimal } from '@houqin/define'
import { dice } from '@houqin/people/seed'
import { sql } from 'kysely'
import { fleetPublication } from '../../src/contract/index.ts'
import { figuresOf } from '../../src/server/publication/publish.ts'
import { seedAccount } from '../account.ts'
import { officeAccounts } from '../office/accounts.ts'
import { inOrgan } from '../office/load-uses.ts'
import type { UseDistrict } from '../office/load-uses.ts'
import { layMonthsBefore } from './months-before.ts'

/** The year before the world's own; in January it is not published yet, and the one before it is the last. */
export async function loadPublication(seeding: HistorySeeding, { world, people }: Pick<UseDistrict, 'world' | 'people'>): Promise<void> {
  const { tx, system, worldDate: day } = seeding
  const year = Number(day.slice(0, 4)) - (day.slice(5) < '02-01' ? 2 : 1)
  await layMonthsBefore(seeding, year)
  const { organs, cars } = await figuresOf(tx, { from: `${year}-01-01`, to: `${year}-12-31` })
  const [sheet, behind] = [JSON.stringify(organs), JSON.stringify(cars)]
  const officer = inOrgan(people, { organ: '机关事务局', name: seedAccount.name })
  const second = inOrgan(people, { organ: '机关事务局', name: officeAccounts.find(({ username }) => username === 'xie.xiaolin')?.name ?? '' })
  const calendar = workingCalendar()
  const drafted = addWorkingDays(`${year + 1}-01-11`, 0, calendar)
  const [checked, published] = [addWorkingDays(drafted, 1, calendar), addWorkingDays(drafted, 2, calendar)]
  const [by, byOther] = [officer, second].map(({ id, name }) => ({ person: id, name }))
  if (!by || !byOther) return
  const id = dice({ ...world, name: 'fleet publication' }).id()
  await system.matters.recordPast(tx, fleetPublication, [{
    id, number: `${fleetPublication.prefix}-${drafted.replaceAll('-', '')}-0001`, requester: by, organ: null, site: null, dueAt: null, form: { year, corrects: null },
    facts: {
      until: `${year}-12-31`, edition: 1, organs: organs.length, cars: cars.length, total: decimal.sum(['0.00', ...organs.flatMap(({ total }) => total ?? [])]), publishedOn: published,
      digest: createHash('sha256').update(sheet).update(behind).digest('hex'),
    },
    happened: [
      { at: instantOf({ date: drafted, time: '10:05' }), step: null, to: 'draft', by }, { at: instantOf({ date: checked, time: '15:20' }), step: 'check', to: 'checked', by: byOther, comment: `${year} 年启用本系统前的月份由原台账按月结转，已与油卡账单和里程登记核对` }, { at: instantOf({ date: published, time: '09:30' }), step: 'publish', to: 'published', by },
    ],
  }])
  await sql`insert into fleet.published (matter, organs, cars) values (${id}::uuid, ${sheet}::jsonb, ${behind}::jsonb)`.execute(tx)
}
