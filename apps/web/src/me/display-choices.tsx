// How one's screen looks 显示: language, light or dark, large type; kept with the account, so that it is the same on every device.
import { ChipChoice, usePreferences, useSay } from '@houqin/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useChangeDisplay } from './use-display.ts'

export function DisplayChoices(): ReactNode {
  const say = useSay()
  const { locale, theme, large } = usePreferences()
  const change = useChangeDisplay()
  const client = useQueryClient()
  return (
    <>
      <fieldset className="hq-field">
        <legend>{say('关怀模式', 'Large type')}</legend>
        <ChipChoice
          options={[
            { key: 'usual', label: say('标准', 'Usual') },
            { key: 'large', label: say('大字', 'Large') },
          ]}
          chosen={[large ? 'large' : 'usual']}
          onChange={([key]) => change({ large: key === 'large' })}
        />
      </fieldset>
      <fieldset className="hq-field">
        <legend>{say('明暗', 'Light or dark')}</legend>
        <ChipChoice
          options={[
            { key: 'system', label: say('跟随设备', 'As the device') },
            { key: 'light', label: say('浅色', 'Light') },
            { key: 'dark', label: say('深色', 'Dark') },
          ]}
          chosen={[theme]}
          onChange={([key]) => change({ theme: key === 'light' || key === 'dark' ? key : 'system' })}
        />
      </fieldset>
      <fieldset className="hq-field">
        <legend>{say('语言', 'Language')}</legend>
        <ChipChoice
          options={[
            { key: 'zh', label: '中文' },
            { key: 'en', label: 'English' },
          ]}
          chosen={[locale]}
          onChange={([key]) => {
            change({ locale: key === 'en' ? 'en' : 'zh' })
            void client.invalidateQueries()
          }}
        />
      </fieldset>
    </>
  )
}
