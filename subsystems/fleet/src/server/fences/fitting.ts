// A fence that goes round once 围栏成形: whoever draws it, brings it in or sends it is told the same sentence as on the map.
import type { Fitting } from '@houqin/compose'
import { Problem, say } from '@houqin/problem'
import { sql } from 'kysely'
import { fence } from '../../contract/index.ts'
import { faultOf } from '../../contract/fence-shape.ts'

interface Drawn {
  readonly label: string
  readonly radius: number | null
  readonly oneHour: boolean
  readonly longitudes: readonly string[] | null
  readonly latitudes: readonly string[] | null
}

export const fencesFit: Fitting = Object.freeze({
  register: fence,
  async refuse(tx: Parameters<Fitting['refuse']>[0], ids: readonly string[]) {
    const { rows } = await sql<Drawn>`
      select f.label, f.radius, (f.hours_from is null) <> (f.hours_to is null) as "oneHour",
        array_agg(c.longitude::text order by c.position) filter (where c.id is not null) as longitudes, array_agg(c.latitude::text order by c.position) filter (where c.id is not null) as latitudes
      from fleet.fence f left join fleet.fence__corners c on c.parent = f.id where f.id = any(${ids}::uuid[]) group by f.id`.execute(tx)
    for (const { label, radius, oneHour, longitudes, latitudes } of rows) {
      if (oneHour) throw refused('hoursTo', `“${label}”只填了一个钟点，请两个都填，或都不填。`, `“${label}” has one hour only; give both or none.`)
      const corners = (longitudes ?? []).map((longitude, nth) => [Number(longitude), Number(latitudes?.[nth])] as const)
      // a name without a line may stand in an imported ledger until somebody draws it
      const fault = corners.length === 0 ? undefined : faultOf({ radius, corners })
      if (fault) throw refused(fault.at, fault.zh, fault.en)
    }
  },
})
function refused(at: string, zh: string, en: string): Problem {
  return new Problem('bad-input', say(zh, en), { issues: [{ at, says: say(zh, en) }] })
}
