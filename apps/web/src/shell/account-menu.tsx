// The menu under one's name: how the screen looks, the keys, the way out.
import { ConsoleLink, useMe, useSay } from '@houqin/web-kit'
import { UserOutlined } from '@ant-design/icons'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'

const AccountPanel = lazy(async () => ({ default: (await import('./account-panel.tsx')).AccountPanel }))

export function AccountMenu({ path, onKeys }: { path: string; onKeys: () => void }): ReactNode {
  const say = useSay()
  const me = useMe()
  const [openAt, setOpenAt] = useState<string | null>(null)
  const open = openAt === path
  const box = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!open) return undefined
    const press = ({ target }: PointerEvent): void => {
      if (target instanceof Node && !box.current?.contains(target)) setOpenAt(null)
    }
    const escape = ({ key }: KeyboardEvent): void => {
      if (key !== 'Escape') return
      setOpenAt(null)
      button.current?.focus()
    }
    document.addEventListener('pointerdown', press)
    document.addEventListener('keydown', escape)
    return () => {
      document.removeEventListener('pointerdown', press)
      document.removeEventListener('keydown', escape)
    }
  }, [open])
  return (
    <div ref={box} className="hq-account">
      <button ref={button} type="button" className="hq-plain hq-top-me" aria-expanded={open} onClick={() => setOpenAt(open ? null : path)}>
        <UserOutlined aria-hidden="true" /> {me.name}
      </button>
      {open && (
        <div className="hq-account-panel hq-stack">
          <ConsoleLink to="/me">{say('我的：角色、签名、通知、登录记录', 'Me: roles, signature, notices, sessions')}</ConsoleLink>
          <Suspense fallback={null}>
            <AccountPanel
              onKeys={() => {
                setOpenAt(null)
                onKeys()
              }}
            />
          </Suspense>
        </div>
      )}
    </div>
  )
}
