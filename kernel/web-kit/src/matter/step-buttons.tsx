// The buttons of what may be done now: the primary one first, the rest beside it; a step that asks nothing is taken at once.
import type { Matter } from '@houqin/define'
import type { StepOffer, WireMatter } from '@houqin/wire'
import { Button } from 'antd'
import { useState } from 'react'
import type { ComponentType, ReactNode } from 'react'
import { ProblemError } from '../api/problem.ts'
import { ProblemNotice } from '../blocks/problem-notice.tsx'
import { useNames } from '../words/words.tsx'
import { StepSheet } from './step-sheet.tsx'
import type { StepSheetProps } from './step-sheet.tsx'
import { asksSomething, useTakeStep } from './use-take-step.ts'

/** Dialogs made by hand, by step. */
export type StepSheets = Readonly<Record<string, ComponentType<StepSheetProps>>>

export function StepButtons({ matter, shown, sheets = {} }: { matter: Matter; shown: WireMatter; sheets?: StepSheets }): ReactNode {
  const [open, setOpen] = useState<StepOffer | null>(null)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const offers = shown.steps.filter(({ step }) => matter.steps[step]).toSorted((a, b) => rank(a) - rank(b))
  const OpenSheet = open ? (sheets[open.step] ?? StepSheet) : null
  return (
    <>
      {offers.map((offer) => (
        <StepButton key={offer.step} matter={matter} shown={shown} offer={offer} byHand={offer.step in sheets} onOpen={() => setOpen(offer)} onProblem={setProblem} />
      ))}
      <ProblemNotice problem={problem} />
      {open && OpenSheet && <OpenSheet matter={matter} shown={shown} offer={open} onClose={() => setOpen(null)} />}
    </>
  )
}

function StepButton({ matter, shown, offer, byHand, onOpen, onProblem }: {
  matter: Matter
  shown: WireMatter
  offer: StepOffer
  byHand: boolean
  onOpen: () => void
  onProblem: (problem: ProblemError | null) => void
}): ReactNode {
  const names = useNames()
  const take = useTakeStep({ matter, shown, step: offer.step })
  const [sending, setSending] = useState(false)
  const step = matter.steps[offer.step]
  if (!step) return null
  return (
    <Button
      type={offer.primary ? 'primary' : 'default'}
      danger={offer.destructive ?? false}
      loading={sending}
      onClick={() => {
        onProblem(null)
        if (byHand || asksSomething(step)) return onOpen()
        setSending(true)
        take({})
          .catch((thrown: unknown) => {
            if (!(thrown instanceof ProblemError)) throw thrown
            onProblem(thrown)
          })
          .finally(() => setSending(false))
      }}
    >
      {names.of(step)}
    </Button>
  )
}
function rank({ primary, destructive }: StepOffer): number {
  return primary ? 0 : destructive ? 2 : 1
}
