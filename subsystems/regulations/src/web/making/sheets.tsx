// Dialogs of rule-making made by hand, each loaded when it is opened, while the page behind it stays.
import type { StepSheetProps, StepSheets } from '@houqin/web-kit'
import { lazy, Suspense } from 'react'
import type { ComponentType } from 'react'

function sheet(load: () => Promise<ComponentType<StepSheetProps>>): ComponentType<StepSheetProps> {
  const Loaded = lazy(async () => ({ default: await load() }))
  return (given) => (
    <Suspense fallback={null}>
      <Loaded {...given} />
    </Suspense>
  )
}

export const makingSheets: StepSheets = Object.freeze({
  write: sheet(async () => (await import('./write-sheet.tsx')).WriteSheet),
  opine: sheet(async () => (await import('./opine-sheet.tsx')).OpineSheet),
  circulate: sheet(async () => (await import('../reading/circulate-sheet.tsx')).CirculateSheet),
  handle: sheet(async () => (await import('./handle-sheet.tsx')).HandleSheet),
})
