// What one may ask for, as big buttons: those a subsystem put forward, else every kind of matter that is asked for by itself.
import { BigButton, pathOfMatter, useHouse, useMe, useNames, useSay } from '@houqin/web-kit'
import type { StartTile } from '@houqin/web-kit'
import type { Matter } from '@houqin/define'
import { FormOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'

export function StartTiles({ most }: { most?: number }): ReactNode {
  const say = useSay()
  const names = useNames()
  const me = useMe()
  const { parts } = useHouse()
  const tiles = parts.flatMap(({ starts, subsystem, screens }): readonly StartTile[] => {
    if (starts.length > 0) return starts
    // one whose list is not in the rail begins somewhere else: on the duty board, at an export
    const byItself = ({ id }: Matter): boolean => screens.some(({ path, hidden }) => path === pathOfMatter(id) && !hidden)
    return Object.values(subsystem.matters).filter(byItself).map((matter) => ({ matter }))
  })
  const mine = tiles.filter(({ matter }) => me.can[matter.id]?.includes('start')).slice(0, most)
  if (mine.length === 0) return null
  return (
    <nav className="hq-tiles" aria-label={say('我要办', 'Ask for')}>
      {mine.map(({ matter, icon, path, hint }) => (
        <BigButton
          key={matter.id}
          label={names.of(matter)}
          icon={icon ?? FormOutlined}
          to={path ?? `${pathOfMatter(matter.id)}/new`}
          {...(hint !== undefined && { hint: names.phrase(hint) })}
        />
      ))}
    </nav>
  )
}
