// Where the site switcher stands in the frame of every page, and what it opens.
import { lazy, Suspense } from 'react'
import type { ReactNode } from 'react'
import { SiteButton, useSites } from './site-button.tsx'

const SiteSheet = lazy(async () => ({ default: (await import('./site-sheet.tsx')).SiteSheet }))

export function SitePlace({ open, onOpen, onClose }: { open: boolean; onOpen: () => void; onClose: () => void }): ReactNode {
  const register = useSites()
  if (register === undefined) return null
  return (
    <>
      <SiteButton register={register} onOpen={onOpen} />
      {open && (
        <Suspense fallback={null}>
          <SiteSheet register={register} onClose={onClose} />
        </Suspense>
      )}
    </>
  )
}
