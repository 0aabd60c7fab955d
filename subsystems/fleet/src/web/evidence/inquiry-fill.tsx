// On an inquiry: the alarms it came of; what was approved and has no slip can be filed afterwards, also once that was found.
import type { WireMatter } from '@houqin/web-kit'
import type { ReactNode } from 'react'
import { EvidencePanel } from './evidence-panel.tsx'
import { useReads } from './use-reads.ts'

export function Fill({ matter }: { matter: WireMatter }): ReactNode {
  const vehicle = useReads(matter)
  return vehicle === null ? null : <EvidencePanel vehicle={vehicle} matter={matter.number} files={matter.closedAt === null || matter.facts['finding'] === 'approved'} />
}
