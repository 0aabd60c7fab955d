// The site switcher on 我的: where a telephone has it, and what it does.
import { useSay } from '@houqin/web-kit'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { ReactNode } from 'react'
import { useSiteName, useSites } from './site-button.tsx'

const SiteSheet = lazy(async () => ({ default: (await import('./site-sheet.tsx')).SiteSheet }))

export function SiteLine(): ReactNode {
  const register = useSites()
  return register === undefined ? null : <Line register={register} />
}

function Line({ register }: { register: string }): ReactNode {
  const say = useSay()
  const name = useSiteName(register)
  const [open, setOpen] = useState(false)
  return (
    <section className="hq-panel hq-stack">
      <h2>{say('场所', 'Site')}</h2>
      <p className="hq-secondary">{say('选一处场所，列表、告警和各工作台打开时就只看这一处；随时可以去掉。', 'Choose a site, and lists, alarms and boards open with it alone; it can be taken away at any time.')}</p>
      <div>
        <Button aria-haspopup="dialog" aria-label={say(`场所：${name}`, `Site: ${name}`)} onClick={() => setOpen(true)}>
          {name}
        </Button>
      </div>
      {open && (
        <Suspense fallback={null}>
          <SiteSheet register={register} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </section>
  )
}
