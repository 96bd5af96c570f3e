import path from 'node:path'
import type { Obstacle } from './electron-obstacles'

/** What was found of all that the app could run on, where it can run on none. */
export interface Findings {
  readonly platform: NodeJS.Platform
  readonly electronVersion: string
  /** Electron's executable, if it is installed. */
  readonly electron: string | undefined
  readonly obstacle: Obstacle | undefined
  /** Why Electron could not be fetched, if that was tried. */
  readonly fetchProblem: string | undefined
}

/**
 * The one screen (24 lines of 80 columns) that is shown where the app can run on nothing that is here:
 * names what is missing, and only that.
 */
export function helpScreen(findings: Findings): string {
  const ways = [electronWay(findings), ...(findings.platform === 'win32' ? [] : [chromiumWay])]
  const choice = ways.length > 1 ? 'Either of these is enough:\n\n' : ''
  return `\n${reason(findings)}\n\n${choice}${ways.join('\n\n')}\n`
}

function reason({ electron, obstacle, electronVersion, fetchProblem }: Findings): string {
  const start = 'Piyue cannot start:'
  const here = electron ? `Electron ${electronVersion} is installed, but` : 'Electron'
  switch (obstacle) {
    case 'no-display':
      return electron
        ? `${start} ${here} there is no display\nto show a window on (DISPLAY and WAYLAND_DISPLAY are not set).`
        : `${start} there is no display to show a window on\n(DISPLAY and WAYLAND_DISPLAY are not set), and no Chromium to do without one.`
    case 'root':
      return `${start} ${electron ? `${here} it` : here} does not run as root,\nand Chromium is not installed.`
    case 'no-user-namespaces':
      return `${start} ${electron ? `${here} its` : "Electron's"} sandbox is forbidden here\n(this system lets users make no namespaces), and Chromium is not installed.`
    case undefined:
      return `${start} neither Electron nor Chromium is installed here.${
        fetchProblem ? `\nElectron could not be fetched: ${fetchProblem}.` : ''
      }`
  }
}

function electronWay({ electron, obstacle, electronVersion, platform }: Findings): string {
  switch (obstacle) {
    case 'no-display':
      return '  A display          start from a desktop, or: xvfb-run -a npm start'
    case 'root':
      return '  Another user       npm start as an ordinary user, in a folder of theirs'
    case 'no-user-namespaces':
      return namespacesWay(electron)
    case undefined:
      return [
        `  Electron ${electronVersion}    needs Node 22.12 or newer, and a network`,
        '                     npm start               (what has arrived is kept)',
        `                     ${withMirror(platform)}`,
        '                     NODE_USE_ENV_PROXY=1    (behind a proxy: HTTPS_PROXY)',
      ].join('\n')
  }
}

const withMirror = (platform: NodeJS.Platform): string =>
  platform === 'win32'
    ? 'set ELECTRON_MIRROR=https://…/   before it, for a mirror'
    : 'ELECTRON_MIRROR=https://…/ npm start   (from a mirror)'

function namespacesWay(electron: string | undefined): string {
  if (electron === undefined)
    return '  Namespaces         sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0'
  const helper = path.join(path.dirname(electron), 'chrome-sandbox')
  return [
    "  Electron's helper  for its sandbox, once:",
    `                     sudo chown root:root ${helper}`,
    `                     sudo chmod 4755 ${helper}`,
  ].join('\n')
}

const chromiumWay = `  Chromium           the development stand-in then runs the app in it
                     Debian, Ubuntu   sudo apt-get install chromium
                     Fedora           sudo dnf install chromium
                     Arch             sudo pacman -S chromium
                     macOS            brew install --cask chromium
                     elsewhere        PIYUE_CHROMIUM=/path/to/chromium npm start`
