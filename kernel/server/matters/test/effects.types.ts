// Effects that must and must not compile: what a handler is handed comes from the declaration, never from nowhere.
import { effects } from '@houqin/matters'
import type { StepTaken } from '@houqin/matters'
import { inspection, repair } from './house.ts'

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
function holds<_T extends true>(): void {}
type IsAny<T> = 0 extends 1 & T ? true : false

export const fine = effects(repair, {
  dispatch: async (taken) => {
    holds<Equal<IsAny<typeof taken>, false>>()
    holds<Equal<typeof taken, StepTaken<typeof repair, 'dispatch'>>>()
    holds<Equal<IsAny<typeof taken.input.worker>, false>>()
    const { input, matter, engine } = taken
    const worker: string = input.worker
    holds<Equal<typeof matter.form.kind, 'electric' | 'water'>>()
    holds<Equal<typeof matter.facts.cost, string | null>>()
    holds<Equal<typeof matter.state, 'asked' | 'dispatched' | 'repaired' | 'closed' | 'merged'>>()
    await engine.setFacts({ cost: worker })
    await engine.startOther(inspection, { input: { what: matter.number } })
    // @ts-expect-error the other matter asks what
    await engine.startOther(inspection, { input: {} })
    // @ts-expect-error no such fact
    await engine.setFacts({ colour: 'red' })
    // @ts-expect-error no such input
    void input.room
    // @ts-expect-error no such kind of link
    await engine.link('resembles', 'BX-1')
  },
  start: async (started) => {
    holds<Equal<IsAny<typeof started>, false>>()
    // @ts-expect-error nothing was handed to a step
    void started.input
  },
  overdue: async ({ matter }) => {
    holds<Equal<typeof matter.form.what, string>>()
  },
})
// @ts-expect-error a step that does not exist
effects(repair, { paint: async () => {} })
effects(repair, {
  // @ts-expect-error an input of another type
  dispatch: async ({ input }: { input: { worker: number } }) => void input,
})
effects(repair, {
  // @ts-expect-error the input of another step
  finish: async ({ input }) => void input.worker,
})
