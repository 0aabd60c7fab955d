// 提意见: one opinion, on an article or on the whole.
import { RecordForm, Sheet, useSay, useTakeStep } from '@houqin/web-kit'
import type { StepSheetProps } from '@houqin/web-kit'
import type { ReactNode } from 'react'
import { ruleMaking } from '../../contract/index.ts'

const { article, text } = ruleMaking.lines.opinions.fields
const fields = { article, text }

export function OpineSheet({ matter, shown, offer, onClose }: StepSheetProps): ReactNode {
  const say = useSay()
  const take = useTakeStep({ matter, shown, step: offer.step })
  return (
    <Sheet title={say('提意见', 'Give an opinion')} onClose={onClose}>
      <p className="hq-secondary hq-below">
        {shown.number} {shown.subject}
      </p>
      <RecordForm
        owner={matter.id}
        fields={fields}
        draftKey={`step.${matter.id}.${shown.number}.${offer.step}`}
        issuesUnder="lines.opinions[0]."
        submit={say('提交意见', 'Send the opinion')}
        onCancel={onClose}
        onSend={async ({ values, idempotencyKey }) => {
          await take({ lines: { opinions: [values] }, idempotencyKey })
          onClose()
        }}
      />
    </Sheet>
  )
}
