// The city's identities that open my account: linked while I am signed in, ended when I no longer want them.
import { call, Fault, ProblemError, ProblemNotice, useSay, Waiting, WhenText } from '@houqin/web-kit'
import type { OwnIdentities } from '@houqin/web-kit'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { reasonSentence } from '../sign-in/identity-reasons.ts'

/** Nothing at all in a house without a provider. */
export function MyIdentities(): ReactNode {
  const say = useSay()
  const { data, error, refetch } = useQuery({ queryKey: ['identities'], queryFn: () => call<OwnIdentities>('/me/identities') })
  const link = useMutation({
    mutationFn: (provider: string) => call<{ to: string }>('/me/identities', { method: 'POST', body: { provider } }),
    onSuccess: ({ to }) => location.assign(to),
  })
  const end = useMutation({ mutationFn: (id: string) => call(`/me/identities/${id}`, { method: 'DELETE' }), onSettled: () => refetch() })
  const cameBack = reasonSentence(new URLSearchParams(location.search).get('identity'), say)
  if (error) return <Fault error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting lines={2} />
  const free = data.providers.filter(({ id }) => !data.rows.some(({ provider }) => provider.id === id))
  if (data.rows.length === 0 && free.length === 0) return null
  return (
    <section className="hq-panel" aria-label={say('统一身份', 'City identity')}>
      <h2>{say('统一身份', 'City identity')}</h2>
      {cameBack && <p className="hq-notice">{cameBack}</p>}
      {[link.error, end.error].map((one) => one instanceof ProblemError && <ProblemNotice key={one.message} problem={one} />)}
      <ul className="hq-plain-rows">
        {data.rows.map(({ id, provider, shown, linkedAt, lastUsedAt }) => (
          <li key={id} className="hq-row">
            <span className="hq-grow">
              {provider.name} <span className="hq-secondary">{shown}</span>
              <br />
              <span className="hq-small hq-secondary">
                {say('绑定于', 'linked')} <WhenText at={linkedAt} />
                {lastUsedAt && (
                  <>
                    {' · '}
                    {say('最近用它登录', 'last used')} <WhenText at={lastUsedAt} />
                  </>
                )}
              </span>
            </span>
            <Button size="small" loading={end.isPending && end.variables === id} onClick={() => end.mutate(id)}>
              {say('解除绑定', 'Unlink')}
            </Button>
          </li>
        ))}
        {free.map(({ id, title }) => (
          <li key={id} className="hq-row">
            <span className="hq-grow">
              {title}
              <br />
              <span className="hq-small hq-secondary">{say('绑定后可以不输密码登录', 'Once linked, you sign in without the password')}</span>
            </span>
            <Button size="small" loading={link.isPending && link.variables === id} onClick={() => link.mutate(id)}>
              {say('绑定', 'Link')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
