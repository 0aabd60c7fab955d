// 登录参数: how long a session lives and how many mistakes are forgiven; the bureau may choose otherwise at the start.

export interface AccessSettings {
  /** A session nobody uses ends after this long. */
  readonly idleMinutes: number
  /** A session ends this long after the sign-in, used or not. */
  readonly absoluteHours: number
  /** A username is locked after this many failures in a row, and again after each further as many. */
  readonly failuresPerUsername: number
  /** The same for an address: higher, because a whole office may sit behind one. */
  readonly failuresPerAddress: number
  /** How long the first lock lasts, the second, and so on; the last figure is for all that follow. */
  readonly lockMinutes: readonly [number, ...number[]]
  /** Failures are forgotten when none followed for this long. */
  readonly forgottenAfterHours: number
  /** Passwords an account has had that may not be taken again. */
  readonly passwordsRemembered: number
}

export const officeSettings: AccessSettings = Object.freeze({
  idleMinutes: 30,
  absoluteHours: 12,
  failuresPerUsername: 5,
  failuresPerAddress: 30,
  lockMinutes: Object.freeze([1, 5, 15, 60] as const),
  forgottenAfterHours: 24,
  passwordsRemembered: 5,
})
