Describe 'A step of <name>' -ForEach @(
    @{
        name = 'GitHub Actions'; marks = @{ GITHUB_ACTIONS = 'true' }
        done = '::notice title=Completed::*'; failed = '::error title=RollingUpgradeFailed::*'; late = '::error title=RollingUpgradeTimeout::*'
        arguments = @(); tail = 'if ((Test-Path -LiteralPath variable:\LASTEXITCODE)) { exit $LASTEXITCODE }'
    }
    @{
        name = 'Azure DevOps'; marks = @{ TF_BUILD = 'True' }
        done = '##`[section`]*'; failed = '##vso`[task.logissue type=error;code=RollingUpgradeFailed*'; late = '##vso`[task.logissue type=error;code=RollingUpgradeTimeout*'
        arguments = '-NoLogo', '-NoProfile', '-NonInteractive'; tail = 'if (Test-Path -LiteralPath variable:\LASTEXITCODE) { exit $LASTEXITCODE }'
    }
) {
    BeforeAll {
        Import-Module "$PSScriptRoot/Support/Rehearsal.psm1" -Force
        $emulator = Start-Emulator
        $root = (Get-Item TestDrive:/).FullName

        # As the host does: the script in a file between its own lines, the file by -Command.
        function Invoke-Step([string] $Body) {
            Set-Content "$root/step.ps1" "`$ErrorActionPreference = 'Stop'", 'Connect-NcpSearchEngine -Endpoint $env:NCP_EMULATOR_ENDPOINT', $Body, $tail
            Set-Content "$root/summary.md" ''
            $own = @{ GITHUB_STEP_SUMMARY = "$root/summary.md"; AGENT_TEMPDIRECTORY = $root }
            $step = Invoke-Shell ". '$root/step.ps1'" -Environment ($marks + $own) -ArgumentList $arguments
            $uploaded = $step.Lines -like '##vso`[task.uploadsummary`]*' | ForEach-Object { $_.Substring(25) }
            $summary = Get-Content $(if ($uploaded) { $uploaded } else { "$root/summary.md" }) -Raw -Encoding UTF8
            $step | Add-Member Summary $summary -PassThru
        }
    }

    AfterAll { Stop-Emulator $emulator }

    It 'that is done ends with 0, says so once, and has a summary' {
        $no = Add-Cluster $emulator

        $step = Invoke-Step "Wait-NcpRollingUpgrade $no -TargetVersionCode 2150 -PollIntervalSec 1; 'reached'"

        $step.ExitCode | Should -Be 0
        @($step.Lines -like $done).Count | Should -Be 1
        $step.Lines | Should -Contain 'reached'
        $step.Summary | Should -BeLike "*$no*3/3*"
    }

    It 'that fails ends with 1, after the good ones are told' {
        $bad = Add-Cluster $emulator @{ failsAtNode = 2 }
        $good = Add-Cluster $emulator

        $step = Invoke-Step "Wait-NcpRollingUpgrade $bad, $good -TargetVersionCode 2150 -PollIntervalSec 1 -Summary; 'reached'"

        $step.ExitCode | Should -Be 1
        @($step.Lines -like $failed).Count | Should -Be 1
        $step.Lines | Should -Not -Contain 'reached'
        $step.Text | Should -BeLike "*$good *Completed *3/3*"
        $step.Summary | Should -BeLike "*$bad*Failed*$good*Completed*"
    }

    It 'that is late ends with 1' {
        $no = Add-Cluster $emulator @{ stallsAtNode = 2 }

        $step = Invoke-Step "Wait-NcpRollingUpgrade $no -TargetVersionCode 2150 -PollIntervalSec 1 -TimeoutSec 2"

        $step.ExitCode | Should -Be 1
        @($step.Lines -like $late).Count | Should -Be 1
        $step.Summary | Should -BeLike "*$no*"
    }

    It 'has no bar and no secret in its log' {
        $no = Add-Cluster $emulator

        $step = Invoke-Step "Wait-NcpRollingUpgrade $no -TargetVersionCode 2150 -PollIntervalSec 1 -Verbose -Debug"

        $step.Text | Should -Not -Match ([char]27)
        $SecretHalves | ForEach-Object { $step.Text + $step.Summary | Should -Not -BeLike "*$_*" }
    }
}
