// The door: a narrow page before the shell, with the house's name and the languages.
import { usePreferences, useSay } from '@houqin/web-kit'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import './door.css'

export function Door({ title, children }: { title: string; children: ReactNode }): ReactNode {
  const say = useSay()
  const { locale, change } = usePreferences()
  useEffect(() => {
    document.title = `${title} · ${say('智慧后勤', 'Houqin')}`
  }, [title, say])
  return (
    <main className="hq-door">
      <div className="hq-door-panel">
        <p className="hq-door-house">
          <img src="/icons/icon.svg" alt="" width="36" height="36" />
          {say('智慧后勤', 'Houqin')}
        </p>
        <h1>{title}</h1>
        {children}
      </div>
      <p>
        <button type="button" className="hq-plain hq-door-language" lang={locale === 'zh' ? 'en' : 'zh-CN'} onClick={() => change({ locale: locale === 'zh' ? 'en' : 'zh' })}>
          {locale === 'zh' ? 'English' : '中文'}
        </button>
      </p>
    </main>
  )
}
