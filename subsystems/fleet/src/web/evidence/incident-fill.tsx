// On an accident or a violation: where the car was at that moment, and by which slip.
import type { WireMatter } from '@houqin/web-kit'
import type { ReactNode } from 'react'
import { EvidencePanel } from './evidence-panel.tsx'
import { useReads } from './use-reads.ts'

export function Fill({ matter }: { matter: WireMatter }): ReactNode {
  const vehicle = useReads(matter)
  const { at } = matter.form
  return vehicle === null || typeof at !== 'string' ? null : <EvidencePanel vehicle={vehicle} at={at} />
}
