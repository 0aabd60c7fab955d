// The dialog of one step, fetched with the form in it when one is first opened.
import type { Matter } from '@houqin/define'
import type { StepOffer, WireMatter } from '../api/wire.ts'
import { late } from '../blocks/late.tsx'

export interface StepSheetProps {
  readonly matter: Matter
  readonly shown: WireMatter
  readonly offer: StepOffer
  readonly onClose: () => void
}
export const StepSheet = late<StepSheetProps>(async () => (await import('./step-form.tsx')).StepForm)
