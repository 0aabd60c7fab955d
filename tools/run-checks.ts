// The run behind `npm test` and `npm run check`: reads the words after the command, runs the stages, sets the exit code.
import { demonstrationVariable, openDemonstration } from '@houqin/demonstration/open'
import type { OpenDemonstration } from '@houqin/demonstration/open'
import { addressVariable, sharedPostgres } from '@houqin/testing/shared-postgres'
import type { SharedPostgres } from '@houqin/testing/shared-postgres'
import { runStages, tallyLine } from './runner/run-stages.ts'
import { stagesOf } from './stages.ts'
import { ensureSystemPackages } from './system-packages.ts'
import { readTree } from './tree.ts'

/** `--accept` renews golden files; the one other word filters test files by their path. */
export async function runChecks({ quick, words }: { quick: boolean; words: readonly string[] }): Promise<void> {
  const [filter, ...more] = words.filter((word) => word !== '--accept')
  if (more.length > 0 || filter?.startsWith('-')) {
    process.stderr.write(`Not understood: ${words.join(' ')}. Write one part of a path, --accept, or nothing.\n`)
    process.exitCode = 2
    return
  }
  if (words.includes('--accept')) process.env['ACCEPT'] = '1'

  let postgres: Promise<SharedPostgres> | undefined
  const database = async (): Promise<void> => {
    postgres ??= sharedPostgres()
    process.env[addressVariable] = (await postgres).url // test files are processes of their own and inherit it
  }
  const browser = (): Promise<void> => ensureSystemPackages({ print })
  let opened: Promise<OpenDemonstration> | undefined
  const demonstration = async (): Promise<void> => {
    opened ??= openDemonstration()
    process.env[demonstrationVariable] = (await opened).address
  }
  const leave = async (): Promise<void> => {
    await (await opened)?.close()
    await (await postgres)?.stop()
  }
  const givenUp = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => {
    givenUp.abort()
    void leave().finally(() => process.exit(1))
  })

  const stages = stagesOf({ tree: readTree(), quick, filter, needs: { database, browser, demonstration }, stop: givenUp.signal })
  const tally = await runStages({ stages, print })
  if (tally.failed > 0) process.exitCode = 1
  await leave().catch((error: unknown) => print(`The database of the tests did not stop: ${String(error)}\n`))
  print(`${tallyLine(tally)}\n`)
}

function print(text: string): void {
  process.stdout.write(text)
}
