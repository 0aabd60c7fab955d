// The watchdog: a shell that waits on a pipe only we hold, and stops PostgreSQL should we vanish without a word.
import { spawn } from 'node:child_process'

/** Watches `pid` from now on. `leave` sends the watchdog home once PostgreSQL has stopped. */
export function watch(pid: number): { leave(): void } {
  // `read` ends with success on our farewell line and with failure when the kernel closes the pipe of a dead process.
  const script = 'read -r farewell || kill -INT "$0"'
  const dog = spawn('/bin/sh', ['-c', script, String(pid)], { stdio: ['pipe', 'ignore', 'ignore'], cwd: '/', detached: true })
  dog.on('error', () => undefined)
  dog.stdin.on('error', () => undefined)
  dog.unref()
  return { leave: () => dog.stdin.end('farewell\n') }
}
