// Runs an installed program to its end and hands back what it printed.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from './tree.ts'

export interface ProgramResult {
  /** Null when a signal ended it. */
  readonly exitCode: number | null
  /** Standard output and standard error, as they came. */
  readonly output: string
}

/** Throws when the program cannot be started at all. */
export function runProgram({ program, args, folder = projectRoot, environment = {} }: {
  program: string
  args: readonly string[]
  folder?: string
  /** Added to the environment of this process. */
  environment?: Readonly<Record<string, string>>
}): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: folder, env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (exitCode) => resolve({ exitCode, output: Buffer.concat(chunks).toString('utf8') }))
  })
}

/** The path of a program that npm installed for the project. */
export function installed(name: string): string {
  return join(projectRoot, 'node_modules', '.bin', name)
}
