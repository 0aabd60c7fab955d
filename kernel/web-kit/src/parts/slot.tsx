// A slot 插槽 on the screen: what neighbours put there, each loaded when the screen is opened, each with faults of its own.
import type { Slot as DeclaredSlot, SlotFill } from '@houqin/define'
import { createContext, lazy, Suspense, use } from 'react'
import type { ComponentType, ReactNode } from 'react'
import { ErrorBoundary } from '../blocks/error-boundary.tsx'
import { Waiting } from '../blocks/waiting.tsx'

const Context = createContext<readonly SlotFill[]>([])

export function SlotProvider({ fills, children }: { fills: readonly SlotFill[]; children: ReactNode }): ReactNode {
  return <Context value={fills}>{children}</Context>
}

export function Slot<P extends object>({ slot, given }: { slot: DeclaredSlot<P>; given: P }): ReactNode {
  const fills = use(Context).filter((one) => one.slot === slot.slot)
  return fills.map((one, place) => {
    const Fill = componentOf(one)
    return (
      <ErrorBoundary key={place}>
        <Suspense fallback={<Waiting lines={2} />}>
          <Fill {...given} />
        </Suspense>
      </ErrorBoundary>
    )
  })
}

const loaded = new WeakMap<SlotFill, ComponentType<object>>()
function componentOf(one: SlotFill): ComponentType<object> {
  const known = loaded.get(one)
  if (known) return known
  // `fill()` held the component to what its slot tells
  const made = lazy(async () => ({ default: (await one.load()).Fill as ComponentType<object> }))
  loaded.set(one, made)
  return made
}
