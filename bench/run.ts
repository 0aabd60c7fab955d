// `npm run bench -- NAME`: measures one thing against its yardstick in the same run, prints a table, keeps it as JSON.
import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { benchAsk } from './ask.ts'
import { benchImports } from './imports.ts'
import { benchKilled } from './killed.ts'
import { benchMatters } from './matters.ts'
import type { Measured } from './measured.ts'
import { benchStandards } from './standards.ts'

const benches: Readonly<Record<string, () => Promise<readonly Measured[]>>> = Object.freeze({ ask: benchAsk, imports: benchImports, killed: benchKilled, matters: benchMatters, standards: benchStandards })

const name = process.argv[2] ?? ''
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined
if (bench === undefined) {
  process.stderr.write(`npm run bench -- ${Object.keys(benches).join(' | ')}\n`)
  process.exit(1)
}
const measured = await bench()
const machine = { cores: cpus().length, cpu: cpus()[0]?.model ?? 'unknown', memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.version }
const folder = new URL('results/', import.meta.url)
mkdirSync(folder, { recursive: true })
writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify({ bench: name, machine, measured }, null, 2)}\n`)
console.table(Object.fromEntries(measured.map(({ what, value, unit, yardstick, ratio, goal }) =>
  [what, { value, unit, yardstick: yardstick === undefined ? '' : `${yardstick.what} ${yardstick.value}`, ratio: ratio ?? '', goal: goal ?? '' }])))
