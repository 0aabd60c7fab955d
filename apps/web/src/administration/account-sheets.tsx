// The sheets of an account: opening one, changing it, a new password to hand over once.
import { bool, ref, text } from '@houqin/define'
import type { Field } from '@houqin/define'
import { call, ProblemError, ProblemNotice, RecordForm, Sheet, useHouse, useSay } from '@houqin/web-kit'
import type { WireAccount } from '@houqin/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'

/** The register of persons, where the house has one. */
function usePersonField(): { readonly person?: Field } {
  const say = useSay()
  const { keeperOf } = useHouse()
  return useMemo(() => {
    const register = keeperOf('person')
    return register ? { person: ref(say('人员', 'Person'), register, { optional: true, hint: say('一人一个账号；外部系统用的账号不填', 'One account a person; leave it empty for a program’s account') }) } : {}
  }, [keeperOf, say])
}

export function NewAccountSheet({ onClose }: { onClose: () => void }): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const person = usePersonField()
  const [made, setMade] = useState<string | null>(null)
  const fields = useMemo(
    () => ({
      username: text(say('用户名', 'Username'), { max: 64, min: 2, hint: say('小写字母、数字或 . _ -，建立后不能改', 'Lower-case letters, digits or . _ -; it cannot be changed later') }),
      name: text(say('姓名', 'Name'), { max: 60 }),
      ...person,
    }),
    [say, person],
  )
  return (
    <Sheet title={say('新建账号', 'New account')} onClose={onClose}>
      {made === null ? (
        <RecordForm
          owner="accounts"
          fields={fields}
          draftKey="account.new"
          submit={say('建立', 'Open it')}
          onCancel={onClose}
          onSend={async ({ values, idempotencyKey }) => {
            const body = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
            const { handoverPassword } = await call<{ handoverPassword: string | null }>('/accounts', { method: 'POST', idempotencyKey, body })
            void client.invalidateQueries({ queryKey: ['accounts'] })
            setMade(handoverPassword ?? '')
          }}
        />
      ) : (
        <Handover password={made} onClose={onClose} />
      )}
    </Sheet>
  )
}

export function AccountSheet({ account, onClose }: { account: WireAccount; onClose: () => void }): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const person = usePersonField()
  const fields = useMemo(
    () => ({
      name: text(say('姓名', 'Name'), { max: 60 }),
      ...person,
      disabled: bool(say('停用', 'Disabled'), { hint: say('停用后立即退出登录，不能再登录；记录都保留', 'Signed out at once and kept out; all records stay') }),
    }),
    [say, person],
  )
  return (
    <Sheet title={say(`账号 ${account.username}`, `Account ${account.username}`)} onClose={onClose}>
      <RecordForm
        owner="accounts"
        fields={fields}
        start={{ name: account.name, person: account.person, disabled: account.disabledAt !== null }}
        draftKey={`account.${account.id}.${account.version}`}
        submit={say('保存', 'Save')}
        onCancel={onClose}
        onSend={async ({ values, changed }) => {
          if (changed.length > 0)
            await call(`/accounts/${account.id}`, { method: 'PATCH', version: account.version, body: Object.fromEntries(changed.map((name) => [name, values[name]])) })
          void client.invalidateQueries({ queryKey: ['accounts'] })
          onClose()
        }}
      />
    </Sheet>
  )
}

export function ResetSheet({ account, onClose }: { account: WireAccount; onClose: () => void }): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const [made, setMade] = useState<string | null>(null)
  const [problem, setProblem] = useState<ProblemError | null>(null)
  const [sending, setSending] = useState(false)
  async function reset(): Promise<void> {
    setSending(true)
    setProblem(null)
    try {
      const { handoverPassword } = await call<{ handoverPassword: string }>(`/accounts/${account.id}/reset`, { method: 'POST', body: {} })
      setMade(handoverPassword)
      void client.invalidateQueries({ queryKey: ['accounts'] })
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown
      setProblem(thrown)
    } finally {
      setSending(false)
    }
  }
  return (
    <Sheet title={say(`重置 ${account.name} 的密码`, `Reset the password of ${account.name}`)} onClose={onClose}>
      {made === null ? (
        <div className="hq-stack">
          <p>{say('现在的密码立即失效，所有登录都会退出；给出一个新密码，由您当面交给本人，首次登录时必须修改。', 'The present password ends at once and every session with it. You hand over the new one; it must be changed at the first sign-in.')}</p>
          <ProblemNotice problem={problem} />
          <div className="hq-row">
            <Button type="primary" danger loading={sending} onClick={() => void reset()}>
              {say('重置密码', 'Reset it')}
            </Button>
            <Button onClick={onClose}>{say('取消', 'Cancel')}</Button>
          </div>
        </div>
      ) : (
        <Handover password={made} onClose={onClose} />
      )}
    </Sheet>
  )
}

function Handover({ password, onClose }: { password: string; onClose: () => void }): ReactNode {
  const say = useSay()
  return (
    <div className="hq-stack">
      <p>{say('新密码只显示这一次，请抄下交给本人：', 'The password is shown only this once; write it down for its owner:')}</p>
      <output className="hq-handover">{password}</output>
      <div>
        <Button type="primary" onClick={onClose}>
          {say('已抄下', 'Done')}
        </Button>
      </div>
    </div>
  )
}
