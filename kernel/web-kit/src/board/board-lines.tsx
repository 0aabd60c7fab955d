// The lines of a panel 面板的各行: as many as there is room for, and how many more there are. A page gives them room; a wall does not.
import { Children, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { ConsoleLink } from '../blocks/console-link.tsx'
import { useSay } from '../words/words.tsx'

/** @param children one for each line. @param most of them, whatever the room. @param to opens them all. */
export function BoardLines({ children, most = 8, to }: { children: ReactNode; most?: number; to?: string }): ReactNode {
  const say = useSay()
  const list = useRef<HTMLUListElement>(null)
  const all = Children.toArray(children)
  const lines = all.slice(0, most)
  const [room, setRoom] = useState(most)
  useLayoutEffect(() => {
    if (list.current) setRoom(fitting(list.current))
  }, [children])
  useEffect(() => {
    const node = list.current
    if (!node) return undefined
    const watch = new ResizeObserver(() => setRoom(fitting(node)))
    watch.observe(node)
    return () => watch.disconnect()
  }, [])
  const rest = all.length - Math.min(room, lines.length)
  return (
    <>
      <ul ref={list} className="hq-board-lines">
        {lines.map((line, place) => (
          <li key={place} data-over={place < room ? undefined : ''}>
            {line}
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="hq-board-rest hq-secondary hq-figures hq-thumbs">{to === undefined ? say(`还有 ${rest}`, `${rest} more`) : <ConsoleLink to={to}>{say(`还有 ${rest}`, `${rest} more`)}</ConsoleLink>}</p>}
    </>
  )
}

/** How many of the lines stand whole; the others keep their place unseen, so that they are measured again when there is more room. */
function fitting(list: HTMLUListElement): number {
  const over = [...list.children].findIndex((line) => line instanceof HTMLElement && line.offsetTop + line.offsetHeight > list.clientHeight + 1)
  return over === -1 ? list.children.length : over
}
