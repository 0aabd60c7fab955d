// The look: the tokens handed to antd, and the same tokens as CSS variables for everything made here.
import { ConfigProvider, theme as antdTheme } from 'antd'
import type { ThemeConfig } from 'antd'
import zhCN from 'antd/es/locale/zh_CN.js'
import { useLayoutEffect, useMemo } from 'react'
import type { ReactNode } from 'react'
import type { Locale } from '../words/locale.ts'
import { usePreferences } from './preferences.tsx'
import { corner, dark as darkPalette, fontStack, latinStack, light, measureFor } from './tokens.ts'
import '../blocks/blocks.css'
import '../blocks/toast.css'
import './switch.css'
import '../blocks/sheet.css'
import '../fields/field-box.css'
import './base.css'
import './layout.css'

export function Theme({ children }: { children: ReactNode }): ReactNode {
  const { dark, phone, large, locale } = usePreferences()
  const theme = useMemo(() => antdThemeFor({ dark, phone, large, locale }), [dark, phone, large, locale])
  useLayoutEffect(() => setVariables({ dark, phone, large, locale }), [dark, phone, large, locale])
  return (
    <ConfigProvider
      theme={theme}
      {...(locale === 'zh' && { locale: zhCN })}
      button={{ autoInsertSpace: false }}
      getPopupContainer={(near) => near?.closest('dialog') ?? document.body}
    >
      {children}
    </ConfigProvider>
  )
}

export interface Mood {
  readonly dark: boolean
  readonly phone: boolean
  readonly large: boolean
  readonly locale: Locale
}

export function antdThemeFor({ dark, phone, large, locale }: Mood): ThemeConfig {
  const palette = dark ? darkPalette : light
  const { font, control } = measureFor({ phone, large })
  return {
    algorithm: dark ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    token: {
      colorPrimary: palette.accent,
      colorInfo: palette.accent,
      colorLink: palette.accent,
      colorSuccess: palette.success,
      colorWarning: palette.warning,
      colorError: palette.danger,
      colorText: palette.ink,
      colorTextSecondary: palette.secondary,
      colorTextPlaceholder: palette.secondary,
      colorTextDescription: palette.secondary,
      colorBorder: palette.edge,
      colorBorderSecondary: palette.line,
      colorBgLayout: palette.ground,
      colorBgContainer: palette.paper,
      colorBgElevated: palette.paper,
      borderRadius: corner,
      controlHeight: control,
      // what is small at the desk is still pressed by a thumb on a telephone
      ...((phone || large) && { controlHeightSM: control }),
      fontSize: font,
      fontFamily: stackFor(locale),
      motionDurationSlow: '0.15s',
      motionDurationMid: '0.1s',
      motionDurationFast: '0.05s',
      motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      boxShadow: 'none',
      // a button that is busy says so by its turning sign; paler, its words would fall under the contrast they need
      opacityLoading: 1,
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        ...(dark && { colorPrimary: palette.solid, colorPrimaryHover: '#3675C6', colorPrimaryActive: palette.solid, dangerColor: palette.ground }),
      },
    },
  }
}

/** CSSOM is no inline style: a strict content policy lets it pass. */
export function setColours(part: HTMLElement, { dark }: Pick<Mood, 'dark'>): void {
  for (const [name, value] of Object.entries(dark ? darkPalette : light)) part.style.setProperty(`--hq-${name}`, value)
  part.style.colorScheme = dark ? 'dark' : 'light'
}
function setVariables({ dark, phone, large, locale }: Mood): void {
  const root = document.documentElement
  const { font, control } = measureFor({ phone, large })
  setColours(root, { dark })
  root.style.setProperty('--hq-font', `${font}px`)
  root.style.setProperty('--hq-control', `${control}px`)
  root.style.setProperty('--hq-corner', `${corner}px`)
  root.style.setProperty('--hq-font-stack', stackFor(locale))
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', dark ? darkPalette.paper : light.accent)
}
function stackFor(locale: Locale): string {
  return locale === 'en' ? latinStack : fontStack
}
