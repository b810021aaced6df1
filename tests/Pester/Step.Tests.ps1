Describe 'A step of a build' {
    BeforeAll {
        Import-Module "$PSScriptRoot/Support/Rehearsal.psm1" -Force
        $emulator = Start-Emulator
        $connect = 'Connect-NcpSearchEngine -Endpoint $env:NCP_EMULATOR_ENDPOINT;'
        $wait = 'Wait-NcpRollingUpgrade -TargetVersionCode 2150 -PollIntervalSec 1 -Summary'
    }

    AfterAll { Stop-Emulator $emulator }

    It 'ends with 0 after a good wait' {
        $no = Add-Cluster $emulator

        $step = Invoke-Shell "$connect $wait $no"

        $step.ExitCode | Should -Be 0
        $step.Text | Should -BeLike "*$no*Completed*3/3*"
    }

    It 'ends with 1 after a bad one, and tells the node' {
        $no = Add-Cluster $emulator @{ failsAtNode = 2 }

        $step = Invoke-Shell "$connect $wait $no"

        $step.ExitCode | Should -Be 1
        $step.Text | Should -BeLike '*Failed*'
        $step.Text | Should -BeLike "*cluster-$no*"
    }

    It 'with errors that stop ends there, with 1, all results told' {
        $bad = Add-Cluster $emulator @{ failsAtNode = 1 }
        $good = Add-Cluster $emulator

        $step = Invoke-Shell "`$ErrorActionPreference = 'Stop'; $connect $wait $bad, $good; 'not reached'"

        $step.ExitCode | Should -Be 1
        $step.Text | Should -BeLike "*$bad*Failed*"
        $step.Text | Should -BeLike "*$good*Completed*"
        $step.Text | Should -Not -BeLike '*not reached*'
    }

    It 'without a session ends with 1 and says what to call' {
        $step = Invoke-Shell "$wait 3427188"

        $step.ExitCode | Should -Be 1
        $step.Text -replace '\s+', ' ' | Should -BeLike '*Connect-NcpSearchEngine*'
    }

    It 'can decide by $? and by the id' {
        $no = Add-Cluster $emulator @{ stallsAtNode = 1 }

        $step = Invoke-Shell (
            "$connect `$null = $wait $no -TimeoutSec 1 -ErrorAction SilentlyContinue -ErrorVariable ended -WarningAction SilentlyContinue; " +
            '"$?"; if ($ended[0].FullyQualifiedErrorId -like "RollingUpgradeTimeout,*") { exit 3 }')

        $step.Lines | Should -Contain 'False'
        $step.ExitCode | Should -Be 3
    }

    It 'finds the module by its name alone' {
        $step = Invoke-Shell "$connect (Get-NcpRollingUpgradeProgress 3427188).Count; (Get-Module NcpSearchEngine).ModuleBase"

        $step.Lines | Should -Be '8', (Get-ModulePath)
    }
}
