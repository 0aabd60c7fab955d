// A draft 草案: the figures of a new version as they stand, who prepared them and what became of them.
import type { Db, Tx } from '@houqin/db'
import type { AnyStandard, Level, Mark } from '@houqin/define'
import { nameIn } from '@houqin/fields'
import { Problem, say } from '@houqin/problem'
import { holds } from '@houqin/access'
import type { Actor } from '@houqin/access'
import type { WireDraft } from '@houqin/wire'
import { sql } from 'kysely'

export interface FigureGiven {
  readonly parameter: string
  readonly key?: string | undefined
  readonly value: string
  readonly level: Level
  readonly document: string
  readonly number?: string | undefined
  readonly clause?: string | undefined
  readonly mark: Mark
}

const columns = sql`d.id, d.standard, d.starts_on as "startsOn", d.unit_cost as "unitCost", d.state, d.version, d.made_by as "madeBy", d.made_name as "madeName",
  d.made_at as "madeAt", d.decided_name as "decidedName", d.decided_at as "decidedAt",
  (select coalesce(jsonb_agg(jsonb_build_object('parameter', f.parameter, 'key', f.key, 'value', f.value::text, 'level', f.level, 'document', f.document,
    'number', f.number, 'clause', f.clause, 'mark', f.mark) order by f.parameter, f.key), '[]') from standard_version.figure f where f.draft = d.id) as figures`

/** Newest first. */
export async function draftsOf(db: Db | Tx, standard: string): Promise<readonly WireDraft[]> {
  const { rows } = await sql<WireDraft>`select ${columns} from standard_version.draft d where d.standard = ${standard} order by d.made_at desc, d.id limit 100`.execute(db)
  return rows
}
/** @throws Problem not-found. */
export async function draftById(db: Db | Tx, id: string, { lock = false } = {}): Promise<WireDraft> {
  const { rows: [draft] } = await sql<WireDraft>`select ${columns} from standard_version.draft d where d.id = ${id}::uuid ${lock ? sql`for update` : sql``}`.execute(db)
  if (!draft) throw new Problem('not-found', say('没有这份草案，或不在您的范围内。', 'There is no such draft within your reach.'))
  return draft
}
export function mayKeep(actor: Actor, { keep = [] }: AnyStandard): boolean {
  return keep.length > 0 && holds(actor.principal, keep)
}
/** @throws Problem not-allowed for whoever does not keep the figures of the standard. */
export function requireKeeper(actor: Actor, standard: AnyStandard): void {
  if (mayKeep(actor, standard)) return
  const keep = standard.keep ?? []
  throw new Problem('not-allowed', keep.length === 0
    ? say(`《${standard.title}》没有指定由谁维护标准值。`, `Nobody keeps the figures of “${nameIn(standard).en}”.`)
    : say(`维护《${standard.title}》的标准值需要角色：${keep.map(({ title }) => title).join('、')}。`, `Keeping the figures of “${nameIn(standard).en}” needs one of: ${keep.map((role) => nameIn(role).en).join(', ')}.`))
}
