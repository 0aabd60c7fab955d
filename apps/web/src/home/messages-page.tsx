// News 消息: what I was told, what moved in matters that concern me, and the alarms I may see.
import { AlarmRows, InboxRows, PageHead, Tabs, useSay } from '@houqin/web-kit'
import type { ReactNode } from 'react'
import { NoticeList } from './notice-list.tsx'

export function MessagesPage(): ReactNode {
  const say = useSay()
  return (
    <>
      <PageHead title={say('消息', 'News')} />
      <Tabs
        label={say('消息', 'News')}
        tabs={[
          { key: 'notices', title: say('通知', 'Notices'), body: () => <NoticeList /> },
          { key: 'matters', title: say('与我有关', 'Concerning me'), body: () => <InboxRows scope="watching" /> },
          { key: 'alarms', title: say('告警', 'Alarms'), body: () => <AlarmRows state="open" /> },
        ]}
      />
    </>
  )
}
