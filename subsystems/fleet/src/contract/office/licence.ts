// Which licence drives what 准驾车型: the classes a driver may hold for a kind of car.
import type { Driver } from '../driver.ts'
import type { Vehicle } from '../vehicle.ts'

// Own knowledge of the annex on classes of licences (机动车驾驶证申领和使用规定), unread: a works vehicle is taken for a large goods one.
const small = ['a1', 'a2', 'a3', 'b1', 'b2', 'c1', 'c2'] as const
const classes: Readonly<Record<Vehicle['kind'], readonly Driver['licenceClass'][]>> = Object.freeze({
  car: small, offroad: small, multi: small, medium: ['a1', 'b1', 'a3'], coach: ['a1', 'a3'], truck: ['a1', 'a2', 'b2'], works: ['a1', 'a2', 'b2'],
})

/** Whether a licence of this class drives a car of this kind. */
export const drives = (licence: Driver['licenceClass'], kind: Vehicle['kind']): boolean => classes[kind].includes(licence)
