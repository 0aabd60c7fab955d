// "谁来审" before asking: who would decide what is being filled in, fetched once the form stands.
import type { Matter } from '@houqin/define'
import type { ReactNode } from 'react'
import { useAtLeisure } from '../blocks/at-leisure.ts'
import { late } from '../blocks/late.tsx'
import type { Entries } from '../fields/entries.ts'

export interface Asked {
  readonly matter: Matter
  /** A matter that stands and one of its steps; without it, one to be asked for. */
  readonly of?: { readonly number: string; readonly step: string }
  readonly entries: Entries
}
const WouldDecide = late<Asked>(async () => (await import('./would-decide.tsx')).WouldDecide)

/** Nothing for a matter or a step that asks nobody. */
export function WhoDecides(asked: Asked): ReactNode {
  const { matter, of } = asked
  const asks = of ? matter.steps[of.step]?.approve !== undefined : Object.values(matter.steps).some(({ approve }) => approve)
  const leisure = useAtLeisure(asks)
  return leisure && <WouldDecide {...asked} />
}
