// What is given up, handed on and kept for a duty 演示处置、调拨和长期用车: one disposal under way, one that should not be, a car one post has had for too long.
import { dice, daysAfter, districtSeed } from '@houqin/people/seed'
import type { SeedPerson } from '@houqin/people/seed'
import type { PastMatter } from '@houqin/matters'
import { disposal, standingUse, transfer } from '../../src/contract/index.ts'
import type { DistrictFleet, SeedVehicle } from '../district-fleet.ts'
import { plants } from '../plants.ts'

type Steps = readonly { readonly on: string; readonly step: string; readonly to: string; readonly input?: Readonly<Record<string, unknown>> }[]

/** @param receiver an organ whose establishment has room for one more. */
export function districtEnds({ worldDate, fleet, officer, receiver }: { worldDate: string; fleet: DistrictFleet; officer: SeedPerson; receiver: string }): { readonly disposals: readonly PastMatter[]; readonly transfers: readonly PastMatter[]; readonly standing: readonly PastMatter[] } {
  const roll = dice({ seed: districtSeed, day: worldDate, name: 'fleet ends' })
  const by = { person: officer.id, name: officer.name }
  const ordinary = fleet.vehicles.filter(({ grade }) => grade === 'ordinary')
  const ago = (days: number): string => daysAfter(worldDate, -days)
  const at = (day: string, hour = 10): Date => new Date(`${day}T${String(hour).padStart(2, '0')}:20:00+08:00`)
  const old = ordinary.filter(({ boughtOn }) => boughtOn < ago(8 * 365 + 3))
  const find = (cars: readonly SeedVehicle[], what: string): SeedVehicle => {
    const [car] = cars
    if (!car) throw new Error(`the district has no car ${what}`)
    return car
  }
  const past = (prefix: string, car: SeedVehicle, { asked, start, form, steps, due }: { asked: string; start: string; form: Readonly<Record<string, unknown>>; steps: Steps; due: string }): PastMatter => ({
    id: roll.id(), number: `${prefix}-${asked.replaceAll('-', '')}-0001`, requester: by, organ: car.organ, site: null, form: { vehicle: car.id, organ: car.organ, ...form },
    facts: Object.assign({}, ...steps.map(({ input }) => input ?? {})) as Record<string, unknown>,
    happened: [{ at: at(asked), step: null, to: start, by }, ...steps.map(({ on, ...step }, nth) => ({ at: at(on, 11 + nth), by, ...step }))], dueAt: at(due, 17),
  })
  const waits = find(old.filter(({ standing }) => standing === 'disposing'), 'that waits to be disposed of')
  const usable = find(old.filter(({ standing, id }) => standing === 'inUse' && id !== waits.id).slice(-1), 'that is old and in use')
  const appraisal = { appraiser: '清溪汽修一厂', appraisal: [] }
  const disposals = [
    past(disposal.prefix, waits, {
      asked: ago(40), start: 'asked', due: daysAfter(worldDate, 30), form: { why: 'renewal', grounds: '超过八年，发动机大修两次，维修费接近残值' },
      steps: [
        { on: ago(33), step: 'appraise', to: 'appraised', input: { usable: 'unusable', appraised: '车架锈蚀，制动管路老化，修复不经济', worth: '9600.00', ...appraisal } },
        { on: ago(31), step: 'submit', to: 'approved' },
      ],
    }),
    past(disposal.prefix, usable, {
      asked: ago(12), start: 'asked', due: daysAfter(worldDate, 3), form: { why: 'renewal', grounds: '超过八年' },
      steps: [{ on: ago(6), step: 'appraise', to: 'appraised', input: { usable: 'usable', appraised: '车况良好，按期保养，可以继续使用', worth: '21000.00', ...appraisal } }],
    }),
  ]
  const spare = ordinary.filter(({ standing, shared, use, kind, boughtOn, organ }) => organ !== receiver && standing === 'inUse' && !shared && use === 'emergency' && kind === 'car' && boughtOn > ago(6 * 365))
  const [handed, long, season] = [spare.at(0), spare.at(1), spare.at(2)]
  if (!handed || !long || !season) throw new Error('the district has no cars to spare')
  const transfers = [past(transfer.prefix, handed, { asked: ago(3), start: 'drafted', due: daysAfter(worldDate, 2), form: { what: 'organ', toOrgan: receiver, toUse: null, why: '本单位用车减少，调剂给用车紧张的单位' }, steps: [] })]
  const kept = (car: SeedVehicle, asked: string, days: number, duty: string): PastMatter => past(standingUse.prefix, car, {
    asked, start: 'drafted', due: daysAfter(worldDate, 60), steps: [{ on: asked, step: 'submit', to: 'agreed' }],
    form: { kind: 'standing', duty, begins: `${asked}T08:00:00+08:00`, ends: `${daysAfter(asked, days)}T08:00:00+08:00`, driver: null, whither: null, odometerOut: null, odometerBack: null, why: '任务期间随时出动，逐次申请来不及' },
  })
  return { disposals, transfers, standing: [kept(long, ago(300), plants.standingTooLong.days, '信访维稳专班'), kept(season, ago(20), 120, '冬季应急值守岗')] }
}
