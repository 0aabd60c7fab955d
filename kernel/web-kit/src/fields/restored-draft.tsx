// What was typed last time and not sent 上次没有提交的: said above the form, and cleared with one tap.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useSay } from '../words/words.tsx'
import type { FormState } from './use-record-form.ts'

/** Shows nothing when the form begins empty. */
export function RestoredDraft({ form: { restored, clear } }: { form: Pick<FormState, 'restored' | 'clear'> }): ReactNode {
  const say = useSay()
  if (!restored) return null
  return (
    <output className="hq-row hq-small hq-secondary">
      {say('已恢复上次没有提交的内容。', 'What you typed last time was restored.')}
      <Button size="small" type="link" onClick={clear}>
        {say('清空', 'Clear')}
      </Button>
    </output>
  )
}
