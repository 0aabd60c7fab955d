// What every reading of matters works with.
import type { Clock } from '@houqin/clock'
import type { Catalogue } from '@houqin/define'

export interface View {
  readonly catalogue: Catalogue
  readonly clock: Clock
}
