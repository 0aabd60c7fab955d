// Me 我的: who I am here, how my screen looks, where I am signed in, and the way out.
import { call, ConsoleLink, FactList, forgetHere, OwnSignature, PageHead, useMe, usePreferences, useSay, ChipChoice } from '@houqin/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { MyAddresses } from './my-addresses.tsx'
import { MyIdentities } from './my-identities.tsx'
import { MyNotices } from './my-notices.tsx'
import { MySessions } from './my-sessions.tsx'

export function MePage(): ReactNode {
  const say = useSay()
  const me = useMe()
  return (
    <div className="hq-stack hq-narrow">
      <PageHead title={say('我的', 'Me')} actions={<SignOut />} />
      <section className="hq-panel">
        <FactList
          facts={[
            { label: say('姓名', 'Name'), value: me.name },
            { label: say('用户名', 'Username'), value: me.username },
            {
              label: say('角色', 'Roles'),
              wide: true,
              value:
                me.roles.length === 0
                  ? say('全体干部职工', 'Staff')
                  : me.roles.map(({ role, title, organ, site }) => [title, organ?.name, site?.name].filter(Boolean).join(' · ') || role).join('\n'),
            },
          ]}
        />
        <p style={{ marginTop: 12 }}>
          <ConsoleLink to="/password">{say('修改密码', 'Change the password')}</ConsoleLink> · <ConsoleLink to="/second-factor">{say('动态口令', 'Second factor')}</ConsoleLink> · <ConsoleLink to="/approval/deputies">{say('审批代理人', 'Who decides for me')}</ConsoleLink>
        </p>
      </section>
      {me.person && <OwnSignature />}
      <MyAddresses />
      <MyNotices />
      <Screen />
      <MyIdentities />
      <MySessions />
    </div>
  )
}

function Screen(): ReactNode {
  const say = useSay()
  const { locale, theme, large, change } = usePreferences()
  const client = useQueryClient()
  return (
    <section className="hq-panel hq-stack">
      <h2>{say('显示', 'Display')}</h2>
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
    </section>
  )
}

function SignOut(): ReactNode {
  const say = useSay()
  const client = useQueryClient()
  return (
    <Button
      onClick={() => {
        void call<{ to: string }>('/identity/leave', { method: 'POST', body: {} })
          .catch(() => ({ to: '/sign-in' }))
          .then(({ to }) => {
            client.clear()
            forgetHere()
            // Everything of this person leaves the page's memory too.
            location.assign(to)
          })
      }}
    >
      {say('退出登录', 'Sign out')}
    </Button>
  )
}
