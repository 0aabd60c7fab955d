// What one may ask for, as big buttons: those a subsystem put forward, else every kind of matter that is asked for by itself.
import { BigButton, pathOfMatter, useMe, useNames, useSay } from '@houqin/web-kit'
import { FormOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { starts } from './starts.ts'

export function StartTiles({ most }: { most?: number }): ReactNode {
  const say = useSay()
  const names = useNames()
  const me = useMe()
  const mine = starts.filter(({ matter }) => me.can[matter.id]?.includes('start')).slice(0, most)
  if (mine.length === 0) return null
  return (
    <nav className="hq-tiles" aria-label={say('我要办', 'Ask for')}>
      {mine.map(({ matter, icon, path, hint }) => (
        <BigButton
          key={matter.id}
          label={names.phrase(matter.title)}
          icon={icon ?? FormOutlined}
          to={path ?? `${pathOfMatter(matter.id)}/new`}
          {...(hint !== undefined && { hint: names.phrase(hint) })}
        />
      ))}
    </nav>
  )
}
