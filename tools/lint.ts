// Lint: oxlint with its type-aware companion tsgolint (oxlint-tsgolint), which knows a promise nobody waits for.
import { join } from 'node:path'
import { installed, runProgram } from './program.ts'
import { projectRoot } from './tree.ts'

/** Answers what oxlint says about the folder; empty when all is well. oxlint itself fails when it saw no file. */
export async function checkLint({ folder = projectRoot }: { folder?: string } = {}): Promise<string> {
  const { exitCode, output } = await runProgram({
    program: installed('oxlint'),
    args: ['--config', join(projectRoot, '.oxlintrc.json'), '--type-aware', '--deny-warnings', '--report-unused-disable-directives'],
    folder,
    environment: { OXLINT_TSGOLINT_PATH: installed('tsgolint') }, // else it is looked for in `folder`
  })
  return exitCode === 0 ? '' : output
}
