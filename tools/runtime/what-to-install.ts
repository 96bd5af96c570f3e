import { electronVersion } from './electron-binary'

/** The screen shown when the app can run on nothing that is here. */
export function whatToInstall(): string {
  return `
Piyue cannot start: neither Electron nor Chromium is installed here.

Either of these is enough:

  Electron ${electronVersion()}   needs Node 22.12 or newer, and access to github.com
                     npx install-electron

  Chromium           the development stand-in then runs the app in it
                     Debian, Ubuntu   sudo apt-get install chromium
                     Fedora           sudo dnf install chromium
                     Arch             sudo pacman -S chromium
                     macOS            brew install --cask chromium

A Chromium that lies elsewhere: PIYUE_CHROMIUM=/path/to/chromium npm start
`
}
