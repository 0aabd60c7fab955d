// The dialog of one step, fetched with the form in it when one is first opened.
import type { Matter } from '@houqin/define'
import type { StepOffer, WireMatter, WireValues } from '@houqin/wire'
import type { ReactNode } from 'react'
import { late } from '../blocks/late.tsx'
import type { Inputs } from '../fields/record-form.tsx'

export interface StepSheetProps {
  readonly matter: Matter
  readonly shown: WireMatter
  readonly offer: StepOffer
  readonly onClose: () => void
  /** What the house knows of its fields already, where the matter has no fact of that name. */
  readonly known?: WireValues
  /** Inputs made by hand, by the name of their field. */
  readonly inputs?: Inputs
  /** What whoever fills it in goes by, above the form. */
  readonly lead?: ReactNode
}
export const StepSheet = late<StepSheetProps>(async () => (await import('./step-form.tsx')).StepForm)
