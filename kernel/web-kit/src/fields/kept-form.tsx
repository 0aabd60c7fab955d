// A form made by hand 手写的表单: what was kept of it above, what is wrong below, and its foot; as every derived form has them.
import type { ReactNode } from 'react'
import type { ProblemError } from '../api/problem.ts'
import { ProblemNotice } from '../blocks/problem-notice.tsx'
import { useSay } from '../words/words.tsx'
import { FormFoot } from './form-foot.tsx'
import { RestoredDraft } from './restored-draft.tsx'
import type { KeptDraft } from './use-kept-draft.ts'

export interface KeptFormProps {
  readonly kept: Pick<KeptDraft<object>, 'restored' | 'clear'>
  readonly problem: ProblemError | null
  /** What is wrong and stands beside no input; every issue unless told. */
  readonly others?: readonly string[]
  readonly sending: boolean
  /** What the button says; 保存 unless told. */
  readonly submit?: string
  /** Something is missing yet. */
  readonly disabled?: boolean
  /** What the form is called where its heading does not say so. */
  readonly label?: string
  readonly className?: string
  /** Buttons besides. */
  readonly besides?: ReactNode
  readonly onSend: () => void
  readonly onCancel?: () => void
  readonly children: ReactNode
}

export function KeptForm({ kept, problem, others, sending, submit, disabled = false, label, className = 'hq-stack', besides, onSend, onCancel, children }: KeptFormProps): ReactNode {
  const say = useSay()
  return (
    <form
      noValidate
      className={className}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        onSend()
      }}
    >
      <RestoredDraft form={kept} />
      {children}
      <ProblemNotice problem={problem} others={others ?? problem?.issues.map(({ says }) => says) ?? []} />
      <FormFoot submit={submit ?? say('保存', 'Save')} sending={sending} disabled={disabled} onCancel={onCancel}>
        {besides}
      </FormFoot>
    </form>
  )
}
