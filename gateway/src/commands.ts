// Commands 下发指令: each waits for the answer to its own number, is sent again in time, and ends in one of four ways.
import { answersCommand, awaitsMore } from '@houqin/jt808'
import type { Message } from '@houqin/jt808'

export type Outcome =
  | { readonly outcome: 'ok'; readonly answer?: Message }
  | { readonly outcome: 'rejected'; readonly code: number }
  | { readonly outcome: 'timeout' }
  | { readonly outcome: 'offline' }

interface Pending {
  readonly id: number
  /** A long command goes out under several numbers; terminals answer with the first, the last or any. */
  readonly firstSerial: number
  readonly count: number
  readonly frames: readonly Uint8Array[]
  readonly settle: (outcome: Outcome) => void
  tries: number
  dueAt: number
}
/** The patience of a link: how long the first answer may take, how often a command is sent. */
export interface Patience {
  readonly firstMs: number
  readonly tries: number
}
export interface Commands {
  /** Resolves when the terminal has answered, refused, or stayed silent too long. */
  expect(command: { id: number; firstSerial: number; frames: readonly Uint8Array[] }, now: number): Promise<Outcome>
  /** A general answer (0x0001). True when a command was waiting for it. */
  acknowledged(answer: { serial: number; id: number; result: number }): boolean
  /** An answer proper. True when a command was waiting for it. */
  answered(message: Message, serial: number | undefined): boolean
  /** Sends again what is due and gives up what was sent often enough. */
  sweep(now: number, send: (frame: Uint8Array) => void): void
  /** Parts of a long command that did not arrive, by their indexes from 1. */
  again(firstSerial: number, indexes: readonly number[], send: (frame: Uint8Array) => void): void
  /** The link is gone. */
  end(): void
  waiting(): number
}

export function createCommands({ firstMs, tries }: Patience): Commands {
  const pending = new Set<Pending>()
  const close = (one: Pending, outcome: Outcome): void => {
    pending.delete(one)
    one.settle(outcome)
  }
  const within = ({ firstSerial, count }: Pending, serial: number): boolean => ((serial - firstSerial) & 0xffff) < count

  return {
    expect: ({ id, firstSerial, frames }, now) =>
      new Promise((settle) => pending.add({ id, firstSerial, count: frames.length, frames, settle, tries: 1, dueAt: now + firstMs })),
    acknowledged({ serial, id, result }) {
      const one = [...pending].find((waiting) => waiting.id === id && within(waiting, serial))
      if (one === undefined) return false
      if (result !== 0) close(one, { outcome: 'rejected', code: result })
      else if (!awaitsMore(id)) close(one, { outcome: 'ok' })
      return true
    },
    answered(message, serial) {
      const one = [...pending].find((waiting) => answersCommand(waiting.id, message.id) && (serial === undefined || within(waiting, serial)))
      if (one === undefined) return false
      close(one, { outcome: 'ok', answer: message })
      return true
    },
    sweep(now, send) {
      for (const one of [...pending].filter(({ dueAt }) => dueAt <= now)) {
        if (one.tries >= tries) {
          close(one, { outcome: 'timeout' })
          continue
        }
        for (const frame of one.frames) send(frame)
        one.tries += 1
        // T(n+1) = T(n) × (n+1)
        one.dueAt = now + firstMs * factorial(one.tries)
      }
    },
    again(firstSerial, indexes, send) {
      const one = [...pending].find((waiting) => waiting.firstSerial === firstSerial)
      for (const index of indexes) {
        const frame = one?.frames[index - 1]
        if (frame) send(frame)
      }
    },
    end() {
      for (const one of [...pending]) close(one, { outcome: 'offline' })
    },
    waiting: () => pending.size,
  }
}

function factorial(number: number): number {
  return number <= 1 ? 1 : number * factorial(number - 1)
}
