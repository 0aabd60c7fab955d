// Errands 出车任务: where a dispatched car is to be by its slip; looked up while the world goes on, for slips are written at any time.
import type { Clock } from '@houqin/clock'
import { dice } from '@houqin/simulators'
import type { CarHabits, Spot } from '@houqin/simulators'
import { plane } from '@houqin/simulators/qingxi'
import pg from 'pg'

export interface Errands {
  /** @param stops where it goes for a destination nobody has drawn. */
  of(vehicle: string, stops: readonly Spot[]): NonNullable<CarHabits['errand']>
  close(): void
}
interface Errand {
  readonly matter: string
  readonly vehicle: string
  readonly from: Date
  readonly to: Date
  readonly longitude: number | null
  readonly latitude: number | null
}
const everyMs = 60_000
/** Home before its time is over. */
const homeBefore = 20 * 60_000
/** One slip in so many is not driven, so that there is something to find. */
const oneUnmoved = 1 / 25

export function watchErrands({ databaseUrl, clock }: { databaseUrl: string; clock: Clock }): Errands {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1, options: '-c timezone=UTC', application_name: 'houqin car errands' })
  pool.on('error', () => undefined) // asked again in a minute
  let known = new Map<string, readonly Errand[]>()
  async function look(): Promise<void> {
    const now = clock.now()
    const { rows } = await pool.query<Errand>(
      `select s.matter, s.vehicle, coalesce(s.left_at, lower(s.span)) as from, coalesce(s.came_at, upper(s.span)) as to, c.longitude::float8 as longitude, c.latitude::float8 as latitude
         from fleet.slip s join fleet.use u on u.matter = s.matter left join fleet.fence f on f.name = u.whither and f.kind = 'destination' and f.retired_at is null
         left join fleet.fence__corners c on c.parent = f.id and c.position = 0
        where s.span && tstzrange($1::timestamptz - interval '2 hours', $1::timestamptz + interval '1 day')`, [now])
    known = Map.groupBy(rows, ({ vehicle }) => vehicle)
  }
  const tryLook = (): void => void look().catch(() => undefined) // the database is away: the cars go on with what they know
  tryLook()
  const timer = setInterval(tryLook, everyMs)
  return {
    of: (vehicle, stops) => (at) => {
      const now = at.getTime()
      const errand = known.get(vehicle)?.find(({ from, to }) => from.getTime() <= now && now < to.getTime() - homeBefore)
      if (errand === undefined) return null
      const roll = dice(1, errand.matter)
      if (roll.chance(oneUnmoved)) return null
      return errand.longitude === null || errand.latitude === null ? roll.pick(stops) : plane.toSpot({ longitude: errand.longitude, latitude: errand.latitude })
    },
    close() {
      clearInterval(timer)
      void pool.end().catch(() => undefined)
    },
  }
}
