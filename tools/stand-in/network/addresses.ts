/**
 * Chromium stops an unknown scheme before the protocol can answer for it, so the app's own scheme is
 * carried under a name that no server can have: `app://host/x` as `https://host.app.stand-in.invalid/x`.
 */
const suffix = 'stand-in.invalid'

/** The address that Chromium is given for the app's address. */
export function toChromium(url: string, isHandled: (scheme: string) => boolean): string {
  const [, scheme = '', host = '', rest = ''] =
    /^([a-z][a-z0-9+.-]*):\/\/([^/?#]+)(.*)$/i.exec(url) ?? []
  return isHandled(scheme) ? `https://${host}.${scheme}.${suffix}${rest || '/'}` : url
}

/** The inverse of {@link toChromium}; other addresses stay as they are. */
export function fromChromium(url: string): string {
  const [, host, scheme, rest = ''] =
    /^https:\/\/([^/?#]+)\.([a-z0-9+-]+)\.stand-in\.invalid(.*)$/.exec(url) ?? []
  return host && scheme ? `${scheme}://${host}${rest || '/'}` : url
}

/** Whether an address carries a scheme of an app. */
export function isCarried(url: string): boolean {
  return fromChromium(url) !== url
}
