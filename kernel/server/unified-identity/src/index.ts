// 统一身份认证: sign-in by the city's identity provider (OpenID Connect), and which account of ours it opens.
export { identityRoutes } from './routes.ts'
export { sweepIdentity } from './sweep.ts'
export { identitySecrets, identityTables } from './tables.ts'
