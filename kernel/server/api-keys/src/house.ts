// What the keys work with.
import type { Clock } from '@houqin/clock'
import type { Catalogue } from '@houqin/define'

export interface House {
  readonly catalogue: Catalogue
  readonly clock: Clock
}
