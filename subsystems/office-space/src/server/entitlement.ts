// What an organ may have 单位核定面积: the sheet worked out with the figures of a day, each with where it is written.
import type { Actor } from '@houqin/access'
import type { System } from '@houqin/http'
import { organ } from '@houqin/people'
import type { Rank } from '@houqin/people'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { entitlementOf, organArea } from '../contract/index.ts'
import type { Entitlement, EntitlementFigures, OrganSize } from '../contract/index.ts'
import { requireFigures } from './figures-in-force.ts'

export interface EntitlementSheet {
  readonly asOf: string
  readonly organ: { readonly id: string; readonly name: string }
  readonly establishment: number
  readonly height: OrganSize['height']
  readonly entitlement: Entitlement
  /** Line by line, in the words of the standard and in the caller's language, with the citation behind each. */
  readonly lines: readonly { readonly title: string; readonly formula: string; readonly area: string; readonly cite: string }[]
}
export interface EntitlementAsked extends Omit<OrganSize, 'establishment' | 'posts'> {
  readonly asOf?: string
}

/** @throws Problem not-found when there is no such organ; bad-input when more posts are named than the establishment has, or on a day without figures. */
export async function entitlementSheet({ db, registers, standards, clock }: System, actor: Actor, id: string, { asOf = clock.today(), ...asked }: EntitlementAsked): Promise<EntitlementSheet> {
  const row = await registers.get(db, actor, organ, id)
  const { rows } = await sql<{ rank: Rank; count: number }>`
    select rank, sum(count)::int as count from people.organ__leadership where parent = ${id}::uuid group by rank`.execute(db)
  const posts = Object.fromEntries(rows.map(({ rank, count }) => [rank, count])) as Partial<Record<Rank, number>>
  const { figures, cite } = await standards.figuresAsOf(db, organArea, asOf)
  requireFigures(figures, { day: asOf, at: 'asOf' })
  // figuresAsOf answers what organArea declares, which is what the calculation reads
  const known = figures as unknown as EntitlementFigures
  const establishment = Number(row.establishment)
  const entitlement = reckoned({ ...asked, establishment, posts }, known)
  const en = actor.locale === 'en'
  const line = (title: readonly [string, string], formula: readonly [string, string], area: string, by: string) => ({
    title: en ? title[1] : title[0], formula: en ? formula[1] : formula[0], area, cite: cite(by).text,
  })
  const byRank = (Object.entries(entitlement.posts) as [Rank, number][]).filter(([, count]) => count > 0).map(([rank, count]) => `${count} × ${known.officeArea[rank]}`).join(' + ')
  const k = known.coefficient[asked.height]
  return {
    asOf, organ: { id, name: String(row.name) }, establishment, height: asked.height, entitlement,
    lines: [
      line(['A 办公室', 'A offices'], [byRank, byRank], entitlement.office, 'officeArea'),
      line(['B 服务用房', 'B service rooms'], [`编制 ${establishment} × 每人 ${entitlement.servicePerPerson}`, `establishment ${establishment} × ${entitlement.servicePerPerson} each`], entitlement.service, 'serviceMost'),
      line(['设备用房', 'Equipment rooms'], [`(A + B) × ${known.equipment}%`, `(A + B) × ${known.equipment} %`], entitlement.equipment, 'equipment'),
      line(['使用面积合计', 'Usable area in all'], ['A + B + 设备用房', 'A + B + equipment'], entitlement.usable, 'equipment'),
      line(['折合建筑面积', 'As built area'], [`使用面积 ÷ K（${k}%）`, `usable area ÷ K (${k} %)`], entitlement.built, `coefficient.${asked.height}`),
      line(['C 附属用房', 'C ancillary rooms'], [`食堂 ${entitlement.canteen} + 车库 ${entitlement.garage} + 非机动车库 ${entitlement.sheds} + 警卫 ${entitlement.guardRooms}`, `canteen ${entitlement.canteen} + garage ${entitlement.garage} + sheds ${entitlement.sheds} + guards ${entitlement.guardRooms}`], entitlement.ancillary, 'canteen'),
      line(['S 总建筑面积', 'S total built area'], ['折合建筑面积 + C', 'as built + C'], entitlement.total, `coefficient.${asked.height}`),
    ],
  }
}

function reckoned(size: OrganSize, figures: EntitlementFigures): Entitlement {
  try {
    return entitlementOf(size, figures)
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    const says = say('领导职数超过了编制数，请先核对单位登记。', 'More leading posts are entered than the establishment has; check the organ first.')
    throw new Problem('bad-input', says, { issues: [{ at: 'organ', says }], cause })
  }
}
