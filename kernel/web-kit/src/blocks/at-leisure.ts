// What may wait 闲时: done once the page is on the screen and nothing else of it waits.
import { startTransition, useEffect, useState } from 'react'

const patienceMs = 1000

/** @returns whether what was wanted may be done by now: false at first, true soon after `wanted` is, and from then on. */
export function useAtLeisure(wanted: boolean): boolean {
  const [due, setDue] = useState(false)
  useEffect(() => {
    if (!wanted || due) return undefined
    let left = false
    const begin = (): void => {
      if (!left) startTransition(() => setDue(true))
    }
    // the picture is on the screen between two frames; Safari has no idle time to be asked for
    requestAnimationFrame(() => requestAnimationFrame(() => ('requestIdleCallback' in globalThis ? requestIdleCallback(begin, { timeout: patienceMs }) : setTimeout(begin))))
    return () => {
      left = true
    }
  }, [wanted, due])
  return due
}
