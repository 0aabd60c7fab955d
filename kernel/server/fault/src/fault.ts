// A fault 故障: something that stopped us, said in one clear sentence in each language.

/** An error meant to be read by people: what happened, whose fault, what to do. `message` holds both languages. */
export interface Fault extends Error {
  /** Stable name of the kind of fault, `package.kind`, for tests and for callers that act on it. */
  readonly code: string
  readonly zh: string
  readonly en: string
}

const name = 'Fault'

/** Makes a fault to be thrown. `cause` is the technical error behind it, kept for the log. */
export function fault(words: { code: string; zh: string; en: string; cause?: unknown }): Fault {
  const { code, zh, en, cause } = words
  const error = new Error(`${zh}\n${en}`, cause === undefined ? {} : { cause })
  return Object.assign(error, { name, code, zh, en })
}

/** True for faults, and only for them: everything else is a defect of ours and deserves its stack. */
export function isFault(error: unknown): error is Fault {
  return error instanceof Error && error.name === name && 'zh' in error && 'en' in error
}
