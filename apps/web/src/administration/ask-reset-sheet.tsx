// Asking that a second factor be set anew: the first of the two administrators says why.
import { longText } from '@houqin/define'
import { call, RecordForm, Sheet, useSay, useToast } from '@houqin/web-kit'
import type { WireAccount } from '@houqin/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { resetsQuery } from './second-factor-resets.tsx'

export function AskForResetSheet({ account, onClose }: { account: WireAccount; onClose: () => void }): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const toast = useToast()
  const fields = useMemo(() => ({ reason: longText(say('原因', 'Reason'), { max: 300, min: 2 }) }), [say])
  return (
    <Sheet title={say(`重置 ${account.name} 的动态口令`, `Reset the second factor of ${account.name}`)} onClose={onClose}>
      <p>{say('手机和恢复码都丢了时用。另一位管理员（系统、安全或审计）在一天内同意后生效。', 'For who lost phone and recovery codes. It happens once another administrator agrees within a day.')}</p>
      <RecordForm
        owner="second-factor"
        fields={fields}
        draftKey={`second-factor.${account.id}`}
        submit={say('申请重置', 'Ask for it')}
        onCancel={onClose}
        onSend={async ({ values, idempotencyKey }) => {
          await call('/second-factor/resets', { method: 'POST', idempotencyKey, body: { account: account.id, ...values } })
          await client.invalidateQueries({ queryKey: resetsQuery.queryKey })
          toast({ says: say('已申请，等另一位管理员同意', 'Asked; another administrator agrees') })
          onClose()
        }}
      />
    </Sheet>
  )
}
