// A part of the page that is dark whatever its reader prefers 深色部分, such as a wall's.
import { ConfigProvider } from 'antd'
import { useLayoutEffect, useMemo, useRef } from 'react'
import type { ReactNode } from 'react'
import { DarkPreferences, usePreferences } from './preferences.tsx'
import { antdThemeFor, setColours } from './theme.tsx'

export function DarkLook({ className, children }: { className: string; children: ReactNode }): ReactNode {
  const { phone, large, locale } = usePreferences()
  const theme = useMemo(() => antdThemeFor({ dark: true, phone, large, locale }), [phone, large, locale])
  const part = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (part.current) setColours(part.current, { dark: true })
  }, [])
  return (
    <DarkPreferences>
      <ConfigProvider theme={theme}>
        <div ref={part} className={className}>
          {children}
        </div>
      </ConfigProvider>
    </DarkPreferences>
  )
}
