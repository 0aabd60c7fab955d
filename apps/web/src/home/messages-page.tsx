// News 消息: what moved in matters that concern me, and the alarms I may see.
import { AlarmRows, InboxRows, PageHead, Tabs, useSay } from '@houqin/web-kit'
import type { ReactNode } from 'react'

export function MessagesPage(): ReactNode {
  const say = useSay()
  return (
    <>
      <PageHead title={say('消息', 'News')} />
      <Tabs
        label={say('消息', 'News')}
        tabs={[
          { key: 'matters', title: say('事项进展', 'Matters'), body: () => <InboxRows scope="watching" /> },
          { key: 'alarms', title: say('告警', 'Alarms'), body: () => <AlarmRows state="open" /> },
        ]}
      />
    </>
  )
}
