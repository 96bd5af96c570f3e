import { environment } from '../boot/environment'

/** What Chromium does by itself as a browser and an app's window must not: above all, the network. */
const quiet = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-search-engine-choice-screen',
  '--disable-session-crashed-bubble',
  '--disable-sync',
  '--disable-client-side-phishing-detection',
  '--disable-features=Translate,MediaRouter,OptimizationHints,HttpsUpgrades,AutofillServerCommunication,InterestFeedContentSuggestions,CertificateTransparencyComponentUpdater',
  '--metrics-recording-only',
  '--no-pings',
  '--no-service-autorun',
  '--password-store=basic',
  '--use-mock-keychain',
  // A proxy that is not there: none of the above keeps Chromium from all that it asks its makers for.
  '--proxy-server=127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
]

/** A window in the background goes on painting, as a hidden window of Electron does. */
const alwaysPainting = [
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
]

/**
 * For windows that are drawn nowhere. A page's storage is in memory then: each request of a page would wait until its
 * cookies are read from the disk, which those of an app's own scheme have not.
 */
const drawnNowhere = ['--headless', '--incognito', '--screen-info={1920x1080}']

/** Switches of the app's command line that are Chromium's to obey. */
const handedOn = [
  'remote-debugging-port',
  'remote-debugging-address',
  'remote-allow-origins',
  'force-device-scale-factor',
  'force-color-profile',
  'disable-gpu',
  'proxy-server',
  'proxy-bypass-list',
  'webrtc-ip-handling-policy',
  'enable-speech-dispatcher',
  'ozone-platform',
  'ozone-platform-hint',
]

/** The page that a new window shows until it is told what to load. */
export const blankPage = 'data:text/html,'

/** Chromium's command line. `switches` are the app's. */
export function chromiumSwitches(
  profile: string,
  locale: string,
  switches: ReadonlyMap<string, string>,
): string[] {
  const given = handedOn
    .filter((name) => switches.has(name))
    .map((name) => (switches.get(name) ? `--${name}=${switches.get(name)}` : `--${name}`))
  const webRtcPolicy = switches.get('webrtc-ip-handling-policy')
  return [
    ...quiet,
    ...alwaysPainting,
    // A small /dev/shm, as containers have, crashes pages.
    ...(process.platform === 'linux' ? ['--disable-dev-shm-usage'] : []),
    // Chromium refuses to run its sandbox as root; --test-type hides the warning bar about that.
    ...(process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []),
    ...(environment.headless ? drawnNowhere : []),
    `--user-data-dir=${profile}`,
    `--lang=${locale}`,
    `--accept-lang=${locale}`,
    ...given,
    // Chromium without windows knows it by this name alone.
    ...(webRtcPolicy ? [`--force-webrtc-ip-handling-policy=${webRtcPolicy}`] : []),
  ]
}
