// What follows from the steps of a census 清查联动.
import type { System } from '@houqin/http'
import { effects } from '@houqin/matters'
import type { Effects } from '@houqin/matters'
import { census } from '../../contract/index.ts'
import { openCensus } from './open-census.ts'
import { signCensus, submitCensus } from './sign-census.ts'

export function censusEffects(system: System): Effects {
  return effects(census, {
    start: (started) => openCensus(system, started),
    submit: submitCensus,
    sign: (taken) => signCensus(system, taken),
  })
}
