// The foot of a form 表单底部: the one button that sends it, and the way out.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useSay } from '../words/words.tsx'

/**
 * @param submit what the button says, verb first.
 * @param onSubmit where it stands in no form of its own; otherwise the form is sent.
 * @param leave what the way out is called, where it is not 取消.
 * @param children further buttons.
 */
export function FormFoot({ submit, sending = false, disabled = false, danger = false, large = false, onSubmit, onCancel, leave, children }: {
  submit: string
  sending?: boolean
  disabled?: boolean
  danger?: boolean
  large?: boolean
  onSubmit?: (() => void) | undefined
  onCancel?: (() => void) | undefined
  leave?: string
  children?: ReactNode
}): ReactNode {
  const say = useSay()
  return (
    <div className="hq-form-foot">
      <Button type="primary" danger={danger} loading={sending} disabled={disabled} {...(large && { size: 'large' })} {...(onSubmit ? { onClick: onSubmit } : { htmlType: 'submit' })}>
        {submit}
      </Button>
      {children}
      {onCancel && <Button onClick={onCancel}>{leave ?? say('取消', 'Cancel')}</Button>}
    </div>
  )
}
