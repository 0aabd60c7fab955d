// The buttons of the city's identity on the sign-in page; none where the administrator keeps no provider.
import { call, queryText, useSay } from '@houqin/web-kit'
import type { OfferedProvider } from '@houqin/web-kit'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'

/** @param to the page that was asked for before the door. */
export function IdentityButtons({ to }: { to: string }): ReactNode {
  const say = useSay()
  const { data } = useQuery({ queryKey: ['identity'], staleTime: 60_000, queryFn: () => call<{ rows: readonly OfferedProvider[] }>('/identity') })
  if (!data || data.rows.length === 0) return null
  return (
    <div className="hq-door-other">
      <p className="hq-small hq-secondary">{say('或者', 'or')}</p>
      {data.rows.map(({ id, title }) => (
        <a key={id} className="hq-door-button" href={`/api/identity/${id}/start${queryText({ to })}`}>
          {say(`用${title}登录`, `Sign in with ${title}`)}
        </a>
      ))}
    </div>
  )
}
