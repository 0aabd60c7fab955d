// A large house 大样例: one district's organs and sites, each with its share of as many persons, certificates and repairs as are asked for.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { transaction } from '@houqin/db'
import type { Tx } from '@houqin/db'
import type { Role } from '@houqin/define'
import type { System } from '@houqin/http'
import { liaison, organ, peopleOfficer } from '@houqin/people'
import { placesOfficer, site, steward } from '@houqin/places'
import { startPostgres } from '@houqin/postgres'
import { withSystem } from '@houqin/server/with-system'
import { serviceOfficer } from '@houqin/service-desk'
import { sql } from 'kysely'
import { fillCertificates, fillPersons, fillRepairs } from './fill.ts'
import { employ, furnishSmallHouse, signIn } from './small-house.ts'
import type { SmallHouse } from './small-house.ts'

/** As many as a district has. */
const organs = 235
/** The member's organ and site come here in the order of size: one of a hundred rows is theirs. */
const membersPlace = 20

export interface LargeHouse {
  readonly url: string
  readonly dataFolder: string
  /** Of each kind. */
  readonly rows: number
  /** Where the member is at home. */
  readonly organ: string
  readonly site: string
  /** Tokens of sessions: one organ and one site are his; nothing but his own matters; the whole district. */
  readonly member: string
  readonly staff: string
  readonly officer: string
  /** Their rows. */
  readonly person: { readonly member: string; readonly staff: string }
}

/**
 * Opens it with the smallest of `sizes`, hands it out, lets it grow to the next, and so on; who serves it is no concern of this.
 * @param sizes rows of persons, of certificates and of repairs, ascending.
 * @param folder keeps the house for the next time; without one it is taken down.
 */
export async function withLargeHouse({ sizes, folder }: { sizes: readonly number[]; folder?: string | undefined }, use: (house: LargeHouse) => Promise<void>): Promise<void> {
  const dataFolder = folder ?? mkdtempSync(join(tmpdir(), 'houqin-bench-'))
  const postgres = await startPostgres({ dataFolder })
  try {
    const open = <Result>(work: (system: System) => Promise<Result>): Promise<Result> => withSystem({ databaseUrl: postgres.url, dataFolder, log: () => undefined }, work)
    await open(async (system) => {
      const { rows: [known] } = await sql`select from access.account where username = 'bench.q1'`.execute(system.db)
      if (!known) await furnishSmallHouse(system, postgres.url)
    })
    for (const rows of sizes) {
      const furnished = await open((system) => furnish(system, rows))
      // a kept house may have outgrown it
      if (furnished.found <= rows) await use({ ...furnished, url: postgres.url, dataFolder, rows })
    }
  } finally {
    await postgres.stop()
    if (folder === undefined) rmSync(dataFolder, { recursive: true, force: true })
  }
}

async function furnish(system: System, rows: number): Promise<Omit<LargeHouse, 'url' | 'dataFolder' | 'rows'> & { found: number }> {
  const write = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => transaction(system.db, work)
  const { rows: [places] } = await sql<{ organs: readonly string[]; sites: readonly string[]; found: number }>`
    select array(select id::text from people.organ where name like '第%局' order by name) as organs, array(select id::text from places.site where name like '第%院' order by name) as sites,
      (select count(*)::int from places.certificate) as found`.execute(system.db)
  const { found = 0, ...known } = places && places.organs.length > 0 ? places : await write((tx) => opened(system, tx))
  const [ofMember = '', siteOfMember = ''] = [known.organs[membersPlace], known.sites[membersPlace]]
  const people = await hired(system, write, { organ: ofMember, site: siteOfMember })
  if (found < rows) {
    await write(async (tx) => {
      const given = { tx, from: found, rows, ...known, member: people.person.member }
      await fillPersons(given)
      await fillCertificates(given)
      await fillRepairs(given)
    })
    await sql`vacuum (analyze)`.execute(system.db)
  }
  return { found, organ: ofMember, site: siteOfMember, ...people.tokens, person: people.person }
}

async function opened({ registers }: System, tx: Tx): Promise<{ organs: readonly string[]; sites: readonly string[]; found?: number }> {
  const numbers = Array.from({ length: organs }, (_, n) => String(n).padStart(3, '0'))
  return {
    organs: await registers.bulkInsert(tx, organ, numbers.map((n) => ({ name: `第${n}局`, shortName: `${n}局`, category: 'government' as const, level: 'section' as const, establishment: 40 }))),
    sites: await registers.bulkInsert(tx, site, numbers.map((n) => ({ name: `第${n}院`, kind: 'office' as const, address: `县前街 ${n} 号`, managed: true, tenure: 'owned' as const }))),
  }
}

async function hired(system: System, write: SmallHouse['write'], at: { organ: string; site: string }): Promise<{ person: LargeHouse['person']; tokens: Pick<LargeHouse, 'member' | 'staff' | 'officer'> }> {
  const { rows: [known] } = await sql`select from access.account where username = 'bench.m1'`.execute(system.db)
  if (!known) {
    const roles: [string, string, readonly { readonly role: Role; readonly organ?: string; readonly site?: string }[]][] = [
      ['刘敏', 'm1', [{ role: liaison, organ: at.organ }, { role: steward, site: at.site }]],
      ['王芳', 'm2', []],
      ['许静', 'm3', [{ role: peopleOfficer }, { role: placesOfficer }, { role: serviceOfficer }]],
    ]
    for (const [name, number, grants] of roles) await employ({ system, write, organ: at.organ, name, number, grants })
  }
  const { rows: accounts } = await sql<{ username: string; person: string }>`select username, person from access.account where username like 'bench.m%'`.execute(system.db)
  const person = (number: string): string => accounts.find(({ username }) => username === `bench.${number}`)?.person ?? ''
  const token = (number: string): Promise<string> => signIn(system, number)
  return { person: { member: person('m1'), staff: person('m2') }, tokens: { member: await token('m1'), staff: await token('m2'), officer: await token('m3') } }
}
