// Commands given without a network 待发送: kept with their idempotency key until the server has answered each, and what it answered.
import { useSyncExternalStore } from 'react'
import type { HeldFile } from './held-files.ts'
import { dropRow, forgetRows, keepRow, keptRows } from './store.ts'

export interface Command {
  /** Its idempotency key: however often it is sent, it has one effect. */
  readonly key: string
  readonly account: string
  /** Below `/api`. */
  readonly path: string
  readonly body: unknown
  /** Named in the body and still on this device; commands kept by an older page know none. */
  readonly files?: readonly HeldFile[]
  readonly title: string
  /** A page of the console on which its outcome shows. */
  readonly page: string
  /** ISO 8601, in the house's time as far as this device knows it. */
  readonly givenAt: string
  readonly state: 'waiting' | 'sent' | 'refused'
  /** What the server answered, in words. */
  readonly says: string
}

let held: readonly Command[] = []
const watchers = new Set<() => void>()
const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel('houqin.commands') : null
channel?.addEventListener('message', () => void read())

function show(next: readonly Command[]): void {
  held = next
  for (const watcher of [...watchers]) watcher()
}
async function read(): Promise<void> {
  const rows = await keptRows('commands').catch(() => [])
  show((rows as readonly Command[]).toSorted((a, b) => a.givenAt.localeCompare(b.givenAt))) // written below
}

/** @throws when the browser keeps nothing: then the command was not kept either. */
export async function keepCommand(command: Command): Promise<void> {
  await keepRow('commands', command)
  await read()
  channel?.postMessage('changed')
}
export async function dropCommand(key: string): Promise<void> {
  await dropRow('commands', key)
  await read()
  channel?.postMessage('changed')
}
/** At signing out: commands, and what was seen. */
export async function forgetKept(): Promise<void> {
  await forgetRows().catch(() => undefined)
  show([])
  channel?.postMessage('changed')
}
/** @param account only his: nobody sends, or sees, what somebody else gave on this device. */
export async function commandsOf(account: string): Promise<readonly Command[]> {
  await read()
  return held.filter((command) => command.account === account)
}

/** All that this device keeps, oldest first; select one's own. */
export function useCommands(): readonly Command[] {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => held,
  )
}
