// A command that may wait: sent at once, or kept on the device when nobody answers, and said so.
import type { WireFile } from '@houqin/wire'
import { call } from '../api/call.ts'
import { newIdempotencyKey } from '../api/idempotency-key.ts'
import { ProblemError } from '../api/problem.ts'
import { serverNow } from '../clock.ts'
import type { Say } from '../words/locale.ts'
import { commandsOf, dropCommand, keepCommand } from './commands.ts'
import type { Command } from './commands.ts'
import { isHeld, sendHeld } from './held-files.ts'
import type { Naming } from './held-files.ts'

export interface Keepable {
  readonly account: string
  readonly body: unknown
  /** Those the body names by their ids; what of them is held on this device is sent first, or kept with the command. */
  readonly files?: readonly WireFile[] | undefined
  readonly idempotencyKey?: string | undefined
  readonly title: string
  readonly page: string
  /** Whether it is the last word on what its path names: what this account gave before and could not send is not sent any more. */
  readonly lastWord?: boolean
}

/**
 * A POST that is kept when the server cannot be reached. It may have arrived all the same: sent again under its key, it has one effect.
 * @param path below `/api`. @returns the answer; null when it was kept. @throws ProblemError also when it could not be kept.
 */
export async function callOrKeep<T>(path: string, { account, body, files = [], idempotencyKey, title, page, lastWord = false }: Keepable): Promise<T | null> {
  const key = idempotencyKey ?? newIdempotencyKey()
  let left: Naming = { body, files: files.filter(isHeld) }
  try {
    const sent = await sendHeld(left, (sofar) => (left = sofar))
    const answer = await call<T>(path, { method: 'POST', body: sent, idempotencyKey: key })
    if (lastWord) await dropEarlier(account, path)
    return answer
  } catch (thrown) {
    if (!(thrown instanceof ProblemError) || thrown.status !== 0) throw thrown
    const command: Command = { key, account, path, ...left, title, page, givenAt: serverNow().toISOString(), state: 'waiting', says: '' }
    if (lastWord) await dropEarlier(account, path)
    await keepCommand(command).catch(() => {
      throw thrown
    })
    return null
  }
}

async function dropEarlier(account: string, path: string): Promise<void> {
  for (const { key } of (await commandsOf(account)).filter((one) => one.path === path && one.state === 'waiting')) await dropCommand(key)
}

/** What is said when a command was kept. */
export const keptWords = (say: Say): string => say('没有网络：已记下，联网后发送', 'No network: kept, and sent when it is back')
