// As whom PostgreSQL runs: it refuses root, so root lends it another identity, in one of two ways.
import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess, SpawnSyncReturns, StdioOptions } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fault } from '@houqin/fault'

/**
 * `self`: as we are. `unshare`: root sees itself as another user inside a user namespace, keeping root's reach into
 * folders. `setuid`: truly another user, who must be able to reach programs and cluster.
 */
export type Runner =
  | { readonly as: 'self' }
  | { readonly as: 'unshare'; readonly uid: number }
  | { readonly as: 'setuid'; readonly uid: number; readonly gid: number }

/** What is run: program, arguments, and where its libraries are (as in LD_LIBRARY_PATH). */
export interface Command {
  readonly program: string
  readonly args: readonly string[]
  readonly libraries: string
}

/** Starts the command in a process group of its own, so that Ctrl-C in a terminal reaches us alone and we stop in order. */
export function start({ runner, command, stdio }: { runner: Runner; command: Command; stdio: StdioOptions }): ChildProcess {
  const { program, args } = dressed(runner, command)
  return spawn(program, args, { ...identity(runner), env: environment(command), cwd: '/', stdio, detached: true })
}

/** Runs the command to its end; `input` goes to its standard input. */
export function run({ runner, command, input }: { runner: Runner; command: Command; input?: string }): SpawnSyncReturns<string> {
  const { program, args } = dressed(runner, command)
  return spawnSync(program, args, { ...identity(runner), env: environment(command), cwd: '/', encoding: 'utf8', input: input ?? '' })
}

/** True when, under this identity, the program starts and all `folders` can be written. Asked of the machine, not guessed. */
export function works({ runner, program, libraries, folders }: { runner: Runner; program: string; libraries: string; folders: readonly string[] }): boolean {
  const script = '"$0" --version && for folder; do test -w "$folder" && test -x "$folder" || exit 1; done'
  return run({ runner, command: { program: '/bin/sh', args: ['-c', script, program, ...folders], libraries } }).status === 0
}

/** True when this identity may execute the program where it lies. */
export function mayExecute({ runner, program }: { runner: Runner; program: string }): boolean {
  return run({ runner, command: { program: '/bin/sh', args: ['-c', 'test -x "$0"', program], libraries: '' } }).status === 0
}

/** A user without rights that this machine's /etc/passwd names: initdb insists on a named one. */
export function unprivilegedUser(): { uid: number; gid: number } {
  const users = readFileSync('/etc/passwd', 'utf8').split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':')
    return name !== undefined && Number(uid) > 0 && Number(gid) > 0 ? [{ name, uid: Number(uid), gid: Number(gid) }] : []
  })
  const user = users.find(({ name }) => name === 'nobody') ?? users.at(-1)
  if (user === undefined) {
    throw fault({
      code: 'postgres.no-user',
      zh: '数据库不能以 root 身份运行，而本机 /etc/passwd 中没有普通用户：请添加 nobody 用户，或以普通用户启动。',
      en: 'The database must not run as root and /etc/passwd names nobody else: add the user nobody, or start as an ordinary user.',
    })
  }
  return { uid: user.uid, gid: user.gid }
}

function dressed(runner: Runner, command: Command): { program: string; args: string[] } {
  return runner.as === 'unshare'
    ? { program: 'unshare', args: ['--user', `--map-user=${runner.uid}`, '--', command.program, ...command.args] }
    : { program: command.program, args: [...command.args] }
}

function identity(runner: Runner): { uid?: number; gid?: number } {
  return runner.as === 'setuid' ? { uid: runner.uid, gid: runner.gid } : {}
}

// Only what the programs need: PGDATA, PGPORT and the like of the caller must not lead them astray.
function environment(command: Command): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC', LD_LIBRARY_PATH: command.libraries }
}
