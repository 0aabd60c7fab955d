// `npm run bench -- NAME`: measures one thing against its yardstick in the same run, prints a table, keeps it as JSON.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { benchAsk } from './ask.ts'
import { benchDrawings } from './drawings.ts'
import { benchFirstPage } from './first-page.ts'
import { benchFleet } from './fleet.ts'
import { benchHouse } from './house.ts'
import { benchImports } from './imports.ts'
import { benchKilled } from './killed.ts'
import { benchLists } from './lists.ts'
import { benchMatters } from './matters.ts'
import type { Measured } from './measured.ts'
import { benchOfficeSpace } from './office-space.ts'
import { benchPlan } from './plan.ts'
import { benchSearch } from './search.ts'
import { benchStandards } from './standards.ts'

interface Bench {
  readonly says: string
  readonly run: () => Promise<readonly Measured[]>
}
const benches: Readonly<Record<string, Bench>> = Object.freeze({
  ask: { says: '[LAWS] how well 问一问 answers, how fast articles are found', run: benchAsk },
  drawings: { says: 'a floor plan file of 20 MiB read and recognised', run: benchDrawings },
  'first-page': { says: 'bytes and time until a phone can be used', run: benchFirstPage },
  fleet: { says: '[codec|fuzz|stream|sustained|links|days|map [SIZE]] terminals’ codec, positions to the disk against COPY, many links, a day’s report, the live map', run: benchFleet },
  house: { says: 'start, memory at rest, type check', run: benchHouse },
  imports: { says: 'a workbook of 100,000 rows', run: benchImports },
  killed: { says: '[ROUNDS] kill -9 in the middle of writes', run: benchKilled },
  lists: { says: '[ROWS,… [FOLDER|- [ONLY]]] lists of a million rows against bare fastify and pg', run: benchLists },
  matters: { says: 'steps a second against pgbench, the inbox', run: benchMatters },
  'office-space': { says: '[plan] the audit of a district of 5,000 to 80,000 rooms, its totals, the plan in a browser', run: async () => (process.argv[3] === 'plan' ? benchPlan() : [...(await benchOfficeSpace()), ...(await benchPlan())]) },
  search: { says: '[ROWS [FOLDER|- [LAWS]]] one search over a million of each', run: benchSearch },
  standards: { says: 'an audit of a million subjects', run: benchStandards },
})

const name = process.argv[2] ?? ''
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined
if (bench === undefined) {
  process.stdout.write(`npm run bench -- NAME\n${Object.entries(benches).map(([each, { says }]) => `  ${each.padEnd(12)}${says}\n`).join('')}`)
  process.exit(name === '' ? 0 : 1)
}
// what others made of the machine meanwhile belongs to the figures
const loadBefore = loadavg()[0]
const measured = await bench.run()
const machine = {
  cores: cpus().length, cpu: cpus()[0]?.model ?? 'unknown', memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.version, postgresql: postgresVersion(), loadBefore, loadAfter: loadavg()[0],
}
const folder = new URL('results/', import.meta.url)
mkdirSync(folder, { recursive: true })
writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify({ bench: name, machine, measured }, null, 2)}\n`)
console.table(Object.fromEntries(measured.map(({ what, value, unit, yardstick, ratio, goal }) =>
  [what, { value, unit, yardstick: yardstick === undefined ? '' : `${yardstick.what} ${yardstick.value}`, ratio: ratio ?? '', goal: goal ?? '' }])))

/** Of the database that comes with the program, which every bench takes. */
function postgresVersion(): string {
  const { optionalDependencies } = JSON.parse(readFileSync(new URL('../kernel/server/postgres/package.json', import.meta.url), 'utf8')) as { optionalDependencies: Readonly<Record<string, string>> }
  return Object.values(optionalDependencies)[0] ?? 'unknown'
}
