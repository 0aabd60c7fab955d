// What follows from letting a car off 不封存联动: asked once a car and before it is over; granted, the car stands in the notice with its reason.
import { systemActor } from '@houqin/access'
import { formatDate } from '@houqin/clock'
import type { Tx } from '@houqin/db'
import type { System } from '@houqin/http'
import { effects } from '@houqin/matters'
import type { Effects } from '@houqin/matters'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { exemption, immobilisation } from '../../contract/index.ts'
import { openCar, refuse, wrongInput } from '../office/car.ts'

interface Notice {
  readonly name: string
  readonly version: number
  readonly ends: string
  readonly retired: boolean
  readonly exempt: readonly { readonly vehicle: string; readonly reason: string }[]
}
/** Locked: of two who let cars off at once the second writes after the first. */
async function noticeOf(tx: Tx, id: string): Promise<Notice> {
  const { rows: [notice] } = await sql<Notice>`
    select i.name, i.version, i.ends::text as ends, i.retired_at is not null as retired,
           coalesce((select jsonb_agg(jsonb_build_object('vehicle', e.vehicle, 'reason', e.reason) order by e.position) from fleet.immobilisation__exempt e where e.parent = i.id), '[]') as exempt
      from fleet.immobilisation i where i.id = ${id}::uuid for update of i`.execute(tx)
  if (!notice) throw new Error(`the immobilisation ${id} went away inside a step`)
  return notice
}

export function exemptionEffects({ registers, clock }: System): Effects {
  return effects(exemption, {
    async start({ tx, matter: { id, form } }) {
      const [car, notice] = [await openCar(tx, form.vehicle), await noticeOf(tx, form.immobilisation)]
      if (notice.retired) throw wrongInput('immobilisation', `“${notice.name}”已停用，请选还有效的封存。`, `“${notice.name}” was retired; choose one that holds.`)
      if (notice.ends < clock.today()) throw wrongInput('immobilisation', `“${notice.name}”${formatDate(notice.ends)} 已经结束。已经用过的车请办“长期与补办用车”。`, `“${notice.name}” ended on ${notice.ends}; what was driven is filed afterwards.`)
      if (notice.exempt.some(({ vehicle }) => vehicle === car.id)) throw wrongInput('vehicle', `${car.plate} 已经列为不封存。`, `${car.plate} is let off already.`)
      const { rows: [other] } = await sql<{ number: string }>`
        select m.number from fleet.exemption x join matter.matter m on m.id = x.matter where x.immobilisation = ${form.immobilisation}::uuid and x.vehicle = ${car.id}::uuid and m.closed_at is null and m.id <> ${id}::uuid limit 1`.execute(tx)
      if (other) throw new Problem('conflict', say(`${car.plate} 的不封存申请 ${other.number} 正在办。`, `${car.plate} is asked about already as ${other.number}.`))
    },
    async grant({ tx, matter: { form }, input, engine }) {
      const [car, notice] = [await openCar(tx, form.vehicle), await noticeOf(tx, form.immobilisation)]
      if (notice.ends < clock.today()) throw refuse(`“${notice.name}”已经结束，不能再列入。`, `“${notice.name}” is over; nothing is let off any more.`)
      const reason = input.reason ?? `${form.duty},${form.place}`.slice(0, 100)
      if (!notice.exempt.some(({ vehicle }) => vehicle === car.id))
        await registers.update(tx, systemActor, immobilisation, form.immobilisation, {}, notice.version, { exempt: [...notice.exempt, { vehicle: car.id, reason }] })
      await engine.setFacts({ reason })
    },
  })
}
