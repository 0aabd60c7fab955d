// What has become of a journey by a moment 用车的经过: in which state it stands, by whose steps, as the engine would have written it.
import { decimal } from '@houqin/define'
import type { PastMatter, PastStep } from '@houqin/matters'
import type { SeedPerson } from '@houqin/people/seed'
import type { SeedUse } from './district-uses.ts'

interface Hands {
  readonly dispatcher: SeedPerson
  readonly drivers: ReadonlyMap<string, SeedPerson>
}
const minute = 60_000
/** Sent out at the latest so long before it leaves. */
const sentBefore = 45 * minute

/** @param odometer of the car as it leaves, km. @returns nothing of a journey nobody has asked for by then. */
export function pastUse(one: SeedUse, { number, now, odometer, dispatcher, drivers }: Hands & { number: string; now: Date; odometer: number }): PastMatter | undefined {
  const { asker, car, driver, leavesAt, returnsAt, kilometres, expenses } = one
  if (one.askedAt > now) return undefined
  const person = driver === null ? undefined : drivers.get(driver.person)
  const late = (one.kilometres % 9) * minute
  const at = {
    approved: new Date(one.askedAt.getTime() + (20 + (kilometres % 50)) * minute),
    sent: new Date(Math.max(one.askedAt.getTime() + 80 * minute, leavesAt.getTime() - sentBefore - (kilometres % 30) * minute)),
    left: new Date(leavesAt.getTime() + late), back: new Date(returnsAt.getTime() - late * 2), confirmed: new Date(returnsAt.getTime() + (30 + kilometres) * minute),
  }
  const by = ({ id, name }: SeedPerson): PastStep['by'] => ({ person: id, name })
  const happened: [PastStep, ...PastStep[]] = [{ at: one.askedAt, step: null, to: 'drafted', by: by(asker) }, { at: at.approved < now ? at.approved : now, step: 'submit', to: 'approved', by: by(asker) }]
  const facts: Record<string, unknown> = {}
  const planned = { outAt: leavesAt.toISOString(), backAt: returnsAt.toISOString() }
  const does = (when: Date, step: Omit<PastStep, 'at'>, sets: Record<string, unknown>): boolean => {
    if (when > now) return false
    happened.push({ at: when, ...step })
    Object.assign(facts, sets)
    return true
  }
  let dueAt: Date | null = new Date(at.approved.getTime() + 240 * minute)
  const cost = decimal.sum(expenses.map(({ amount }) => amount))
  if (car !== null && driver !== null && person !== undefined) {
    const sent = { vehicle: car.id, driver: driver.id, ...planned }
    if (does(at.sent, { step: 'dispatch', to: 'dispatched', by: by(dispatcher), input: sent }, { ...sent, person: person.id })) dueAt = leavesAt
    if (does(new Date(at.sent.getTime() + 12 * minute), { step: 'accept', to: 'dispatched', by: by(person) }, { acceptedAt: new Date(at.sent.getTime() + 12 * minute).toISOString() })) dueAt = leavesAt
    if (does(at.left, { step: 'depart', to: 'underway', by: by(person), input: { odometerOut: odometer, photosOut: [] } }, { odometerOut: odometer, leftAt: at.left.toISOString() })) dueAt = returnsAt
    if (does(at.back, { step: 'finish', to: 'returned', by: by(person), input: { odometerBack: odometer + kilometres, photosBack: [] } }, { odometerBack: odometer + kilometres, cameAt: at.back.toISOString(), kilometres, cost }))
      dueAt = new Date(returnsAt.getTime() + 3 * 24 * 60 * minute)
    if (does(at.confirmed, { step: 'confirm', to: 'closed', by: by(asker) }, {})) dueAt = null
  } else if (does(new Date(Math.max(at.sent.getTime(), at.approved.getTime() + minute)), { step: 'refuse', to: 'refused', by: by(dispatcher), comment: '这个时段车辆和驾驶员都已派出，请改时间或乘公共交通' }, {})) dueAt = null
  const state = happened.at(-1)?.to
  return {
    id: one.id, number, requester: by(asker), organ: asker.organ, site: null, happened, dueAt,
    form: {
      purpose: one.purpose, why: one.why, whence: one.site.name, site: one.site.id, whither: one.destination.name, leavesAt: leavesAt.toISOString(), returnsAt: returnsAt.toISOString(),
      passengers: one.passengers, traveller: null, phone: null, note: null,
    },
    facts,
    lines: { expenses: state === 'returned' || state === 'closed' ? expenses.map((values) => ({ at: at.back, by: person?.id ?? null, values: { ...values, receipt: null } })) : [] },
    rating: state === 'closed' && one.rating !== null ? { stars: one.rating, words: null } : null,
  }
}
