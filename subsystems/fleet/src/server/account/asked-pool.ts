// What is asked of a class's cars 测算范围: which class, and whose.
import { z } from 'zod'
import { vehicleUses } from '../../contract/index.ts'
import type { VehicleUse } from '../../contract/index.ts'

/** Ids with commas between; none where it is left out. */
export const ids = z.string().max(20_000).transform((given) => given.split(',').filter((one) => one !== '')).pipe(z.array(z.uuid())).default([])
/** All organs where none is named. */
export const pooled = z.object({ use: z.enum(Object.keys(vehicleUses) as [VehicleUse, ...VehicleUse[]]), organs: ids })
