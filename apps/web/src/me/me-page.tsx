// Me 我的: who I am here, how my screen looks, where I am signed in, and the way out.
import { ConsoleLink, FactList, OwnSignature, PageHead, useMe, useSay } from '@houqin/web-kit'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { SiteLine } from '../site/site-line.tsx'
import { DisplayChoices } from './display-choices.tsx'
import { MyAddresses } from './my-addresses.tsx'
import { MyIdentities } from './my-identities.tsx'
import { MyNotices } from './my-notices.tsx'
import { MySessions } from './my-sessions.tsx'
import { useSignOut } from './use-sign-out.ts'

export function MePage(): ReactNode {
  const say = useSay()
  const me = useMe()
  return (
    <div className="hq-stack hq-narrow">
      <PageHead title={say('我的', 'Me')} actions={<SignOut />} />
      <SiteLine />
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
        <p className="hq-row" style={{ marginTop: 12 }}>
          <ConsoleLink to="/password">{say('修改密码', 'Change the password')}</ConsoleLink>
          <ConsoleLink to="/second-factor">{say('动态口令', 'Second factor')}</ConsoleLink>
          <ConsoleLink to="/approval/deputies">{say('审批代理人', 'Who decides for me')}</ConsoleLink>
        </p>
      </section>
      <section className="hq-panel hq-stack">
        <h2>{say('显示', 'Display')}</h2>
        <DisplayChoices />
      </section>
      {me.person && <OwnSignature />}
      <MyAddresses />
      <MyNotices />
      <MyIdentities />
      <MySessions />
    </div>
  )
}

function SignOut(): ReactNode {
  const say = useSay()
  const leave = useSignOut()
  return <Button onClick={leave}>{say('退出登录', 'Sign out')}</Button>
}
