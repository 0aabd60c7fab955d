// A sheet or part that is fetched when it is first opened, since most who see its page never open it.
import { lazy, Suspense } from 'react'
import type { ComponentType, ReactNode } from 'react'

/** @param load its module's component. Nothing stands in its place while it is fetched; where it cannot be, the page's own boundary says so. */
export function late<P extends object>(load: () => Promise<ComponentType<P>>): (given: P) => ReactNode {
  const Part = lazy(async () => ({ default: await load() }))
  // what the component asks for is what is given: lazy only loses which
  const Shown = Part as unknown as ComponentType<P>
  return function Late(given) {
    return (
      <Suspense fallback={null}>
        <Shown {...given} />
      </Suspense>
    )
  }
}
