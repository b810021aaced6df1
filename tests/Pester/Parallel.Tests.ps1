Describe 'Sessions in other runspaces' {
    BeforeAll {
        Import-Module "$PSScriptRoot/Support/Rehearsal.psm1" -Force
        Import-ModuleUnderTest
        $emulator = Start-Emulator
        $session = Connect-NcpSearchEngine -Endpoint $emulator.Endpoint -PassThru
        $module = Get-ModulePath
    }

    AfterAll {
        Disconnect-NcpSearchEngine
        Stop-Emulator $emulator
    }

    It 'ForEach-Object -Parallel takes the session by $using' -Skip:($PSEdition -ne 'Core') {
        $nodes = 1..12 | ForEach-Object -ThrottleLimit 6 -Parallel {
            Import-Module $using:module
            Get-NcpRollingUpgradeProgress 3427188 -Session $using:session
        }

        $nodes.Count | Should -Be 96
        $nodes.Session | Sort-Object -Unique | Should -Be 'default'
    }

    It 'ForEach-Object -Parallel has no session of its own' -Skip:($PSEdition -ne 'Core') {
        $ids = 1..2 | ForEach-Object -Parallel {
            Import-Module $using:module
            try { Get-NcpRollingUpgradeProgress 3427188 } catch { $_.FullyQualifiedErrorId }
        }

        $ids | Should -BeLike 'NotConnected,*'
        $ids.Count | Should -Be 2
    }

    It 'Waits in parallel runspaces, all of one session' -Skip:($PSEdition -ne 'Core') {
        $numbers = 1..3 | ForEach-Object { Add-Cluster $emulator }

        $summaries = $numbers | ForEach-Object -Parallel {
            Import-Module $using:module
            Wait-NcpRollingUpgrade $_ -Session $using:session -TargetVersionCode 2150 -PollIntervalSec 1 -Summary
        }

        $summaries.State | Should -Be 'Completed', 'Completed', 'Completed'
        (Get-NcpSearchEngineSession).Name | Should -Be 'default'
    }

    It 'Start-ThreadJob takes the session by $using, and its errors come back' -Skip:(-not (Get-Command Start-ThreadJob -ErrorAction SilentlyContinue)) {
        $no = Add-Cluster $emulator @{ failsAtNode = 2 }

        $job = Start-ThreadJob {
            Import-Module $using:module
            Wait-NcpRollingUpgrade $using:no -Session $using:session -TargetVersionCode 2150 -PollIntervalSec 1 -Summary
        }
        $summary = $job | Wait-Job | Receive-Job -ErrorVariable errors -ErrorAction SilentlyContinue
        $job | Remove-Job

        $summary.State | Should -Be 'Failed'
        $errors.FullyQualifiedErrorId | Should -BeLike 'RollingUpgradeFailed,*'
    }

    It 'Stop-Job ends a wait' -Skip:(-not (Get-Command Start-ThreadJob -ErrorAction SilentlyContinue)) {
        $no = Add-Cluster $emulator @{ stallsAtNode = 1 }
        $job = Start-ThreadJob {
            Import-Module $using:module
            'ready'
            Wait-NcpRollingUpgrade $using:no -Session $using:session -TargetVersionCode 2150
        }
        while (-not ($job | Receive-Job -Keep)) { Start-Sleep -Milliseconds 50 }

        $job | Stop-Job
        $job.State | Should -Be 'Stopped'
        $job | Remove-Job

        # The session it worked with is still good.
        Get-NcpRollingUpgradeProgress 3427188 -Session $session | Should -Not -BeNullOrEmpty
    }

    It 'Start-Job gets a session without a key, and is told so' {
        $job = Start-Job -ArgumentList $module, $session {
            param($module, $session)
            Import-Module $module
            try { Get-NcpRollingUpgradeProgress 3427188 -Session $session } catch { $_.FullyQualifiedErrorId; $_.Exception.Message }
        }
        $told = $job | Wait-Job | Receive-Job
        $job | Remove-Job

        $told[0] | Should -BeLike 'InvalidSession,*'
        $told[1] | Should -BeLike '*Connect-NcpSearchEngine*'
    }

    It 'Start-Job with a session of its own gives objects that look the same' {
        $job = Start-Job -ArgumentList $module, $emulator.Endpoint {
            param($module, $endpoint)
            Import-Module $module
            Connect-NcpSearchEngine -Endpoint $endpoint
            Get-NcpRollingUpgradeProgress 3427188 -Summary
        }
        $summary = $job | Wait-Job | Receive-Job
        $job | Remove-Job

        $summary | Get-Screen | Should -Be (Get-NcpRollingUpgradeProgress 3427188 -Summary | Get-Screen)
    }
}
