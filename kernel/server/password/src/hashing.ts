// 口令摘要: argon2id, a few at a time; whoever finds the queue full is sent away rather than letting the machine choke.
import { randomBytes } from 'node:crypto'
import * as argon2id from '@node-rs/argon2'
import { Problem, say } from '@houqin/problem'

export interface Hashing {
  /** The digest of a password, with its salt and costs, as a PHC string. @throws Problem `too-many-requests`. */
  hash(password: string): Promise<string>
  /** Against `nobody` it takes as long and is never true. @throws Problem `too-many-requests`. */
  verify(hash: string, password: string): Promise<boolean>
  /** A digest no password has: what a sign-in without an account is measured against. */
  readonly nobody: string
}
interface Algorithm {
  hash(password: string, options: { readonly memoryCost: number; readonly timeCost: number; readonly parallelism: number }): Promise<string>
  verify(hash: string, password: string): Promise<boolean>
}

/** 19 MiB and two passes: the least OWASP recommends for argon2id, some 20 ms of one core. */
const costs = Object.freeze({ memoryCost: 19_456, timeCost: 2, parallelism: 1 })
const retryAfterSeconds = 3

/** @param atOnce hashings that run together. @param waiting how many more may stand in line. */
export function createHashing({ atOnce = 2, waiting = 100, algorithm = argon2id }: {
  atOnce?: number
  waiting?: number
  algorithm?: Algorithm
} = {}): Hashing {
  let running = 0
  const line: (() => void)[] = []
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (running < atOnce) running += 1
    else {
      if (line.length >= waiting) throw tooMany()
      // The place is handed over, not freed: `running` stays as it is.
      await new Promise<void>((resolve) => { line.push(resolve) })
    }
    try {
      return await work()
    } finally {
      const next = line.shift()
      if (next) next()
      else running -= 1
    }
  }
  return Object.freeze({
    hash: (password: string) => inTurn(() => algorithm.hash(composed(password), costs)),
    verify: (hash: string, password: string) => inTurn(() => algorithm.verify(hash, composed(password))),
    nobody: `$argon2id$v=19$m=${costs.memoryCost},t=${costs.timeCost},p=${costs.parallelism}$${unpadded(16)}$${unpadded(32)}`,
  })
}

/** The same keys give the same password whatever the input method made of them: full-width letters count as letters. */
function composed(password: string): string {
  return password.normalize('NFKC')
}
function unpadded(bytes: number): string {
  return randomBytes(bytes).toString('base64').replace(/=+$/, '')
}
function tooMany(): Problem {
  return new Problem('too-many-requests', say(
    '同时登录的人太多，请过几秒再试。',
    'Too many people are signing in at this moment. Try again in a few seconds.',
  ), { more: { retryAfter: retryAfterSeconds } })
}
