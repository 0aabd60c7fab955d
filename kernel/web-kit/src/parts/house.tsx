// The house 全部子系统: the web parts of every subsystem, for pages that meet an id and want what it names.
import type { Matter, Register } from '@houqin/define'
import { createContext, use, useMemo } from 'react'
import type { ReactNode } from 'react'
import type { WebPart } from './web-part.ts'

export interface House {
  readonly parts: readonly WebPart[]
  readonly register: (id: string) => Register | undefined
  readonly matter: (id: string) => Matter | undefined
  /** The kind of matter whose numbers begin so: BX-20261124-0007. */
  readonly matterOf: (number: string) => Matter | undefined
}
const Context = createContext<House>({ parts: [], register: () => undefined, matter: () => undefined, matterOf: () => undefined })

export function HouseProvider({ parts, children }: { parts: readonly WebPart[]; children: ReactNode }): ReactNode {
  const house = useMemo<House>(() => {
    const registers = parts.flatMap(({ subsystem }) => Object.values(subsystem.registers))
    const matters = parts.flatMap(({ subsystem }) => Object.values(subsystem.matters))
    return {
      parts,
      register: (id) => registers.find((one) => one.id === id),
      matter: (id) => matters.find((one) => one.id === id),
      matterOf: (number) => matters.find(({ prefix }) => number.startsWith(`${prefix}-`)),
    }
  }, [parts])
  return <Context value={house}>{children}</Context>
}
export function useHouse(): House {
  return use(Context)
}
