/** Whether a guard in front of the site answered and not the site: Cloudflare and SiteGround say so, others by status. */
export function isGuard({ headers, status }: Response): boolean {
  return headers.has('cf-mitigated') || headers.has('sg-captcha') || status === 202 || status === 429;
}
