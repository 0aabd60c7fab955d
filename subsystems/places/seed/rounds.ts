// Rounds of the demonstration 演示的巡查与轮值: a morning patrol in every managed site, and a night watch planned beyond the roster.
import { systemActor } from '@houqin/access'
import { addDays } from '@houqin/clock'
import type { Seeding } from '@houqin/compose'
import { addPlan } from '@houqin/plans'
import type { DistrictPlaces } from '../seed.ts'
import { duty, dutyGroup, patrol, patrolRoute, roomPurposes } from '../src/contract/index.ts'
import type { RoomPurpose } from '../src/contract/index.ts'
import { planDesk } from '../src/server/plans.ts'

/** What a steward looks at first thing, in the order he walks. */
const looked: readonly { readonly purpose: RoomPurpose; readonly look: string }[] = [
  { purpose: 'lobby', look: '地面干燥、门禁正常、疏散通道畅通' },
  { purpose: 'powerRoom', look: '无异味异响，仪表正常，门已锁' },
  { purpose: 'pumpRoom', look: '压力正常，无渗漏' },
  { purpose: 'stairs', look: '应急照明亮，无堆物，灭火器压力在绿区' },
  { purpose: 'serverRoom', look: '温度正常，空调运行' },
  { purpose: 'toilet', look: '无漏水，洁具完好' },
]
/** The roster of the demonstration is typed until then. */
const rosterAhead = 14

export async function seedRounds({ tx, system, worldDate, places }: Pick<Seeding, 'tx' | 'system' | 'worldDate'> & { readonly places: DistrictPlaces }): Promise<void> {
  const desk = planDesk(system)
  for (const site of places.sites.filter(({ managed }) => managed)) {
    const rooms = places.rooms.filter((room) => room.site === site.id)
    const points = looked.flatMap(({ purpose, look }) => {
      const room = rooms.find((one) => one.purpose === purpose)
      return room ? [{ place: `${room.number} ${room.title ?? roomPurposes[purpose]}`, room: room.id, area: null, look }] : []
    })
    if (points.length === 0) continue
    const [route] = await system.registers.bulkInsert(tx, patrolRoute, [{ site: site.id, name: '早间安全巡查', note: '上班后第一圈', lines: { points } }])
    await addPlan(tx, desk, systemActor, {
      kind: patrol.id, title: '早间安全巡查', rule: { every: 'working-day', interval: 1, daysOff: 'keep' }, starts: worldDate, ends: null, missed: 'skip', site: site.id, input: { route },
    })
    const watchers = [...new Set(places.duties.filter((one) => one.site === site.id && one.shift === 'night').map(({ person }) => person))]
    if (watchers.length < 3) continue
    const [group] = await system.registers.bulkInsert(tx, dutyGroup, [{ site: site.id, name: '夜间值班', shift: 'night', part: 'officer', lines: { members: watchers.map((person) => ({ person })) } }])
    await addPlan(tx, desk, systemActor, {
      kind: duty.id, title: '夜间值班', rule: { every: 'day', interval: 1, daysOff: 'keep' }, starts: addDays(worldDate, rosterAhead + 1), ends: null, missed: 'each', site: site.id, input: { group },
    })
  }
}
