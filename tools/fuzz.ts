// `npm run fuzz -- 10000 [--routes] [part of a path] [seed]`: so many requests to each operation of the interface's description, or to each route whatever it serves, and what was found.
import { spawn } from 'node:child_process'
import { randomInt } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { projectRoot } from './tree.ts'

const spread = process.argv.includes('--routes')
const [count = '1000', only = '', seed = String(randomInt(1_000_000))] = process.argv.slice(2).filter((word) => word !== '--routes')
if (!/^[1-9]\d{0,5}$/.test(count) || !/^\d+$/.test(seed)) {
  process.stderr.write('npm run fuzz -- 10000 [--routes] [part of a path, such as matters/service-desk] [seed]\n')
  process.exit(1)
}
process.stdout.write(`${count} requests to each ${spread ? 'route' : 'operation'}${only && ` of ${only}`}, seed ${seed}\n`)
// each in a house and a database of its own, with its share of the operations
const shares = Math.min(availableParallelism(), 4)
let worst = 0
for (let share = 0, running = shares; share < shares; share += 1) {
  const child = spawn(process.execPath, ['--max-semi-space-size=64', '--test', 'apps/server/test/fuzz/fuzz.db.test.ts'], {
    cwd: projectRoot, stdio: 'inherit', env: { ...process.env, FUZZ_PER_OPERATION: count, FUZZ_ONLY: only, FUZZ_SEED: seed, FUZZ_SPREAD: spread ? '1' : '0', FUZZ_SHARE: `${share}/${shares}` },
  })
  child.on('exit', (code) => {
    worst = Math.max(worst, code ?? 1)
    running -= 1
    if (running === 0) process.exit(worst)
  })
}
