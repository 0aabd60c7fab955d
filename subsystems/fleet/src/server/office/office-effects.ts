// What follows from the matters of the office 公车业务联动.
import type { System } from '@houqin/http'
import type { Effects } from '@houqin/matters'
import { redressEffects } from './redress.ts'
import { repairEffects } from './repair.ts'
import { useEffects } from './use.ts'

export const officeEffects = (system: System): readonly Effects[] => [useEffects(system), repairEffects(system), redressEffects(system)]
