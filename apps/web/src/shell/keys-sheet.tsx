// The keys of the console 快捷键, shown by `?`.
import { Sheet, useSay } from '@houqin/web-kit'
import type { ReactNode } from 'react'

/** @param sites whether the reader has several to choose among. */
export function KeysSheet({ sites, onClose }: { sites: boolean; onClose: () => void }): ReactNode {
  const say = useSay()
  const groups = [
    {
      title: say('到处', 'Everywhere'),
      keys: [
        [['Ctrl K', '⌘ K'], say('搜索人、房间、单号、条文、页面', 'Search people, rooms, numbers, clauses, screens')],
        [['?'], say('看快捷键', 'Show the keys')],
        [['g', 'h'], say('先按 g 再按 h：首页', 'g then h: home')],
        [['g', 'i'], say('先按 g 再按 i：待办', 'g then i: inbox')],
        [['g', 'n'], say('先按 g 再按 n：通知', 'g then n: notices')],
        ...(sites ? ([[['g', 's'], say('先按 g 再按 s：换场所', 'g then s: which site to look at')]] as const) : []),
        [['Esc'], say('关闭对话框', 'Close a dialog')],
      ],
    },
    {
      title: say('列表', 'Lists'),
      keys: [
        [['j'], say('下一条', 'Next row')],
        [['k'], say('上一条', 'Row before')],
        [['Enter'], say('打开', 'Open')],
        [['x'], say('勾选', 'Tick')],
        [['/'], say('搜索本列表', 'Search this list')],
      ],
    },
  ] as const
  return (
    <Sheet title={say('快捷键', 'Keys')} onClose={onClose}>
      {groups.map(({ title, keys }) => (
        <section key={title} className="hq-below">
          <h3>{title}</h3>
          <dl className="hq-keys">
            {keys.map(([names, does]) => (
              <div key={does}>
                <dt>
                  {names.map((name) => (
                    <kbd key={name}>{name}</kbd>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Sheet>
  )
}
