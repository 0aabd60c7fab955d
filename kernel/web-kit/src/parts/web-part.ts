// The web part of a subsystem: its screens, what it puts into its neighbours' slots, its words.
import type { Matter, Register, Role, Screen, SlotFill, Subsystem } from '@houqin/define'
import type { ComponentType } from 'react'
import type { WordsOf } from '../words/declared-words.ts'

/** A big action on the first screen: something one may ask for. */
export interface StartTile {
  readonly matter: Matter
  readonly icon?: ComponentType
  /** Where the asking begins; the derived form when absent. */
  readonly path?: string
  /** A few words under the name: what it is for. */
  readonly hint?: string
}
/** A tile before its subsystem is there. */
export type StartIndex = Omit<StartTile, 'matter'> & { readonly matter: Pick<Matter, 'id' | 'title'> }
export interface WebPart {
  readonly subsystem: Subsystem
  readonly screens: readonly Screen[]
  readonly fills: readonly SlotFill[]
  readonly starts: readonly StartTile[]
  /** A page made by hand that is the first screen of those who hold one of these roles. */
  readonly homes: readonly { readonly who: readonly Role[]; readonly path: string }[]
  /** Pages that a printed code of the register opens for whoever is signed in, as `?code=`; others see what anybody sees. */
  readonly coded: readonly { readonly register: Register; readonly path: string }[]
  /** By the path of a page what it asks for whatever else it finds: asked while its scripts are still read. Templates as `pathFor` reads them. */
  readonly ahead: Readonly<Record<string, readonly string[]>>
  /** English; loaded when somebody reads it. */
  readonly words: () => Promise<WordsOf>
}

/** What `<subsystem>/web` exports as `web`. */
export function defineWebPart(part: Pick<WebPart, 'subsystem' | 'screens' | 'words'> & Partial<WebPart>): WebPart {
  return Object.freeze({ fills: [], starts: [], homes: [], coded: [], ahead: {}, ...part })
}
