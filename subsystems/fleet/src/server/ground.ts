// The ground 底图: the map that cars are shown on, drawn without any network.
import type { Db, Tx } from '@houqin/db'
import { baseMapOf } from '@houqin/http'
import type { BaseMap } from '@houqin/http'
import { sql } from 'kysely'

/** GeoJSON whose features say in `kind` what they are: road (with its `rank`), water, park, site. */
export interface GroundShapes {
  readonly type: 'FeatureCollection'
  readonly features: readonly object[]
  /** Tiles laid under them where the bureau has set them up. */
  readonly base?: BaseMap
}

/** Nothing where nobody has given one. */
export async function groundOf(db: Db): Promise<GroundShapes> {
  const { rows: [row] } = await sql<{ features: GroundShapes }>`select features from fleet.ground`.execute(db)
  const base = baseMapOf(process.env)
  return { ...(row?.features ?? { type: 'FeatureCollection', features: [] }), ...(base && { base }) }
}
export async function layGround(tx: Tx, ground: GroundShapes, at: Date): Promise<void> {
  await sql`
    insert into fleet.ground (features, updated_at) values (${JSON.stringify(ground)}::jsonb, ${at})
    on conflict (id) do update set features = excluded.features, updated_at = excluded.updated_at`.execute(tx)
}
