// The dialog of one step, fetched with the form in it when one is first opened.
import type { Matter } from '@houqin/define'
import { lazy, Suspense } from 'react'
import type { ReactNode } from 'react'
import type { StepOffer, WireMatter } from '../api/wire.ts'

export interface StepSheetProps {
  readonly matter: Matter
  readonly shown: WireMatter
  readonly offer: StepOffer
  readonly onClose: () => void
}
const StepForm = lazy(async () => ({ default: (await import('./step-form.tsx')).StepForm }))

export function StepSheet(given: StepSheetProps): ReactNode {
  return (
    <Suspense fallback={null}>
      <StepForm {...given} />
    </Suspense>
  )
}
