// Orphans: PostgreSQL processes that outlived the one that started them. Ours alone are known by the cluster's own name.
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { fault } from '@houqin/fault'

const lookEveryMs = 20

// From a checkpoint in good order to none at all: what is acknowledged is in the log on disk in every case.
const steps: readonly { signal: NodeJS.Signals; patienceMs: number }[] = [
  { signal: 'SIGINT', patienceMs: 10_000 },
  { signal: 'SIGQUIT', patienceMs: 6_000 },
  { signal: 'SIGKILL', patienceMs: 2_000 },
]

/** Stops every PostgreSQL process of the cluster that bears this name and returns how many there were. */
export async function stopOrphans(cluster: string): Promise<number> {
  const found = processesOf(cluster)
  for (const { signal, patienceMs } of steps) {
    for (const pid of processesOf(cluster)) send(pid, signal)
    for (let waited = 0; waited < patienceMs; waited += lookEveryMs) {
      if (processesOf(cluster).length === 0) return found.length
      await pause(lookEveryMs)
    }
  }
  throw fault({
    code: 'postgres.orphan-stays',
    zh: `上次运行遗留的数据库进程 ${processesOf(cluster).join('、')} 无法停止：请由其所有者结束后重试。`,
    en: `Database processes left by an earlier run (${processesOf(cluster).join(', ')}) cannot be stopped: have their owner end them, then start again.`,
  })
}

// The postmaster carries the name in its arguments, its children in their titles.
function processesOf(cluster: string): number[] {
  return readdirSync('/proc').filter((entry) => /^\d+$/.test(entry)).map(Number).filter((pid) => {
    const line = commandLine(pid)
    return line.includes(cluster) && /^(postgres:|[^\0]*\/postgres\0)/.test(line)
  })
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // Gone meanwhile, or not ours to stop: the caller looks again and says so.
  }
}
