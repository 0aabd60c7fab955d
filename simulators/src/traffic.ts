// Traffic 车流: all cars of a world on one clock, each terminal on a socket of its own.
import type { Clock } from '@houqin/clock'
import type { Dialect, Edition } from '@houqin/jt808'
import { createCar } from './car.ts'
import type { Car, CarHabits } from './car.ts'
import { dice } from './dice.ts'
import type { Plane, Spot } from './plane.ts'
import type { Roads } from './roads.ts'
import { createTerminal } from './terminal.ts'

export interface SimulatedCar {
  readonly phone: string
  readonly plate: string
  readonly model: string
  readonly dialect?: Dialect
  /** By its number unless told: about half 2013, the others 2019 and 2011. */
  readonly edition?: Edition
  readonly habits: CarHabits
}
export interface TrafficOptions {
  readonly cars: readonly SimulatedCar[]
  readonly roads: Roads
  readonly plane: Plane
  /** Where cars go. */
  readonly stops: readonly Spot[]
  readonly host: string
  readonly port: number
  /** The world's: may stand elsewhere and run faster than the machine's. */
  readonly clock: Clock
  readonly seed: number
  /** Milliseconds of the machine between two looks at the clock. */
  readonly everyMs?: number
}
export interface Traffic {
  /** Lets every car live on to the clock's moment; called by itself unless `everyMs` is 0. */
  step(): void
  figures(): { readonly cars: number; readonly driving: number; readonly signedIn: number; readonly unheard: number }
  close(): void
}

/** Sockets opened a step: three hundred do not knock at the same instant. */
const openedAStep = 20

export function startTraffic({ cars, roads, plane, stops, host, port, clock, seed, everyMs = 1000 }: TrafficOptions): Traffic {
  const all: readonly Car[] = cars.map(({ phone, plate, model, dialect, edition, habits }) =>
    createCar({
      habits, roads, plane, stops, roll: dice(seed, phone),
      terminal: (where) => createTerminal({ host, port, phone, plate, model, where, edition: edition ?? editionOf(phone), ...(dialect && { dialect }) }),
    }))
  let opened = 0
  const step = (): void => {
    for (const { terminal } of all.slice(opened, opened + openedAStep)) terminal.open()
    opened += openedAStep
    const at = clock.now()
    for (const car of all.slice(0, opened)) car.live(at)
  }
  const timer = everyMs > 0 ? setInterval(step, everyMs) : undefined
  return {
    step,
    figures: () => ({
      cars: all.length, driving: all.filter((car) => car.driving()).length, signedIn: all.filter(({ terminal }) => terminal.signedIn()).length,
      unheard: all.reduce((sum, { terminal }) => sum + terminal.unheard(), 0),
    }),
    close() {
      clearInterval(timer)
      for (const { terminal } of all) terminal.close()
    },
  }
}
export function editionOf(phone: string): Edition {
  const place = Number(phone.slice(-2)) % 10
  return place < 5 ? 2013 : place < 8 ? 2019 : 2011
}
