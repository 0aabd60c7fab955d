// Writing a provider 编辑身份平台: its issuer, our client there, which claim stays with a person, and by which claims accounts are found.
import { bool, text } from '@houqin/define'
import { call, FormFields, KeptForm, Sheet, useKeptDraft, useRecordForm, useSay } from '@houqin/web-kit'
import type { Matching, ProviderList } from '@houqin/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Input, Select } from 'antd'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { NewPassword } from '../sign-in/password-input.tsx'

export type ProviderRow = ProviderList['rows'][number]

const inputs = Object.freeze({ secret: NewPassword })
const neverKept = Object.freeze(['secret'])

export function ProviderSheet({ row, fields: findable, onClose }: { row: ProviderRow | null; fields: ProviderList['fields']; onClose: () => void }): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  const draftKey = `provider.${row ? `${row.id}.${row.version}` : 'new'}`
  const found = useKeptDraft<{ readonly matching: readonly Matching[] }>(`${draftKey}.matching`, { matching: row?.matching ?? [] })
  const { matching } = found.values
  const setMatching = (next: readonly Matching[]): void => found.set({ matching: next })
  const fields = useMemo(
    () => ({
      title: text(say('按钮上的名字', 'Name on the button'), { max: 30, hint: say('如：市统一身份认证', 'Such as: City identity') }),
      issuer: text(say('签发者网址', 'Issuer'), { max: 500, hint: say('平台给的 issuer，须用 https', 'What the provider calls its issuer, by https') }),
      clientId: text(say('客户端编号', 'Client id'), { max: 200 }),
      secret: text(say('客户端密码', 'Client secret'), { max: 1000, optional: true, hint: row?.hasSecret ? say('已保存；不填就不变', 'Kept; empty leaves it as it is') : say('加密保存，以后不再显示', 'Sealed, and never shown again') }),
      scopes: text(say('范围', 'Scopes'), { max: 300, hint: say('用空格分开，须有 openid', 'Separated by spaces, openid among them') }),
      subjectClaim: text(say('身份标识字段', 'Subject claim'), { max: 100, hint: say('跟随一个人一生不变的编号，通常是 sub', 'What stays with a person for life, usually sub') }),
      enabled: bool(say('启用', 'In use'), { hint: say('启用后登录页出现按钮', 'Then the sign-in page has its button') }),
    }),
    [say, row],
  )
  const form = useRecordForm({
    fields,
    draftKey,
    neverKept,
    start: row ? { ...row, secret: null, scopes: row.scopes.join(' '), matching: null } : { scopes: 'openid profile', subjectClaim: 'sub', enabled: true },
    async onSend({ values, idempotencyKey }) {
      const { secret, scopes, ...rest } = values
      const body = { ...rest, scopes: String(scopes).split(/\s+/).filter(Boolean), matching, ...(secret !== null && { secret }) }
      if (row) await call(`/identity/providers/${row.id}`, { method: 'PATCH', version: row.version, body })
      else await call('/identity/providers', { method: 'POST', idempotencyKey, body })
      found.sent()
      void client.invalidateQueries({ queryKey: ['identity'] })
      onClose()
    },
  })
  const change = (place: number, more: Partial<Matching>): void => setMatching(matching.map((one, at) => (at === place ? { ...one, ...more } : one)))
  return (
    <Sheet title={row ? say(`修改${row.title}`, `Edit ${row.title}`) : say('登记身份平台', 'Add a provider')} onClose={onClose}>
      <KeptForm kept={{ restored: form.restored || found.restored, clear: () => (form.clear(), found.clear()) }} problem={form.problem} others={form.others} sending={form.sending} onSend={() => void form.send()} onCancel={onClose}>
        <FormFields form={form} fields={fields} owner="identity" inputs={inputs} />
        <fieldset className="hq-field">
          <legend>{say('自动找到账号', 'Finding accounts')}</legend>
          <p className="hq-small hq-secondary">{say('平台给的某个字段与人员台账的某个字段恰好对上一个人时，可以不输密码直接绑定。三员账号不在此列。', 'Where a claim equals a field of exactly one person, his account may be linked without the password. Never those of the three administrators.')}</p>
          {matching.map((one, place) => (
            <div key={place} className="hq-row hq-below">
              <Input className="hq-grow" aria-label={say('平台的字段', 'Claim')} placeholder={say('平台的字段', 'Claim')} value={one.claim} onChange={({ target }) => change(place, { claim: target.value.trim() })} />
              <Select<string> className="hq-grow" aria-label={say('人员的字段', 'Field of a person')} value={one.field} onChange={(field: string) => change(place, { field })} options={findable.map(({ field, label }) => ({ value: field, label }))} />
              <Checkbox checked={one.automatic} onChange={({ target }) => change(place, { automatic: target.checked })}>
                {say('自动绑定', 'Link by itself')}
              </Checkbox>
              <Button size="small" onClick={() => setMatching(matching.filter((_, at) => at !== place))}>
                {say('删除', 'Remove')}
              </Button>
            </div>
          ))}
          {matching.length < 5 && findable[0] && (
            <Button size="small" onClick={() => setMatching([...matching, { claim: '', field: findable[0]?.field ?? '', automatic: false }])}>
              {say('加一个字段', 'Add a claim')}
            </Button>
          )}
        </fieldset>
      </KeptForm>
    </Sheet>
  )
}
