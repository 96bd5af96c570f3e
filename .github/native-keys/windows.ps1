# As linux.sh, by SendKeys.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '../..')
$data = New-Item -ItemType Directory -Path (Join-Path $env:RUNNER_TEMP ([guid]::NewGuid()))
$app = Start-Process npm.cmd -ArgumentList 'start', '--', "--user-data-dir=$data", '--lang=en-US' -PassThru
$shell = New-Object -ComObject WScript.Shell
foreach ($second in 1..90) {
  if (Get-Process electron -ErrorAction SilentlyContinue | Where-Object { $_.MainWindowTitle -match 'Piyue' }) { break }
  Start-Sleep 1
}
Start-Sleep 5
$window = Get-Process electron | Where-Object { $_.MainWindowTitle -match 'Piyue' } | Select-Object -First 1
[void]$shell.AppActivate($window.Id)
foreach ($keys in 'j', 'p', 'n', 'jn1', '^{ENTER}') {
  $shell.SendKeys($keys)
  Start-Sleep 1
}
# In the journal first, and in annotations.json when that is folded.
$notes = Join-Path $data 'annotations*'
foreach ($try in 1..20) {
  if ((Test-Path $notes) -and (Select-String -Path $notes -Pattern 'jn1' -Quiet)) {
    Write-Output 'Typed: jn1 stands in the notes.'
    taskkill /T /F /PID $app.Id
    exit 0
  }
  Start-Sleep 1
}
taskkill /T /F /PID $app.Id
throw 'jn1 is not in the notes'
