// What every part of access works with: the declarations, the clock, the figures and the one line for hashing.
import type { Callers } from '@houqin/callers'
import type { Clock } from '@houqin/clock'
import type { Catalogue } from '@houqin/define'
import type { Hashing } from '@houqin/password'
import type { AccessSettings } from './settings.ts'

export interface House {
  readonly catalogue: Catalogue
  readonly clock: Clock
  readonly settings: AccessSettings
  readonly hashing: Hashing
  readonly callers: Callers
}
