// The run behind `npm test` and `npm run check`: reads the words after the command, runs the stages, sets the exit code.
import { setTimeout as pause } from 'node:timers/promises'
import { demonstrationDatabaseVariable, demonstrationFolderVariable, demonstrationVariable, openDemonstration } from '@houqin/demonstration/open'
import type { OpenDemonstration } from '@houqin/demonstration/open'
import { addressVariable, sharedPostgres } from '@houqin/testing/shared-postgres'
import type { SharedPostgres } from '@houqin/testing/shared-postgres'
import { serverOf } from './runner/server-of.ts'
import { runStages, tallyLine } from './runner/run-stages.ts'
import { stagesOf } from './stages.ts'
import { ensureSystemPackages } from './system-packages.ts'
import { readTree } from './tree.ts'

/** The promise is 40 minutes on two cores; a machine twice as slow is given its time, and a run that hangs is not given for ever. */
const limitMinutes = 75

/** `--accept` renews golden files, `--postgres ADDRESS` runs on a server of yours; the one other word filters test files by their path. */
export async function runChecks({ quick, words }: { quick: boolean; words: readonly string[] }): Promise<void> {
  const { yours, rest } = serverOf(words)
  const [filter, ...more] = rest.filter((word) => word !== '--accept')
  if (more.length > 0 || filter?.startsWith('-')) {
    process.stderr.write(`Not understood: ${words.join(' ')}. Write one part of a path, --accept, --postgres ADDRESS, or nothing.\n`)
    process.exitCode = 2
    return
  }
  if (words.includes('--accept')) process.env['ACCEPT'] = '1'

  let postgres: Promise<SharedPostgres> | undefined
  const database = async (): Promise<void> => {
    postgres ??= sharedPostgres(yours)
    process.env[addressVariable] = (await postgres).url // test files are processes of their own and inherit it
  }
  const browser = (): Promise<void> => ensureSystemPackages({ print })
  let opened: Promise<OpenDemonstration> | undefined
  const demonstration = async (): Promise<void> => {
    opened ??= openDemonstration()
    const { address, databaseUrl, dataFolder } = await opened
    process.env[demonstrationVariable] = address
    process.env[demonstrationDatabaseVariable] = databaseUrl
    process.env[demonstrationFolderVariable] = dataFolder
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
  let late = false
  const limit = setTimeout(() => {
    late = true
    givenUp.abort()
  }, limitMinutes * 60_000)
  const { passed, failed } = await runStages({ stages, print })
  clearTimeout(limit)
  if (late) print(`The run was not over after ${limitMinutes} minutes and was given up: what had not begun did not run.\n`)
  const tally = { passed, failed: failed + (late ? 1 : 0) }
  const stopped = leave().catch((error: unknown) => print(`The database of the tests did not stop: ${String(error)}\n`))
  await Promise.race([stopped, pause(60_000)])
  print(`${tallyLine(tally)}\n`)
  process.exit(tally.failed > 0 ? 1 : 0) // whatever a test may have left open in this process, the run is over
}

function print(text: string): void {
  process.stdout.write(text)
}
