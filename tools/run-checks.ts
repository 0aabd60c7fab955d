// The run behind `npm test` and `npm run check`: reads the words after the command, runs the stages, sets the exit code.
import { runStages, tallyLine } from './runner/run-stages.ts'
import { stagesOf } from './stages.ts'
import { ensureSystemPackages } from './system-packages.ts'
import { readTree } from './tree.ts'

export async function runChecks({ quick, words }: { quick: boolean; words: readonly string[] }): Promise<void> {
  const print = (text: string): void => {
    process.stdout.write(text)
  }
  const { filter, accept } = readWords(words)
  if (accept) process.env['ACCEPT'] = '1'
  const needs = { browser: () => ensureSystemPackages({ print }) }
  const tally = await runStages({ stages: stagesOf({ tree: readTree(), quick, filter, needs }), print })
  if (tally.failed > 0) process.exitCode = 1
  print(`${tallyLine(tally)}\n`)
}

/** `--accept` renews golden files; the one other word filters test files by their path. */
function readWords(words: readonly string[]): { filter: string | undefined; accept: boolean } {
  const [filter, ...more] = words.filter((word) => word !== '--accept')
  if (more.length > 0 || filter?.startsWith('-')) throw new Error(`Not understood: ${words.join(' ')}. Write one part of a path, or --accept.`)
  return { filter, accept: words.includes('--accept') }
}
