// 入职单: what the newcomer is handed on paper — room, account, first password, where to report a repair; the password is shown this once.
import { ConsoleLink, FactList, pathOfNumber, PrintOut, QrPicture, useSay } from '@houqin/web-kit'
import { Button } from 'antd'
import { useCallback, useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { join, roleRequest } from '../../contract/index.ts'
import type { WelcomeGiven } from '../../contract/answers.ts'

export function Welcome({ given, onAnother }: { given: WelcomeGiven; onAnother: () => void }): ReactNode {
  const say = useSay()
  const [printing, setPrinting] = useState(false)
  const printed = useCallback(() => setPrinting(false), [])
  // The button that brought it stood at the end of a long page.
  useEffect(() => window.scrollTo(0, 0), [])
  return (
    <div className="hq-narrow hq-stack">
      <output className="st-done">
        <strong>{say(`${given.person.name}的入职已办好`, `${given.person.name} is entered`)}</strong>
        <span>
          {say('首次密码只显示这一次，请现在打印或抄下交给本人。', 'The first password is shown only now: print this or write it down for its owner.')}
        </span>
      </output>
      <div className="hq-row">
        <Button type="primary" size="large" onClick={() => setPrinting(true)}>
          {say('打印入职单', 'Print the sheet')}
        </Button>
        <Button size="large" onClick={onAnother}>
          {say('再办一位', 'Another one')}
        </Button>
      </div>
      <section className="hq-panel" aria-label={say('入职单', 'Sheet for the newcomer')}>
        <Letter given={given} />
      </section>
      <p>
        <ConsoleLink to={pathOfNumber(join.id, given.number)}>{say(`入职事项 ${given.number}`, `Matter ${given.number}`)}</ConsoleLink>
        {given.roles && (
          <>
            {' · '}
            <ConsoleLink to={pathOfNumber(roleRequest.id, given.roles)}>{say(`角色申请 ${given.roles} 已报批`, `Roles asked for as ${given.roles}`)}</ConsoleLink>
          </>
        )}
      </p>
      {printing && (
        <PrintOut onDone={printed}>
          <Letter given={given} />
        </PrintOut>
      )}
    </div>
  )
}

function Letter({ given }: { given: WelcomeGiven }): ReactNode {
  const say = useSay()
  const { room } = given
  const fact = (label: string, value: ReactNode) => ({ key: label, label, value })
  return (
    <article className="st-letter">
      <h1>{say(`欢迎 ${given.person.name}`, `Welcome, ${given.person.name}`)}</h1>
      <FactList
        facts={[
          fact(say('单位', 'Organ'), given.organ),
          fact(say('职务', 'Post'), given.title),
          fact(say('报到日期', 'Begins on'), given.startsOn),
          fact(say('办公室', 'Office'), room ? `${room.name}(${room.site},${room.address})` : say('另行安排', 'To be arranged')),
        ]}
      />
      <h2>{say('登录', 'Sign in')}</h2>
      <div className="st-letter-account">
        <FactList
          facts={[
            fact(say('地址', 'Address'), given.address),
            fact(say('用户名', 'Username'), <strong className="hq-figures">{given.username}</strong>),
            fact(say('首次密码', 'First password'), <output className="hq-handover" aria-label={say('首次密码', 'First password')}>{given.password}</output>),
          ]}
        />
        <QrPicture text={given.address} size={26} label={say('登录地址的二维码', 'Code of the address')} />
      </div>
      <p>{say('第一次登录时系统会要求换成自己的密码。登录后在“待办”里点“确认报到”。', 'You will be asked for a password of your own at the first sign-in. Then press “I have arrived” in your inbox.')}</p>
      <h2>{say('东西坏了', 'Something broken')}</h2>
      <p>
        {say('扫一扫门口的门牌码，或登录后点“我要报修”。', 'Scan the code at the door, or sign in and choose “Report a repair”.')}
        {room?.phone && say(`急事打值班电话 ${room.phone}。`, ` In a hurry call ${room.phone}.`)}
      </p>
      {given.roles && <p>{say(`所需权限已报批（${given.roles}），同意后自动生效。`, `The roles you need were asked for (${given.roles}).`)}</p>}
    </article>
  )
}
