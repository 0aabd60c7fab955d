// Sending what waited 补发: one after another as they were given, each told what became of it; what the server refuses stays until it is read.
import { call } from '../api/call.ts'
import { ProblemError } from '../api/problem.ts'
import { serverNow } from '../clock.ts'
import type { Say } from '../words/locale.ts'
import { commandsOf, keepCommand } from './commands.ts'
import type { Command } from './commands.ts'
import { sendHeld } from './held-files.ts'

/** The house remembers its answers for two days; what is older and may have arrived is not sent by itself again. */
const surelyRemembered = 20 * 60 * 60 * 1000
let sending: Promise<number> | undefined

/** @returns how many the server has answered. Asked again while it runs, it is the same run. */
export function sendCommands(account: string, say: Say): Promise<number> {
  sending ??= oneTab(() => sendAll(account, say)).finally(() => {
    sending = undefined
  })
  return sending
}

/** Two tabs of one browser do not send the same command side by side; where the browser knows no locks, its key protects it. */
async function oneTab(work: () => Promise<number>): Promise<number> {
  if (!('locks' in navigator)) return work()
  return navigator.locks.request('houqin.commands', { ifAvailable: true }, (lock) => (lock ? work() : 0))
}

async function sendAll(account: string, say: Say): Promise<number> {
  let answered = 0
  for (const command of (await commandsOf(account)).filter(({ state }) => state === 'waiting')) {
    let left = command
    const outcome = await send(command, say, (sofar) => keepCommand((left = { ...command, ...sofar })))
    if (!outcome) return answered
    await keepCommand({ ...left, ...outcome })
    answered += 1
  }
  return answered
}

/** Undefined when it must wait on: nobody answered, or not now. */
async function send({ path, body, files = [], key, givenAt }: Command, say: Say, sofar: Parameters<typeof sendHeld>[1]): Promise<Pick<Command, 'state' | 'says'> | undefined> {
  if (serverNow().getTime() - Date.parse(givenAt) > surelyRemembered)
    return { state: 'refused', says: say('放了太久，不再自动发送。请打开看看办成没有，没有就重新办一次。', 'It waited too long to be sent by itself. See whether it was done, and do it again if not.') }
  try {
    await call(path, { method: 'POST', body: await sendHeld({ body, files }, sofar), idempotencyKey: key })
    return { state: 'sent', says: say('已发送', 'Sent') }
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown
    const later = thrown.status === 0 || thrown.status === 401 || thrown.status === 429 || thrown.status >= 500 || thrown.type === 'csrf'
    return later ? undefined : { state: 'refused', says: thrown.message }
  }
}
