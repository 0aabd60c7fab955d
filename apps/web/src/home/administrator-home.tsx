// The first screen of the three administrators: what each may do, and nothing of the others' (三员分立).
import { auditAdmin, securityAdmin, systemAdmin } from '@houqin/define'
import { BigButton, ConsoleLink, InboxRows, PageHead, useMe, useSay } from '@houqin/web-kit'
import { AuditOutlined, BellOutlined, IdcardOutlined, KeyOutlined, MobileOutlined, SafetyCertificateOutlined, SendOutlined, UserOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { SecondFactorResets } from '../administration/second-factor-resets.tsx'
import { rolesOf } from '../shell/rail-groups.ts'
import { HouseAtWork } from './house-at-work.tsx'
import './home.css'

export function AdministratorHome(): ReactNode {
  const say = useSay()
  const held = rolesOf(useMe())
  const system = held.has(systemAdmin.role)
  const security = held.has(securityAdmin.role)
  return (
    <div className="hq-home hq-narrow">
      <PageHead title={say('首页', 'Home')} />
      <nav className="hq-tiles" aria-label={say('管理', 'Administration')}>
        {(system || security) && (
          <BigButton
            label={say('账号', 'Accounts')}
            hint={system ? say('新建账号、重置密码、停用', 'Open accounts, reset passwords, disable') : say('查看账号', 'See the accounts')}
            icon={UserOutlined}
            to="/administration/accounts"
          />
        )}
        {system && <BigButton label={say('通知管理', 'Notices')} hint={say('改通知的文字和限度，设群通知，重发未送达的', 'Word and measure the notices, tell groups, send again what did not arrive')} icon={BellOutlined} to="/administration/notices" />}
        {system && <BigButton label={say('通知渠道', 'Channels')} hint={say('短信、邮件、企业微信怎么发，试发一条', 'How mails, texts and WeCom messages leave; try one')} icon={SendOutlined} to="/administration/channels" />}
        {system && <BigButton label={say('统一身份', 'Unified identity')} hint={say('用市里的统一身份登录', 'Sign in by the city’s identity')} icon={IdcardOutlined} to="/administration/identity" />}
        {(system || security) && <BigButton label={say('接口密钥', 'API keys')} hint={say('给别的系统发密钥，到期和停用', 'Keys for other programs: until when, and withdrawn')} icon={KeyOutlined} to="/administration/api-keys" />}
        {security && <BigButton label={say('授权', 'Grants')} hint={say('授予和收回角色', 'Grant and withdraw roles')} icon={SafetyCertificateOutlined} to="/administration/grants" />}
        {(system || security || held.has(auditAdmin.role)) && <BigButton label={say('动态口令重置', 'Second factor resets')} hint={say('手机丢了的人：一位申请，另一位同意', 'A lost phone: one asks, another agrees')} icon={MobileOutlined} to="/administration/second-factor-resets" />}
        {held.has(auditAdmin.role) && <BigButton label={say('审计', 'Audit')} hint={say('查看审计并验证完整', 'Read the audit and prove it whole')} icon={AuditOutlined} to="/administration/audit" />}
      </nav>
      <SecondFactorResets />
      <section>
        <div className="hq-section-head">
          <h2>{say('等我办', 'Waiting for me')}</h2>
          <ConsoleLink to="/inbox">{say('全部', 'All')}</ConsoleLink>
        </div>
        <InboxRows scope="mine" most={6} />
      </section>
      <HouseAtWork />
      <p className="hq-secondary">
        {say('系统管理员、安全管理员、安全审计员三员分立，同一人不能兼任，彼此看不到对方的工作。', 'System, security and audit administrators are three different persons; none may do another’s work.')}
      </p>
    </div>
  )
}
