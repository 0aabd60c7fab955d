// A seat that nobody holds 空席: red where the stage waits for it, a remark where somebody else of an 或签 stage decides.
import type { ApprovalMode } from '@houqin/wire'
import type { ReactNode } from 'react'
import { useSay } from '../words/words.tsx'

/** @param who whom the route names for it, where that is not said beside it. @param others whether another seat of the stage has somebody. */
export function VacantSeat({ who, vacancy, mode, others }: { who?: string; vacancy: string; mode: ApprovalMode; others: boolean }): ReactNode {
  const say = useSay()
  if (mode !== 'any' || !others) return <span className="hq-danger">{who === undefined ? vacancy : `${who}(${vacancy})`}</span>
  return <span className="hq-small hq-secondary">{who !== undefined && say(`${who}：`, `${who}: `)}{say(`${vacancy}，由其他人审`, `${vacancy}; the others decide`)}</span>
}
