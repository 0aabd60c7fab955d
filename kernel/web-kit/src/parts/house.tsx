// The house 全部子系统 for pages: what meets an id finds what it names, once its subsystem is there.
import type { AnyStandard, Matter, Register } from '@houqin/define'
import { createContext, use, useEffect, useMemo, useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'
import { openHouse } from './open-house.ts'
import type { OpenHouse } from './open-house.ts'
import type { WebPart } from './web-part.ts'

/** Declarations are those of subsystems that are here; ask for others with `useSubsystemsOf` or `useWholeHouse`. */
export interface House extends Pick<OpenHouse, 'parts' | 'matterOf' | 'keeperOf'> {
  readonly loaded: readonly WebPart[]
  readonly register: (id: string) => Register | undefined
  readonly matter: (id: string) => Matter | undefined
  readonly standard: (id: string) => AnyStandard | undefined
}
const Context = createContext<OpenHouse>(openHouse([], {}))

export function HouseProvider({ house, children }: { house: OpenHouse; children: ReactNode }): ReactNode {
  return <Context value={house}>{children}</Context>
}
export function useHouse(): House {
  const house = use(Context)
  const loaded = useSyncExternalStore(house.watch, house.loaded)
  return useMemo(() => {
    const registers = loaded.flatMap(({ subsystem }) => Object.values(subsystem.registers))
    const matters = loaded.flatMap(({ subsystem }) => Object.values(subsystem.matters))
    const standards = loaded.flatMap(({ subsystem }) => Object.values(subsystem.standards))
    const { parts, matterOf, keeperOf } = house
    return {
      parts, matterOf, keeperOf, loaded,
      register: (id) => registers.find((one) => one.id === id),
      matter: (id) => matters.find((one) => one.id === id),
      standard: (id) => standards.find((one) => one.id === id),
    }
  }, [house, loaded])
}

/** Has the subsystems of these registers, matters or standards fetched, and those that judge them; what is shown of them grows when they are there. */
export function useSubsystemsOf(...ids: readonly string[]): void {
  const house = use(Context)
  const needed = house.subsystemsOf(ids).join()
  useEffect(() => {
    // What cannot be fetched now, as without a network, is shown as the server told it.
    if (needed) for (const id of needed.split(',')) house.load(id).catch(() => undefined)
  }, [house, needed])
}
/** Every subsystem that is here, while the others are fetched: for choices among all there are. @param asked whether somebody has come to such a choice. */
export function useWholeHouse(asked = true): readonly WebPart[] {
  const house = use(Context)
  useEffect(() => {
    if (asked) house.whole().catch(() => undefined)
  }, [house, asked])
  return useHouse().loaded
}
