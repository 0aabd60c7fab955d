// A reading as it arrives: checked against the signal it belongs to and the row it speaks of.
import { sql } from 'kysely'
import type { Db, Tx } from '@houqin/db'
import type { Catalogue, Register, Signal } from '@houqin/define'
import { columnSql, isId, parseInput, tableSqlOf } from '@houqin/fields'
import { Problem, say } from '@houqin/problem'
import type { Sentence } from '@houqin/problem'

/** What a device or a gateway hands in. `subject` is the row's id or its printed code. */
export interface GivenReading {
  readonly signal: string
  readonly subject: string
  readonly device: string
  /** Grows with every reading of this device; repeated when it is sent again. */
  readonly sequence: number
  readonly at: string
  /** When it was over, for what is told afterwards: it is judged by itself, and an alarm of it is raised and cleared in one. */
  readonly until?: string | undefined
  readonly value: number
  readonly attributes?: Readonly<Record<string, unknown>> | undefined
}
/** Where the row a reading speaks of stands, and what it is called. */
export interface Subject {
  readonly id: string
  readonly name: string
  readonly organ: string | null
  readonly site: string | null
}
export interface CheckedReading {
  readonly index: number
  readonly signal: Signal
  readonly subject: Subject
  readonly device: string
  readonly sequence: number
  readonly at: Date
  readonly until?: Date
  readonly value: number
  readonly attributes: Readonly<Record<string, unknown>>
}
export interface Refusal {
  readonly index: number
  readonly says: Sentence
}

/** A device clock further ahead than this is wrong, not fast. */
const farAhead = 24 * 3_600_000

/** Sorts readings into those that can be stored and those that cannot, each of these with its reason. */
export async function checkReadings(
  db: Db | Tx,
  { catalogue, readings, now }: { catalogue: Catalogue; readings: readonly GivenReading[]; now: Date },
): Promise<{ checked: CheckedReading[]; refused: Refusal[] }> {
  const checked: CheckedReading[] = []
  const refused: Refusal[] = []
  const subjects = await findSubjects(db, { catalogue, readings })
  for (const [index, given] of readings.entries()) {
    const verdict = checkOne(given, { catalogue, subjects, now })
    if ('says' in verdict) refused.push({ index, says: verdict.says })
    else checked.push({ ...verdict, index })
  }
  return { checked, refused }
}

function checkOne(
  given: GivenReading,
  { catalogue, subjects, now }: { catalogue: Catalogue; subjects: ReadonlyMap<string, Subject>; now: Date },
): Omit<CheckedReading, 'index'> | { says: Sentence } {
  const signal = catalogue.signals.get(given.signal)
  if (!signal) return { says: say(`没有名为“${given.signal}”的感知量。`, `There is no signal called “${given.signal}”.`) }
  const subject = subjects.get(`${signal.of.id} ${given.subject}`)
  if (!subject) return { says: say(`${signal.of.title}中没有“${given.subject}”。`, `No row of ${signal.of.id} is “${given.subject}”.`) }
  const at = new Date(given.at)
  if (at.getTime() > now.getTime() + farAhead)
    return { says: say('设备时间比现在晚一天以上，请校准设备时钟。', 'The device’s clock is more than a day ahead; set it right.') }
  try {
    const attributes = parseInput(signal.attributes, given.attributes ?? {}, { at: 'attributes' })
    const factor = 10 ** signal.scale
    return { signal, subject, device: given.device, sequence: given.sequence, at, ...(given.until !== undefined && { until: new Date(given.until) }), value: Math.round(given.value * factor) / factor, attributes }
  } catch (error) {
    if (error instanceof Problem) return { says: error.issues[0]?.says ?? error.detail }
    throw error
  }
}

async function findSubjects(
  db: Db | Tx,
  { catalogue, readings }: { catalogue: Catalogue; readings: readonly GivenReading[] },
): Promise<ReadonlyMap<string, Subject>> {
  const wanted = new Map<Register, Set<string>>()
  for (const { signal: id, subject } of readings) {
    const register = catalogue.signals.get(id)?.of
    if (register) wanted.set(register, (wanted.get(register) ?? new Set<string>()).add(subject))
  }
  const found = new Map<string, Subject>()
  for (const [register, names] of wanted)
    for (const row of await rowsNamed(db, register, [...names])) {
      found.set(`${register.id} ${row.id}`, row)
      if (row.code !== null) found.set(`${register.id} ${row.code}`, row)
    }
  return found
}

/** Asked for by id or by printed code, each by its own index; retired rows answer to neither. */
async function rowsNamed(db: Db | Tx, register: Register, names: readonly string[]): Promise<readonly (Subject & { code: string | null })[]> {
  const place = (key: string | undefined) => (key === undefined ? sql`null::uuid` : key === 'id' ? sql`t.id` : sql`t.${columnSql(key)}`)
  const columns = sql`t.id, t.label as name, ${place(register.scope.organ)} as organ, ${place(register.scope.site)} as site`
  const { rows } = await sql<Subject & { code: string | null }>`
    select ${columns}, null as code from ${tableSqlOf(register.id)} t where t.id = any(${names.filter(isId)}::uuid[]) and t.retired_at is null
    union all
    select ${columns}, c.code from register.code c join ${tableSqlOf(register.id)} t on t.id = c.row
    where c.register = ${register.id} and c.code = any(${names.filter((name) => !isId(name))}::text[]) and t.retired_at is null`.execute(db)
  return rows
}
