// Purchases of the demonstration 演示采购: the bureau's own thresholds, and one purchase that waits for approval.
import { systemActor } from '@houqin/access'
import type { Actor } from '@houqin/access'
import type { RouteValues } from '@houqin/approvals'
import type { Seeding } from '@houqin/compose'
import type { Role } from '@houqin/define'
import { bureauLeader } from '@houqin/people'
import type { SeedPerson } from '@houqin/people/seed'
import type { DistrictPlaces } from '@houqin/places/seed'
import type { Stage } from '@houqin/wire'
import { purchase, serviceOfficer, worker as workerRole } from '../src/contract/index.ts'
import type { SeedMaterial } from './district-desk.ts'
import { plants } from './plants.ts'

/** Above the first a leader decides too, above the second the organ's head beside him. */
const thresholds = Object.freeze({ leader: '2000', together: '20000' })
const source = '本局内部控制规定：维修材料采购分级审批（区级，由本局自定；演示数据）'

const desk: Stage = { title: '服务科审核', mode: 'any', who: [{ role: serviceOfficer.role }], hours: 8, late: 'remind' }
const leader: Stage = { title: '局领导审批', mode: 'any', who: [{ role: bureauLeader.role }], hours: 16, late: 'remind' }
const together: Stage = { title: '主要负责人会签', mode: 'all', who: [{ role: bureauLeader.role }, { post: 'people.post.duty', value: 'head' }], hours: 24, late: 'remind' }

/** @param day from which the rows hold. */
export function purchaseRoutes(day: string): readonly (RouteValues & { readonly route: string })[] {
  const row = (amountFrom: string | null, amountBelow: string | null, stages: readonly Stage[]): RouteValues & { readonly route: string } =>
    ({ route: 'service-desk.purchase-amount', organ: null, kind: null, amountFrom, amountBelow, from: day, to: null, stages, source })
  return [
    row(null, thresholds.leader, [desk]),
    row(thresholds.leader, thresholds.together, [desk, leader]),
    row(thresholds.together, null, [desk, together]),
  ]
}

interface Asked extends Pick<Seeding, 'tx' | 'system'> {
  readonly places: DistrictPlaces
  readonly materials: readonly SeedMaterial[]
  readonly officer: SeedPerson
}
/** Asked for by the worker himself, through the engine, so that it waits for the desk. */
export async function seedPurchases({ tx, system, places, materials, worker, officer }: Asked & { readonly worker: SeedPerson }): Promise<void> {
  const actor = acting(worker, workerRole)
  const wanted = materials.filter(({ stocked }) => !stocked).slice(0, 2)
  const { number, version } = await system.matters.start(tx, actor, purchase, {
    input: { what: '更换会议室地插和卫生间感应龙头，库里不常备', site: places.site('机关大院').id, manner: 'mall' },
    lines: { items: wanted.map(({ id, price }) => ({ material: id, quantity: '12', price })) },
  })
  await system.matters.step(tx, actor, purchase, number, 'submit', { input: { amount: '3680.00', supplier: '网上商城最低价' }, comment: '会议室周五要用', version })
  await tooDear({ tx, system, places, materials, officer })
}

/** Written down and not handed in: whoever hands it in is told that it is none of repair materials. */
async function tooDear({ tx, system, places, materials, officer }: Asked): Promise<void> {
  const { material: name, quantity, what } = plants.tooDear
  const material = materials.find((one) => one.name === name)
  if (!material) throw new Error(`the demonstration has no ${name} to buy`)
  await system.matters.start(tx, acting(officer, serviceOfficer), purchase, {
    input: { what, site: places.site('机关大院').id, manner: 'direct' },
    lines: { items: [{ material: material.id, quantity, price: material.price }] },
  })
}
function acting({ id, name }: SeedPerson, { role }: Role): Actor {
  return { ...systemActor, principal: { account: id, person: id, name, session: 'demonstration', grants: [{ role, organs: null, sites: null }] } }
}
