// The lock of a data folder: who uses it now. A lock whose holder is gone is no lock.
import { createHash } from 'node:crypto'
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { Server } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fault } from '@houqin/fault'

/** A process told apart from a later one that was given the same number: boot, number and start in ticks after boot. */
interface Holder {
  readonly pid: number
  readonly startedAt: string
  readonly boot: string
}

export interface Lock {
  /** Gives the folder back; again does nothing. */
  release(): void
}

/** Takes the folder for this process, or throws `postgres.folder-in-use`. */
export async function lockFolder({ folder, name }: { folder: string; name: string }): Promise<Lock> {
  const file = join(folder, 'lock')
  const leave = await alone(folder)
  try {
    const holder = readHolder(file)
    if (holder !== undefined && isAlive(holder)) {
      throw fault({
        code: 'postgres.folder-in-use',
        zh: `数据目录 ${name} 正被进程 ${holder.pid} 使用：请先停止它，或用 --data 另选目录。`,
        en: `The data folder ${name} is in use by process ${holder.pid}: stop that one first, or choose another with --data.`,
      })
    }
    // Removed first: the dead holder may have been another user, whose file we cannot write.
    rmSync(file, { force: true })
    writeFileSync(file, JSON.stringify(present()), { mode: 0o600 })
  } finally {
    leave()
  }
  let held = true
  return {
    release: () => {
      if (held) rmSync(file, { force: true })
      held = false
    },
  }
}

/**
 * Waits until no other process is alone with the folder: two starters must not both find the same lock stale. The kernel
 * frees an abstract socket with its process, so this guard itself can never be stale. @returns lets the next one in.
 */
export async function alone(folder: string): Promise<() => void> {
  const { dev, ino } = statSync(folder)
  const name = `\0houqin-${createHash('sha256').update(`${dev}:${ino}`).digest('hex').slice(0, 24)}`
  for (;;) {
    const server = await listen(name)
    if (server !== undefined) return () => server.close()
    await pause(20)
  }
}

function listen(name: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error))
    server.listen(name, () => resolve(server))
  })
}

function readHolder(file: string): Holder | undefined {
  try {
    const holder: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof holder === 'object' && holder !== null && 'pid' in holder && 'startedAt' in holder && 'boot' in holder
      && typeof holder.pid === 'number' && typeof holder.startedAt === 'string' && typeof holder.boot === 'string') {
      return { pid: holder.pid, startedAt: holder.startedAt, boot: holder.boot }
    }
  } catch {
    // No lock, or one cut short by a power failure: nobody alive wrote it.
  }
  return undefined
}

function present(): Holder {
  return { pid: process.pid, startedAt: startOf(process.pid) ?? '', boot: bootId() }
}

function isAlive(holder: Holder): boolean {
  return holder.boot === bootId() && holder.startedAt === startOf(holder.pid)
}

function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
}

/** Start of a living process in clock ticks after boot (proc(5), field 22); undefined for none and for a zombie. */
function startOf(pid: number): string | undefined {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')
    return afterName[0] === 'Z' ? undefined : afterName[19]
  } catch {
    return undefined
  }
}
