// Lists 列表: pages, orders, filters, searches and totals of a million rows over real HTTP, a member against bare fastify and pg, and against the whole district's officer.
import { withLargeHouse } from './large-house.ts'
import type { LargeHouse } from './large-house.ts'
import { ask, load } from './load.ts'
import type { Asked } from './load.ts'
import { median, ninetyNinth, rounded } from './measured.ts'
import type { Measured } from './measured.ts'
import { serveBare, serveInterface } from './serve.ts'

export interface Growing {
  /** Rows of each kind, ascending. */
  readonly sizes: readonly number[]
  /** Kept for the next time. */
  readonly folder?: string | undefined
  readonly runs: number
  readonly seconds: number
  /** Only questions that hold it. */
  readonly only?: string
  /** Hears of each answer as it is found. */
  readonly said?: (line: string) => void
}
export interface Answered {
  readonly rows: number
  readonly what: string
  readonly who: Who
  /** Milliseconds and answers a second of the product and of the yardstick, and the median ratio of their rates. */
  readonly own: { readonly perSecond: number; readonly median: number; readonly p99: number }
  readonly bare: { readonly perSecond: number; readonly median: number; readonly p99: number }
  readonly ratio: number
}
type Who = 'member' | 'staff' | 'officer'
interface Question {
  readonly what: string
  readonly who: Who
  readonly path: string
  readonly bare: string
}

const clients = 4
/** `npm run bench -- lists [ROWS,… [FOLDER [ONLY]]]`. */
export async function benchLists(): Promise<readonly Measured[]> {
  const [, , , rows = '10000,100000,1000000', folder, only] = process.argv
  const answered = await askLists({ sizes: rows.split(',').map(Number), folder: folder === '-' ? undefined : folder, runs: Number(process.env['BENCH_RUNS'] ?? 3), seconds: Number(process.env['BENCH_SECONDS'] ?? 1), said: (line) => process.stdout.write(`${line}\n`), ...(only !== undefined && { only }) })
  const most = Math.max(...answered.map((one) => one.rows))
  const whole = (what: string, of: number): Answered | undefined => answered.find((one) => one.what === what && one.who === 'officer' && one.rows === of)
  return [
    ...answered.filter((one) => one.rows === most).flatMap(({ what, who, own, bare, ratio }): Measured[] => {
      const officer = who === 'officer' ? undefined : whole(what, most)
      return [
        { what: `${what}, ${who}`, value: rounded(own.perSecond), unit: `answers/s, p99 ${rounded(own.p99)} ms`, yardstick: { what: 'bare', value: rounded(bare.perSecond) }, ratio: rounded(ratio), goal: '≥ 0.5' },
        ...(officer ? [{ what: `${what}, ${who} against officer`, value: rounded(own.median), unit: 'ms', yardstick: { what: 'officer', value: rounded(officer.own.median) }, ratio: rounded(own.median / officer.own.median), goal: '≤ 1.3' }] : []),
      ]
    }),
    ...answered.filter((one) => one.rows < most).map(({ rows: of, what, who, own }): Measured => {
      const later = answered.find((one) => one.rows === most && one.what === what && one.who === who)
      return { what: `${what}, ${who}, of ${of}`, value: rounded(own.median), unit: 'ms', ...(later && { yardstick: { what: `of ${most}`, value: rounded(later.own.median) }, ratio: rounded(later.own.median / own.median) }) }
    }),
  ]
}

/** @returns an answer for each question at each size. @throws Error where product and yardstick do not count the same. */
export async function askLists({ sizes, folder, runs, seconds, only = '', said = () => undefined }: Growing): Promise<readonly Answered[]> {
  const answered: Answered[] = []
  await withLargeHouse({ sizes, folder }, async (house) => {
    const product = await serveInterface({ data: house.dataFolder, databaseUrl: house.url })
    const bare = await serveBare(house.url)
    try {
      const deep = await middle(product.address, house)
      for (const question of questions(house, deep).filter(({ what }) => what.includes(only))) {
        const asked: Asked = { address: product.address, path: question.path, token: house[question.who] }
        const yardstick: Asked = { address: bare.address, path: question.bare }
        await alike(asked, yardstick)
        const found = await compared(asked, yardstick, { runs, seconds })
        said(`${house.rows} ${question.what}, ${question.who}: ${rounded(found.own.median)} ms, bare ${rounded(found.bare.median)} ms, ratio ${rounded(found.ratio)}`)
        answered.push({ rows: house.rows, what: question.what, who: question.who, ...found })
      }
    } finally {
      await bare.stop()
      await product.stop()
    }
  })
  return answered
}

/** Persons are open to all, certificates are read by site, repairs by organ and site and by who asked. */
function questions({ organ, site, person }: LargeHouse, deep: { readonly cursor: string; readonly place: string }): readonly Question[] {
  const persons = (what: string, path: string, bare: string): Question[] => (['member', 'officer'] as const).map((who) => ({ what: `persons ${what}`, who, path: `/api/registers/people.person?limit=100${path}`, bare: `/persons?${bare}` }))
  const certificates = (what: string, path: string, bare: string): Question[] => (['member', 'officer'] as const).map((who) => ({
    what: `certificates ${what}`, who, path: `/api/registers/places.certificate?limit=100${path}`, bare: `/certificates?${bare}${who === 'member' ? `&scope=${site}` : ''}`,
  }))
  const reaches: Readonly<Record<Who, string>> = { officer: '', member: `&reach=${organ}|${site}|${person.member}`, staff: `&own=${person.staff}` }
  const repairs = (what: string, path: string, bare: string): Question[] => (['staff', 'member', 'officer'] as const).map((who) => ({ what: `repairs ${what}`, who, path: `/api/matters/service-desk.repair?limit=100${path}`, bare: `/repairs?${bare}${reaches[who]}` }))
  const q = encodeURIComponent
  return [
    ...persons('first page', '&total=true', 'total=true'),
    ...persons('page in the middle', `&sort=name&after=${deep.cursor}`, `after=${q(deep.place)}`),
    ...persons('by day of joining', '&sort=-joinedOn&total=true', 'sort=joined&total=true'),
    ...persons('of an organ', `&where.organ=${organ}&total=true`, `organ=${organ}&total=true`),
    ...persons('of a kind', '&where.employment=hired&total=true', 'employment=hired&total=true'),
    ...persons('called 王芳', `&q=${q('王芳')}&total=true`, `q=${q('王芳')}&total=true`),
    ...certificates('first page', '&total=true', 'sort=site&total=true'),
    ...certificates('by name', '&sort=name&total=true', 'total=true'),
    ...certificates('by area', '&sort=-buildingArea&total=true', 'sort=area&total=true'),
    ...certificates('of a kind', '&sort=name&where.kind=handover&total=true', 'kind=handover&total=true'),
    ...repairs('first page', '&total=true', 'sort=opened&total=true'),
    ...repairs('waiting', '&where.state=working&total=true', 'sort=opened&state=working&total=true'),
    ...repairs('by time limit', '&sort=dueAt&total=true', 'sort=due&total=true'),
    ...repairs('about 漏水', `&q=${q('漏水')}&total=true`, `sort=opened&q=${q('漏水')}&total=true`),
  ]
}

/** A cursor somewhere among the persons, far from either end. */
async function middle(address: string, { officer, rows }: LargeHouse): Promise<{ cursor: string; place: string }> {
  const number = `P${String(Math.floor(rows / 2)).padStart(7, '0')}`
  const { rows: [person] } = JSON.parse(await ask({ address, path: `/api/registers/people.person?where.number=${number}`, token: officer })) as { rows: readonly { readonly id: string; readonly name: string }[] }
  if (!person) throw new Error(`there is no ${number}`)
  return { cursor: Buffer.from(JSON.stringify(['name', person.name, person.id])).toString('base64url'), place: `${person.name}|${person.id}` }
}

async function alike(asked: Asked, yardstick: Asked): Promise<void> {
  const [own, bare] = (await Promise.all([ask(asked), ask(yardstick)])).map((body) => JSON.parse(body) as { rows: readonly unknown[]; total?: number })
  if (own?.rows.length !== bare?.rows.length || own?.total !== bare?.total) throw new Error(`${asked.path}: ${own?.rows.length} of ${own?.total}, the yardstick ${bare?.rows.length} of ${bare?.total}`)
}

/** One after the other, again and again: what else the machine does falls on both. */
async function compared(asked: Asked, yardstick: Asked, { runs, seconds }: { runs: number; seconds: number }): Promise<Pick<Answered, 'own' | 'bare' | 'ratio'>> {
  const rates: [number, number][] = []
  const own: number[] = []
  const bare: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const theirs = await load(yardstick, { clients, seconds })
    const ours = await load(asked, { clients, seconds })
    rates.push([ours.perSecond, theirs.perSecond])
    own.push(...ours.times)
    bare.push(...theirs.times)
  }
  const said = (times: readonly number[], side: 0 | 1): Answered['own'] => ({ perSecond: median(rates.map((pair) => pair[side])), median: median(times), p99: ninetyNinth(times) })
  return { own: said(own, 0), bare: said(bare, 1), ratio: median(rates.map(([ours, theirs]) => ours / theirs)) }
}
