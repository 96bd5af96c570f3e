; What the installer does besides. Piyue is offered for documents (“Open with”), and never made what opens them:
; electron-builder's own associations would stand before whatever the reader has, and what they leave behind
; when they are removed opens nothing.

!macro offerPiyueFor ENDING
  WriteRegNone SHELL_CONTEXT "Software\Classes\.${ENDING}\OpenWithProgids" "Piyue.Document"
!macroend

!macro withdrawPiyueFrom ENDING
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.${ENDING}\OpenWithProgids" "Piyue.Document"
!macroend

!macro forEachEnding DO
  !insertmacro ${DO} "md"
  !insertmacro ${DO} "markdown"
  !insertmacro ${DO} "txt"
  !insertmacro ${DO} "text"
  !insertmacro ${DO} "html"
  !insertmacro ${DO} "htm"
  !insertmacro ${DO} "xhtml"
  !insertmacro ${DO} "docx"
  !insertmacro ${DO} "epub"
!macroend

!macro tellTheSystem
  System::Call 'shell32::SHChangeNotify(i, i, i, i) v (0x08000000, 0, 0, 0)'
!macroend

!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\Piyue.Document" "" "Piyue document"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Piyue.Document\DefaultIcon" "" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
  WriteRegStr SHELL_CONTEXT "Software\Classes\Piyue.Document\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  !insertmacro forEachEnding offerPiyueFor
  !insertmacro tellTheSystem
!macroend

!macro customUnInstall
  !insertmacro forEachEnding withdrawPiyueFrom
  DeleteRegKey SHELL_CONTEXT "Software\Classes\Piyue.Document"
  ; The app has said at its start that it opens piyue:// links.
  DeleteRegKey HKCU "Software\Classes\piyue"
  !insertmacro tellTheSystem
!macroend
